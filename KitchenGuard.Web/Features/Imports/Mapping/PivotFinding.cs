using System.Globalization;
using System.Text.RegularExpressions;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Finds columns that stand for bottle sizes or storage places. Only a header that names a size or a place is evidence: weeks, months,
/// weekdays
/// and price tiers are columns of numbers as well.
/// </summary>
internal sealed partial class PivotFinding(IReadOnlyList<string> headers, IReadOnlyList<ColumnEvidence> evidence, ImportOptions given)
{
    /// <summary>What differs from size to size and so cannot stand beside a pivot of sizes.</summary>
    private static readonly string[] PerSize =
    [
        ItemField.Sku, ItemField.Barcode, ItemField.Quantity, ItemField.PackSize, ItemField.CaseSize, ItemField.CaseCost,
            ItemField.UnitCost, ItemField.SalePrice,
        ItemField.ParLevel, ItemField.ParCases, ItemField.ReorderPoint, ItemField.ExpiresOn, ItemField.LotCode, ItemField.BottleSize,
    ];

    // Below, the columns are pours: "1 oz", "1.5 oz", "6 oz" of a glass.
    private const decimal SmallestBottle = 40;
    private const decimal SmallestOunces = 280;

    private static readonly string[] Held = [ItemField.Quantity, ItemField.UnitCost, ItemField.SalePrice, ItemField.CaseCost,
        ItemField.ParLevel, ItemField.ReorderPoint];

    /// <summary>The pivot that the headers name or that was asked for; null when there is none.</summary>
    internal Pivot? Find()
    {
        if (given.Pivot == PivotKind.None)
        {
            return null;
        }

        var sizes = given.Pivot is null or PivotKind.BottleSize ? Sizes() : [];
        if (given.Pivot is null && sizes.TrueForAll(column => column.Field == ItemField.Quantity) && IsCountedElsewhere(sizes))
        {
            // Beside what is there, whole numbers under glass, carafe and bottle are what they cost.
            sizes = [];
        }

        if (sizes.Count >= 2 && sizes.Select(column => column.Value).Distinct().Count() >= 2)
        {
            return new Pivot(PivotKind.BottleSize, sizes);
        }

        var places = given.Pivot is null or PivotKind.StorageArea ? Places() : [];
        places = places.Count >= 2 || given.Pivot is not null || given.PivotColumns is not null ? places : Branches();
        return places.Count >= 2 ? new Pivot(PivotKind.StorageArea, places) : null;
    }

    private bool IsCountedElsewhere(List<PivotColumn> sizes) =>
        Enumerable.Range(0, headers.Count)
            .Any(i => !sizes.Exists(column => column.Column == i + 1) && evidence[i].Filled > 0
                && evidence[i].Share(evidence[i].Numbers) >= 0.8m
        && HeaderAliases.Meanings(HeaderText.Parse(headers[i]).Key) is [{ Field: ItemField.Quantity, Strength: >= 0.85m }, ..]
            && !HeaderWords.Says(HeaderText.Normalize(headers[i]), Word.Total));

    /// <summary>Fields that must not be imported beside this pivot.</summary>
    internal static bool Excludes(Pivot pivot, string? field) => pivot.Kind == PivotKind.BottleSize
        ? PerSize.Contains(field)
        : field is ItemField.Quantity;

    private List<PivotColumn> Sizes()
    {
        var found = new List<PivotColumn>();
        for (var i = 0; i < headers.Count; i++)
        {
            if (IsOpen(i) && SizeOf(i) is { } size && (given.PivotField ?? FieldOf(i, size.Beside)) is { } field
                && !found.Exists(column => column.Value == size.Value && column.Field == field))
            {
                found.Add(new PivotColumn(i + 1, size.Value, field));
            }
        }

        return found;
    }

    private List<PivotColumn> Places()
    {
        var found = new List<PivotColumn>();
        for (var i = 0; i < headers.Count; i++)
        {
            if (IsOpen(i) && (given.PivotColumns is not null
                || (evidence[i].WithCurrency == 0 && (StoragePlaces.IsOne(headers[i]) || IsBetweenPlaces(i)))))
            {
                found.Add(new PivotColumn(i + 1, headers[i].Length == 0 ? $"Column {i + 1}" : headers[i], ItemField.Quantity));
            }
        }

        return found;
    }

