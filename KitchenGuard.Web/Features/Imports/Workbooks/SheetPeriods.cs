using System.Globalization;
using System.Text.RegularExpressions;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>Sheets that are called after the time of their count, "March", "Jan 2026", "2026-03", "KW 12": the last of them says what is there.</summary>
internal static partial class SheetPeriods
{
    internal static bool IsOne(string name) => Read(name) is not null;

    /// <summary>The last one: by year, month and day where all say as much, else by how the tabs are ordered.</summary>
    /// <param name="names">At least two, as the workbook has them.</param>
    internal static string Last(IReadOnlyList<string> names)
    {
        var times = names.Select(name => Read(name)!.Value).ToList();
        if (times.TrueForAll(time => time.HasYear) || IsRising(times) || IsRising([.. times.AsEnumerable().Reverse()]))
        {
            return names[times.IndexOf(times.MaxBy(time => time.Order))];
        }

        // "Nov, Dec, Jan".
        return names[^1];
    }

    private static bool IsRising(List<(int Order, bool HasYear)> times) => times.Zip(times.Skip(1)).All(pair => pair.First.Order < pair.Second.Order);

    private static (int Order, bool HasYear)? Read(string name)
    {
        if (Date().Match(name) is { Success: true } date)
        {
            return ((Number(date, "y") * 10000) + (Number(date, "m") * 100) + Number(date, "d"), true);
        }

        if (Week().Match(name) is { Success: true } week)
        {
            return (Number(week, "n"), false);
        }

        var words = name.ToLowerInvariant().Split([' ', '.', '-', '_', ','], StringSplitOptions.RemoveEmptyEntries);
        var month = words.Select(DateParts.MonthOf).DefaultIfEmpty().Max();
        // Beside other words it may be one: "Set menu", "May wines".
        if (month == 0 || words.Any(word => DateParts.MonthOf(word) == 0 && !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return null;
        }

        var year = words.FirstOrDefault(word => word is ['2', '0', >= '0' and <= '9', >= '0' and <= '9']);
        return (((year is null ? 0 : int.Parse(year, CultureInfo.InvariantCulture)) * 10000) + (month * 100), year is not null);
    }

    private static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(?<![0-9])(?:(?<y>20[0-9]{2})[-._ ](?<m>0[1-9]|1[0-2])(?:[-._ ](?<d>[0-3][0-9]))?|(?:(?<d>[0-3]?[0-9])[-._])?(?<m>0?[1-9]|1[0-2])[-._](?<y>20[0-9]{2}))(?![0-9])")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\s*(?:week|wk|kw|semaine|sem|semana|settimana|week nr)\.?\s*(?<n>[0-9]{1,2})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Week();
}
