using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Architecture;

/// <summary>Nothing that people wrote becomes a statement or markup: the calls that would let it are not used.</summary>
public sealed partial class StatementTests
{
    [Fact]
    public void Nothing_is_raw()
    {
        var files = new[] { "KitchenGuard.Web", "KitchenGuard.Data" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, project), "*.cs*", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 200);
        Listed.None(files.SelectMany(file => Raw().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));
    }

    [Theory]
    [InlineData("db.Items.FromSqlRaw(sql)", true)]
    [InlineData("db.Database.ExecuteSqlRawAsync(sql)", true)]
    [InlineData("@Html.Raw(item.Name)", true)]
    [InlineData("new HtmlString(name)", true)]
    [InlineData("db.Database.ExecuteSqlAsync($\"select {id}\")", false)]
    public void Is_raw(string code, bool isRaw) => Assert.Equal(isRaw, Raw().IsMatch(code));

    // Without an anchor a pattern is tried from every character on: 20 000 letters in a field took two seconds.
    [Fact]
    public void Every_pattern_of_a_field_is_anchored()
    {
        var patterns = typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetProperties())
            .SelectMany(property => property.GetCustomAttributes<RegularExpressionAttribute>().Select(pattern => (property, pattern.Pattern))).ToList();
        Assert.True(patterns.Count >= 5);
        Listed.None(patterns.Where(p => p.Pattern[0] != '^' || p.Pattern[^1] != '$').Select(p => $"{p.property.DeclaringType!.Name}.{p.property.Name}: {p.Pattern}"));
    }

    [GeneratedRegex(@"\b(FromSqlRaw|ExecuteSqlRaw(Async)?|SqlQueryRaw|Html\.Raw|new HtmlString)\b")]
    private static partial Regex Raw();
}
