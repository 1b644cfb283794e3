using KitchenGuard.Bench;

// dotnet run -c Release --project bench [start] [import] [list] [tenant] [logins] [memory] [meanwhile] [signup] [workbook] [undo] [timing]     (all without a name)
if (args is ["bare", ..])
{
    await BareHandler.RunAsync(args[1], args[2], Guid.Parse(args[3]));
    return;
}

await using var ground = await Ground.PrepareAsync();
var wanted = args.Length == 0 ? ["start", "import", "list", "tenant", "logins", "memory", "meanwhile", "signup", "workbook", "undo", "timing"] : args;
foreach (var name in wanted)
{
    switch (name)
    {
        case "start": await StartFigure.RunAsync(ground); break;
        case "import": await ImportFigure.RunAsync(ground); break;
        case "list": await ListFigure.RunAsync(ground); break;
        case "tenant": await TenantFigure.RunAsync(ground); break;
        case "logins": await LoginFigure.RunAsync(ground); break;
        case "memory": await MemoryFigure.RunAsync(ground); break;
        case "meanwhile": await MeanwhileFigure.RunAsync(ground); break;
        case "workbook": await WorkbookFigure.RunAsync(ground); break;
        case "undo": await UndoFigure.RunAsync(ground); break;
        case "timing": await TimingFigure.RunAsync(ground); break;
        case "signup": await SignUpFigure.RunAsync(ground); break;
        default: Console.Error.WriteLine($"There is no figure named {name}: start, import, list, tenant, logins, memory, meanwhile, signup, workbook, undo, timing."); break;
    }
}
