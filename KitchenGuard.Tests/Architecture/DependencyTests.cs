using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using KitchenGuard.Data;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Tests.Architecture;

/// <summary>Who may know whom, as DESIGN.md §4 says it.</summary>
public sealed partial class DependencyTests
{
    private const string Features = "KitchenGuard.Web.Features.";

    /// <summary>Which feature uses which: its use-cases, its questions, its words; never its pages.</summary>
    private static readonly string[] Known =
    [
        "Accounts -> Imports",
        "Accounts -> Inventory",
        "Dashboard -> Imports",
        "Dashboard -> Inventory",
        "Imports -> Inventory",
        "Operations -> Accounts",
        "Stock -> Inventory",
    ];

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded =
        new(() => new ArchLoader().LoadAssemblies(typeof(Program).Assembly, typeof(KitchenGuardDbContext).Assembly).Build());

    private static IEnumerable<IType> Ours => Loaded.Value.Types.Where(t => t.FullName.StartsWith("KitchenGuard.", StringComparison.Ordinal));

    [Fact]
    public void Data_knows_no_web_and_nothing_of_the_webs_libraries()
    {
        string[] allowed =
        [
            "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore", "Microsoft.AspNetCore.Identity.EntityFrameworkCore",
        ];
        var names = typeof(KitchenGuardDbContext).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.Contains("Npgsql", names);
        Assert.DoesNotContain(names.Except(allowed), name => Foreign().IsMatch(name));
    }

    [Fact]
    public void Platform_names_no_feature()
    {
        // Whatever of ours is in no feature; Program, which knows them all, has no namespace.
        Assert.Contains(Ours, t => t.FullName.StartsWith("KitchenGuard.Web.Platform.", StringComparison.Ordinal));
        Listed.None(Uses(t => !t.FullName.StartsWith(Features, StringComparison.Ordinal), t => FeatureOf(t) is not null));
    }

    [Fact]
    public void Features_use_no_page_and_no_route_table_of_another()
    {
        var pages = typeof(Program).Assembly.GetTypes()
            .Where(t => typeof(PageModel).IsAssignableFrom(t) || t.Name.EndsWith("Api", StringComparison.Ordinal)).Select(t => t.FullName).ToHashSet();
        Assert.True(pages.Count > 5);
        Listed.None(Ours.Where(t => FeatureOf(t) is not null).SelectMany(t => t.Dependencies
            .Where(d => pages.Contains(d.Target.FullName) && FeatureOf(d.Target) != FeatureOf(t)).Select(d => $"{t.FullName} -> {d.Target.FullName}")).Distinct());
    }

    [Fact]
    public void Which_feature_uses_which_is_listed()
    {
        var found = Ours.SelectMany(t => t.Dependencies.Select(d => (From: FeatureOf(t), To: FeatureOf(d.Target))))
            .Where(d => d.From is not null && d.To is not null && d.From != d.To).Select(d => $"{d.From} -> {d.To}");
        Listed.Is(Known, found);
    }

    [Fact]
    public void Jobs_and_files_stay_out_of_what_does_not_need_them()
    {
        Listed.None(Uses(t => !IsIn(t, "Features.Imports", "Platform."), t => t.FullName.StartsWith("Hangfire.", StringComparison.Ordinal)));
        Listed.None(Uses(t => !IsIn(t, "Features.Imports", "Platform.Files"), t => t.FullName.StartsWith("CsvHelper.", StringComparison.Ordinal)));
        Listed.None(Uses(t => !IsIn(t, "Features.Imports.Workbooks", "Features.Inventory.Exporting"), t => t.FullName.StartsWith("DocumentFormat.", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_type_is_a_service_a_manager_a_helper_or_a_dto()
    {
        var types = new[] { typeof(Program).Assembly, typeof(KitchenGuardDbContext).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("KitchenGuard", StringComparison.Ordinal) == true);
        // A tag helper is what the framework calls it.
        Listed.None(types.Where(t => Vague().IsMatch(t.Name) && !typeof(Microsoft.AspNetCore.Razor.TagHelpers.ITagHelper).IsAssignableFrom(t)).Select(t => t.FullName!));
    }

    [Fact]
    public void A_file_says_the_namespace_of_its_folder()
    {
        var found = new List<string>();
        foreach (var project in new[] { "KitchenGuard.Web", "KitchenGuard.Data" })
        {
            var root = Path.Combine(RepositoryRoot.Path, project);
            foreach (var folder in Directory.EnumerateDirectories(root).Where(f => Path.GetFileName(f) is not ("bin" or "obj" or "Migrations" or "wwwroot" or "Platform")))
            {
                found.AddRange(
                    from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                    let expected = project + "." + Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')
                    where !File.ReadLines(file).Contains($"namespace {expected};")
                    select Path.GetRelativePath(RepositoryRoot.Path, file));
            }
        }

        Listed.None(found);
    }

    [Fact]
    public async Task The_migrations_say_all_that_the_model_says()
    {
        await using var source = NpgsqlDataSource.Create("Host=127.0.0.1;Database=never");
        await using var context = MigrationContext.Create(source);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    private static IEnumerable<string> Uses(Func<IType, bool> from, Func<IType, bool> to) => Ours.Where(from)
        .SelectMany(t => t.Dependencies.Where(d => to(d.Target)).Select(d => $"{t.FullName} -> {d.Target.FullName}")).Distinct();

    private static bool IsIn(IType type, params string[] places) =>
        places.Any(place => type.FullName.StartsWith("KitchenGuard.Web." + place, StringComparison.Ordinal));

    private static string? FeatureOf(IType type) =>
        type.FullName.StartsWith(Features, StringComparison.Ordinal) && type.FullName[Features.Length..].Split('.') is [var feature, _, ..] && feature != "Shared" ? feature : null;

    [GeneratedRegex(@"^(KitchenGuard\.Web|Hangfire.*|CsvHelper|Serilog.*|Microsoft\.AspNetCore\..*|Microsoft\.Extensions\.Hosting.*)$")]
    private static partial Regex Foreign();

    [GeneratedRegex("(Service|Manager|Helper|Helpers|Util|Utils|Dto|DTO)(`|$)")]
    private static partial Regex Vague();
}
