using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Which column has which field, and what is to be said about it, while a table is being mapped.</summary>
/// <param name="titles">The headers as found.</param>
/// <param name="headerLine">The header's line.</param>
internal sealed class ColumnFields(IReadOnlyList<string> titles, int headerLine)
{
    private readonly decimal[] _confidence = new decimal[titles.Count];

    internal string?[] Fields { get; } = new string?[titles.Count];

    internal IReadOnlyList<decimal> Confidence => _confidence;

    /// <summary>Columns that somebody chose, or that stand for something else than a field.</summary>
    internal bool[] IsGiven { get; } = new bool[titles.Count];

    internal List<FoundIssue> Notices { get; } = [];

    internal string TitleOf(int column) => titles[column];

    internal bool Has(string field) => Fields.Contains(field);

    internal int ColumnOf(string field) => Array.IndexOf(Fields, field);

    internal bool IsOpen(int column) => Fields[column] is null && !IsGiven[column];

    internal void Give(int column, string? field, decimal confidence)
    {
        Fields[column] = field;
        _confidence[column] = confidence;
    }

    internal void Note(string code, int column, string message) =>
        Notices.Add(new FoundIssue(headerLine, column + 1, null, titles[column].Length > 80
            ? titles[column][..80]
            : titles[column], IssueSeverity.Notice, code, message));

    /// <summary>About the table as a whole.</summary>
    internal void Note(string code, string message) =>
        Notices.Add(new FoundIssue(headerLine, null, null, null, IssueSeverity.Notice, code, message));

    internal void NoteUnmapped(List<Candidate> candidates, IReadOnlyList<ColumnEvidence> evidence)
    {
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < titles.Count; i++)
        {
            if (titles[i].Length > 0 && !seen.TryAdd(titles[i].ToLowerInvariant(), i))
            {
                Note(IssueCode.DuplicateHeader, i,
                    $"Columns {seen[titles[i].ToLowerInvariant()] + 1} and {i + 1} are both called '{titles[i]}'; only the first is imported.");
                continue;
            }

            if (!IsOpen(i) || evidence[i].Filled == 0)
            {
                continue;
            }

            var rival = candidates.Where(c => c.Column == i && Has(c.Field)).OrderByDescending(c => c.Strength).FirstOrDefault();
            if (rival is not null)
            {
                Note(IssueCode.ColumnUnsure, i,
                    $"The column '{titles[i]}' could also be the {FieldWords.Of(rival.Field)}, which was taken from '{titles[ColumnOf(rival.Field)]}'.");
            }
            else if (!Notices.Exists(notice => notice.Column == i + 1))
            {
                var title = titles[i].Length == 0 ? $"Column {i + 1} has no header and" : $"The column '{titles[i]}'";
                Note(IssueCode.ColumnNotImported, i, $"{title} is not imported.");
            }
        }
    }
}
