using System.Globalization;
using KitchenGuard.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>Which of an import's issues are asked for, by page and API alike. What is null does not matter.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
/// <param name="Code">One code.</param>
/// <param name="Field">One field of an item.</param>
/// <param name="Column">One column of the file.</param>
/// <param name="Q">A line's number, or words of the value or message.</param>
public sealed record IssueFilter(string? Severity = null, string? Code = null, string? Field = null, int? Column = null, string? Q = null)
{
    /// <summary>Whether anything is left out.</summary>
    public bool IsSet => this != new IssueFilter();

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
