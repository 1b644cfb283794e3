using KitchenGuard.Data.Auditing;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Operations.Log;

/// <summary>What operators looked at and did, newest first, with filters.</summary>
public sealed class IndexModel(LogList log) : PageModel
{
    public LogQuery Asked { get; private set; } = new();

    public Found<OperatorEntry> Found { get; private set; } = null!;

    /// <summary>Who is in the log, by name.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Operators { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] LogQuery asked, long? before, CancellationToken ct)
    {
        Asked = asked;
        var page = await log.ReadAsync(asked, before, ct);
        Found = new Found<OperatorEntry>(page.Items, page.Next is null ? null : "/operations/log" + asked.ToQuery(page.Next));
        if (Request.WantsFragment())
        {
            return this.Fragment("_Entries", Found);
        }

        Operators = await log.OperatorsAsync(ct);
        return Page();
    }
}
