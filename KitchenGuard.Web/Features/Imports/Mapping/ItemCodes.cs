using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Decides which columns hold codes that tell items apart: a code is an item's identity, so a wrong one mixes items up.</summary>
internal sealed class ItemCodes(ColumnFields columns, IReadOnlyList<string> titles, IReadOnlyList<HeaderText> headers,
    IReadOnlyList<ColumnEvidence> evidence)
{
    /// <summary>Beside "Item Name", a column "Item" of codes is the item's code; -1: there is none.</summary>
    internal int FindBesideName()
    {
        var name = columns.ColumnOf(ItemField.Name);
        for (var i = 0; i < headers.Count; i++)
        {
            var cells = evidence[i];
            var running = cells.Sequential + 1 >= cells.Filled && cells.Largest < 10_000;
            if (columns.IsOpen(i) && cells.Filled > 1 && !running && cells.Points + cells.Commas == 0 && cells.DistinctIsKnown
                && (cells.Distinct * 10 >= cells.Filled * 9 || (name >= 0 && cells.Distinct * 10 >= evidence[name].Distinct * 9))
                && HeaderAliases.Meanings(headers[i].Key).Any(meaning => meaning is { Field: ItemField.Name, Strength: >= 0.8m })
                    && cells.Values.All(IsCode))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// "menu_id" over "M001", "M002": given by people, since a program counts or makes up longer ones; -1: there is none.
    /// </summary>
    internal int FindOwnIds() =>
        columns.Has(ItemField.Sku)
            ? -1
            : Enumerable.Range(0, headers.Count)
                .FirstOrDefault(i => columns.IsOpen(i) && headers[i].Key.EndsWith(" id", StringComparison.Ordinal)
        && HeaderAliases.Meanings(headers[i].Key).Count == 0 && evidence[i] is { Filled: > 2, DistinctIsKnown: true } cells
            && cells.Distinct == cells.Filled && cells.Filled >= evidence.Max(other => other.Filled)
        && cells.Values.All(value => value.Length <= 10 && IsCode(value) && char.IsAsciiLetter(value[0])), -1);

    private static bool IsCode(string value) =>
        value.Length is >= 3 and <= 20 && CellText.HasDigit(value) && !value.Contains(' ', StringComparison.Ordinal);

    /// <summary>A code that several differently named items share would make one item of them.</summary>
    internal List<(string Field, int Column)> DropShared()
    {
        var dropped = new List<(string Field, int Column)>();
        var name = columns.ColumnOf(ItemField.Name);
        foreach (var field in new[] { ItemField.Sku, ItemField.Barcode })
        {
            var code = columns.ColumnOf(field);
            if (name < 0 || code < 0 || columns.IsGiven[code] || !evidence[code].DistinctIsKnown || !evidence[name].DistinctIsKnown
                || evidence[name].Filled == 0)
            {
                continue;
            }

            var namesPerRow = (decimal)evidence[name].Distinct / evidence[name].Filled;
            // Shortened codes are lost anyway, and "no barcode" is none.
            var (different, filled) = (evidence[code].Distinct, evidence[code].Filled - evidence[code].Shortened);
            if (field == ItemField.Barcode && evidence[code].Words > 0)
            {
                (different, filled) = (evidence[code].Values.Count(CellText.HasDigit), filled - evidence[code].Words);
            }

            if (different < 0.9m * namesPerRow * filled)
            {
                columns.Fields[code] = null;
                dropped.Add((field, code));
                columns.Note(IssueCode.ColumnDoesNotFit, code,
                    $"The column '{titles[code]}' is not imported as {FieldWords.Of(field)} because different items share its values.");
            }
        }

        return dropped;
    }
}
