using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Columns that say of some rows that nobody sells or keeps them any more: "Archived", "Active", "Status". Such rows are imported like the
/// others, and that is said.
/// </summary>
internal static class RetiredRows
{
    private static readonly HashSet<string> Retired =
    [
        .. WordLists.Of("""
            archived|is archived|discontinued|is discontinued|deleted|is deleted|inactive|is inactive|disabled|obsolete|delisted|archiviert|
            ausgelaufen|eingestellt|geloscht|inaktiv|gesperrt|archive|supprime|inactif|desactive|archivado|descatalogado|eliminado|inactivo|
            archiviato|dismesso|eliminato|inattivo|arquivado|descontinuado|excluido|inativo|gearchiveerd|vervallen|inactief|udgaet|utgatt|
            utgaende|arkiveret|arkivert|arkiverad|zarchiwizowany|nieaktywny|neaktivni|pasif
            """),
    ];

    private static readonly HashSet<string> Used =
        [.. "active|is active|enabled|is enabled|aktiv|actif|activo|attivo|ativo|actief|aktywny|aktivni|aktif".Split('|')];

    private static readonly HashSet<string> States = [.. "status|state|product status|item status|statut|estado|stato|zustand".Split('|')];

    private static readonly HashSet<string> Yes = [.. "y|yes|true|1|x|ja|j|oui|o|si|s|sim|tak|ano|evet|wahr|vrai|verdadero|vero|sand".Split('|')];

    private static readonly HashSet<string> No = [.. "n|no|false|0|nein|non|nao|nee|nie|ne|hayir|falsch|faux|falso|nej|nei".Split('|')];

    internal static IEnumerable<FoundIssue> Note(MappedColumn[] columns, IReadOnlyList<HeaderText> headers,
        IReadOnlyList<ColumnEvidence> evidence, int headerLine)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Field is null && headerLine > 0 && Marks(headers[i].Key, evidence[i]))
            {
                yield return new FoundIssue(headerLine, i + 1, null, CellText.Cut(columns[i].Header), IssueSeverity.Warning,
                    IssueCode.RetiredRows,
                    $"The column '{CellText.Cut(columns[i].Header)}' says of some rows that they are no longer in use. They are imported like the others: leave them out, or archive them on the list afterwards.");
            }
        }
    }

    /// <summary>Whether some rows are marked, and others are not: a column that says the same of all says nothing.</summary>
    private static bool Marks(string key, ColumnEvidence cells)
    {
        if (cells.Distinct is < 1 or > 10 || !(Retired.Contains(key) || Used.Contains(key) || States.Contains(key)))
        {
            return false;
        }

        var values = cells.Values.Select(HeaderText.Normalize).ToHashSet();
        return Retired.Contains(key) ? values.Overlaps(Yes)
            : Used.Contains(key) ? values.Overlaps(No) && values.Overlaps(Yes)
            : values.Overlaps(Retired);
    }
}
