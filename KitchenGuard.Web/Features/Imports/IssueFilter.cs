using System.ComponentModel.DataAnnotations;
using System.Globalization;
using KitchenGuard.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Which of an import's issues are asked for, by page and API alike. What is null does not matter.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
/// <param name="Code">One code.</param>
/// <param name="Field">One field of an item.</param>
/// <param name="Column">One column of the file.</param>
/// <param name="Q">A line's number, or words of the value or message.</param>
public sealed record IssueFilter(
    [property: AllowedValues("error", "warning", "notice", null, ErrorMessage = "The severity is error, warning or notice.")] string? Severity = null,
    string? Code = null, string? Field = null, int? Column = null, string? Q = null)
{
    /// <summary>The filter that a page's query asks for: what is empty or unknown does not matter.</summary>
    public static IssueFilter From(IQueryCollection query)
    {
        string? Asked(string name) => query[name] is [{ } text, ..] && !string.IsNullOrWhiteSpace(text) ? text : null;
        return new IssueFilter(Asked("severity") is "error" or "warning" or "notice" ? Asked("severity") : null, Asked("code"), Asked("field"), null, Asked("q"));
    }

    /// <summary>The issue that a page's query goes on after; null: the beginning.</summary>
    public static long? AfterFrom(IQueryCollection query) =>
        long.TryParse(query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The filter as a query string, to come back to what is shown; with the issue before the next page.</summary>
    public string ToQuery(long? after = null)
    {
        (string Name, string? Value)[] parts =
            [("severity", Severity), ("code", Code), ("field", Field), ("q", Q), ("after", after?.ToString(CultureInfo.InvariantCulture))];
        return QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).ToString();
    }

    /// <summary>The issues that are asked for.</summary>
    public IQueryable<ImportIssue> Of(IQueryable<ImportIssue> issues)
    {
        var pattern = Q is null ? null : "%" + Q.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        var line = int.TryParse(Q, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return issues.Where(i => (Severity == null || i.Severity == Severity) && (Code == null || i.Code == Code) && (Field == null || i.Field == Field)
            && (Column == null || i.Column == Column)
            && (pattern == null || i.Line == line || EF.Functions.ILike(i.Message, pattern, "\\") || (i.Value != null && EF.Functions.ILike(i.Value, pattern, "\\"))));
    }
}