    /// <summary>Numbers under a word that nobody knows, with a place on either side, are of a place as well.</summary>
    private bool IsBetweenPlaces(int column) =>
        column > 0 && column < headers.Count - 1 && evidence[column].Filled > 0 && StoragePlaces.IsOne(headers[column - 1])
            && StoragePlaces.IsOne(headers[column + 1])
        && HeaderAliases.Meanings(HeaderText.Normalize(headers[column])).Count == 0
            && !HeaderVarieties.IsTime(HeaderText.Normalize(headers[column]));

    /// <summary>"Stock (Soho)", "Stock (Camden)": the same stock of several houses.</summary>
    private List<PivotColumn> Branches() =>
        [.. PlaceNames.Find(headers)
            .Where(found => IsOpen(found.Column) && evidence[found.Column] is { Filled: > 0, WithCurrency: 0 } cells
                && !ColumnContradictions.LookLikeMoney(cells))
            .Select(found => new PivotColumn(found.Column + 1, found.Name, ItemField.Quantity))];

    /// <summary>Whether a column may be part of a pivot: its cells are numbers, and nobody said that it is something else.</summary>
    private bool IsOpen(int column)
    {
        if (given.PivotColumns is { } chosen)
        {
            return chosen.Contains(column + 1);
        }

        var cells = evidence[column];
        return headers[column].Length > 0
            && (cells.Filled == 0 || cells.Share(cells.Numbers) >= 0.6m)
            && !(given.Mapping ?? [])
                .Any(choice => choice.Field is not null
                    && (choice.Column == column + 1
                        || (choice.Header is not null && HeaderText.Normalize(choice.Header) == HeaderText.Normalize(headers[column]))));
    }

    private (string Value, string Beside)? SizeOf(int column)
    {
        var header = headers[column];
        var match = SizePattern().Match(header);
        if (match.Success && Unit.TryParse(match.Groups["unit"].Value, out var unit) && unit.Kind is UnitKind.Volume or UnitKind.Weight
            && decimal.TryParse(match.Groups["number"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number)
            && number * unit.Factor >= (unit.Code.Contains("oz", StringComparison.Ordinal) ? SmallestOunces : SmallestBottle))
        {
            var rest = HeaderText.Normalize(header.Remove(match.Index, match.Length));
            return rest.Split(' ').Intersect(["per", "pro", "par", "por", "je", "a"]).Any()
                ? null
                : (CellText.Size($"{number.ToString(CultureInfo.InvariantCulture)} {unit.Code}", new NumberFormat('.', false), null), rest);
        }

        return given is { Pivot: PivotKind.BottleSize, PivotColumns: not null } && header.Length > 0 ? (header, "") : null;
    }

    /// <summary>What the cells hold: by the word beside the size, else by how the numbers are written.</summary>
    private string? FieldOf(int column, string rest)
    {
        if (rest.Length > 0)
        {
            return HeaderAliases.Meanings(rest).FirstOrDefault(meaning => Held.Contains(meaning.Field)).Field;
        }

        var cells = evidence[column];
        if (cells.Filled == 0 || cells.WithCurrency * 2 >= cells.Filled)
        {
            return cells.Filled == 0 ? null : ItemField.UnitCost;
        }

        // A bare 21.85 may be a price or parts of a bottle; tenths and quarters are bottles.
        return cells.WithCurrency == 0 && cells.Samples.All(IsCount) ? ItemField.Quantity : null;
    }

    private static bool IsCount(string text)
    {
        text = text.Trim();
        var mark = text.AsSpan().IndexOfAny('.', ',');
        return mark < 0 || text.Length - mark == 2 || text[(mark + 1)..] is "25" or "50" or "75" or "00" or "33" or "66" or "67";
    }

    [GeneratedRegex(@"(?<![\d.,xX×])(?<number>\d{1,4}([.,]\d{1,3})?)\s?(?<unit>m[lL]|ML|c[lL]|CL|d[lL]|[lL]|LT|[lL]tr?s?|[lL]it(er|re|ro|ri)s?|oz|OZ|fl\.? ?oz|[gG]al(lon)?s?|k?[gG]|KG|Kg|lbs?|LB)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex SizePattern();
}
