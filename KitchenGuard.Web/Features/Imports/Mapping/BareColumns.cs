using System.Text.RegularExpressions;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Finds what stands beside the names in a list that has no header, where the values speak clearly.</summary>
internal sealed partial class BareColumns(ColumnFields columns, IReadOnlyList<ColumnEvidence> evidence, string department)
{
    private readonly ColumnEvidence _names = evidence[columns.ColumnOf(ItemField.Name)];

    internal IEnumerable<Candidate> Find()
    {
        (string Field, Func<ColumnEvidence, bool> Fits)[] fields = [(ItemField.UnitCost, ArePrices), (ItemField.Abv, AreStrengths)];
        foreach (var (field, fits) in fields)
        {
            // Beside another column of fractions, nobody knows which of the two are the prices.
            if (Columns(fits) is [var only] && columns.IsOpen(only)
                && (field != ItemField.UnitCost || Columns(AreFractions).TrueForAll(i => i == only)))
            {
                var isPrice = field == ItemField.UnitCost;
                yield return new Candidate(only, isPrice && ShowsPrices(only) ? ItemField.SalePrice : field, 0.6m, isPrice);
            }
        }

        if (Columns(AreFractions).Where(columns.IsOpen).ToList() is [var one, var other] && CostAndPrice(one, other) is { } pair)
        {
            yield return new Candidate(pair.Cost, ItemField.UnitCost, 0.6m, IsBarePrice: true);
            if (pair.Price is { } asked)
            {
                yield return new Candidate(asked, ItemField.SalePrice, 0.6m, IsBarePrice: true);
            }
        }

        var unit = columns.ColumnOf(ItemField.Unit);
        if (unit > 0 && !columns.Has(ItemField.Quantity) && columns.IsOpen(unit - 1) && AreCounts(unit))
        {
            yield return new Candidate(unit - 1, ItemField.Quantity, 0.6m);
        }

        if (!columns.Has(ItemField.SalePrice) && Columns(MenuEvidence.AreMade) is [var made] && columns.IsOpen(made))
        {
            yield return new Candidate(made, ItemField.Notes, 0.6m);
            if (Columns(cells => cells.Distinct >= 2 && cells.Share(cells.Numbers) > 0.9m
                && cells.Sequential * 2 < cells.Filled) is [var asked] && columns.IsOpen(asked) && !Columns(ArePrices).Contains(asked))
            {
                // Beside what a dish is made of, the one number is what it costs.
                yield return new Candidate(asked, ItemField.SalePrice, 0.6m, IsBarePrice: true);
            }
        }

        if (!columns.Has(ItemField.PackSize) && Columns(cells => cells.Share(cells.Weights) >= 0.9m) is [var weight]
            && columns.IsOpen(weight))
        {
            yield return new Candidate(weight, ItemField.PackSize, 0.6m);
        }

        if (Columns(AreCodes).Where(i => i < columns.ColumnOf(ItemField.Name)).ToList() is [var code] && columns.IsOpen(code))
        {
            yield return new Candidate(code, ItemField.Sku, 0.6m);
        }

        if (department == "bar" && !columns.Has(ItemField.BottleSize) && Columns(AreSizes) is [var size] && columns.IsOpen(size))
        {
            yield return new Candidate(size, ItemField.BottleSize, 0.6m);
        }

        var groups = Columns(AreGroups).Where(columns.IsOpen).ToList();
        if (groups.Count > 0)
        {
            // Towns, countries and distributors come again as well: the one with names of groups that we know.
            groups = groups.FindAll(i => ColumnFit.AreWineColours(evidence[i])) is { Count: > 0 } wines
                ? wines
                : groups.FindAll(i => AreOfDepartments(evidence[i]));
        }

        if (groups is [var group])
        {
            yield return new Candidate(group, ItemField.Category, 0.6m);
        }
    }

    private List<int> Columns(Func<ColumnEvidence, bool> fits) =>
        [.. Enumerable.Range(0, evidence.Count).Where(i => evidence[i].Filled >= 4 && fits(evidence[i]))];

    /// <summary>
    /// Two columns of money, one of which is above the other in all rows: what things cost and sell for. By the same part everywhere, it is
    /// the tax, and by a whole number a total.
    /// </summary>
    private (int Cost, int? Price)? CostAndPrice(int one, int other)
    {
        var (low, high) = evidence[one].Mean < evidence[other].Mean ? (one, other) : (other, one);
        // Weights, ratings and last year's prices look like money as well.
        if (!(AreReckoned(evidence[low])
            || (evidence[low].Share(evidence[low].WithCurrency) >= 0.9m && evidence[high].Share(evidence[high].WithCurrency) >= 0.9m))
                || !(ColumnContradictions.LookLikeMoney(evidence[high])
            || AreReckoned(evidence[high]) || ColumnContradictions.AreWithCents(evidence[high])))
        {
            return null;
        }

        var parts = evidence[low].Early.Where(cost => cost.Value > 0 && evidence[high].Early.ContainsKey(cost.Key))
            .Select(cost => evidence[high].Early[cost.Key] / cost.Value).ToList();
        return parts.Count < 6 || parts.Any(part => part is <= 1 or > 8) ? null
            : (parts.Max() - parts.Min() <= 0.03m && parts.Max() < 1.3m) || parts.All(part => Math.Abs(part - Math.Round(part)) < 0.01m)
                ? (low, null)
                : (low, high);
    }

    /// <summary>"2.7691": what a program reckoned a unit to cost.</summary>
    private static bool AreReckoned(ColumnEvidence cells) =>
        cells.Values.Count(value => value.AsSpan().Trim() is var text && text.LastIndexOfAny('.', ',') is >= 0 and var mark
            && text.Length - mark - 1 >= 3 && !text.EndsWith("000")) * 10 >= cells.Distinct * 6;

    /// <summary>
    /// Names and one price, and nothing that only a house says that buys: what guests pay, as in such lists with a header.
    /// </summary>
    private bool ShowsPrices(int price) =>
        MenuEvidence.Says(evidence)
            || (!AreGoods() && Enumerable.Range(0, evidence.Count).All(i => i == price || !AreNumbers(evidence[i])
                || AreLabels(evidence[i])) && !(columns.Has(ItemField.Unit) || columns.Has(ItemField.Supplier)
                || columns.Has(ItemField.ExpiresOn)
                || evidence.Any(cells => cells.Share(cells.Volumes + cells.Weights + cells.UnitNames + cells.Dates) >= 0.3m)));

    /// <summary>"Flour 25kg", "Zwiebeln": what is bought.</summary>
    private bool AreGoods() =>
        PriceLists.AreStaples(_names) || _names.Values.Count(value => Packed().IsMatch(value)) * 2 >= _names.Distinct;

    [GeneratedRegex(@"[0-9]\s?(kg|g|gr|l|lt|lb|lbs|oz|ml|cl)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Packed();

    /// <summary>
    /// "10, slices": the one number before units, in a list without prices; beside prices, a pack's size could stand there.
    /// </summary>
    private bool AreCounts(int unit)
    {
        var counts = evidence[unit - 1];
        // "70, cl" and "500, ml" are sizes.
        var kinds = evidence[unit].Values.Select(value => Unit.TryParse(value.Trim(), out var found) ? found : null).ToList();
        return kinds.Count(found => found?.Kind == UnitKind.Count) * 5 >= kinds.Count * 2 && counts.Largest <= 100_000 && AreNumbers(counts)
            && counts.Filled * 10 >= evidence[unit].Filled * 9 && counts.WithCurrency == 0 && counts.Sequential * 2 < counts.Filled
            && !ColumnContradictions.LookLikeMoney(counts)
            && !ColumnContradictions.SpeakAgainst(ItemField.Quantity, counts)
                && Enumerable.Range(0, evidence.Count).All(i => i == unit - 1 || !AreNumbers(evidence[i]) || AreLabels(evidence[i]));
    }

    /// <summary>Numbers that count rows, or that are scanned.</summary>
    private static bool AreLabels(ColumnEvidence cells) => cells.Sequential * 2 >= cells.Filled || CodeFit.AreBarcodes(cells);

    private static bool AreNumbers(ColumnEvidence cells) => cells.Filled >= 4 && cells.Share(cells.Numbers) >= 0.9m;

    /// <summary>Numbers that look like money, or all of which are written with cents. Beside units they may be what is weighed.</summary>
    private bool ArePrices(ColumnEvidence cells) =>
        cells.Distinct >= 3 && cells.Share(cells.Numbers) > 0.9m && !ColumnContradictions.SpeakAgainst(ItemField.UnitCost, cells)
            && !evidence.Any(other => other.Share(other.UnitNames) > 0.5m)
        && (ColumnContradictions.LookLikeMoney(cells) || ColumnContradictions.AreWithCents(cells));

    /// <summary>Numbers of which some are no wholes, and which differ.</summary>
    private static bool AreFractions(ColumnEvidence cells) =>
        cells.Distinct >= 3 && cells.Share(cells.Numbers) > 0.9m && cells.Early.Count > 0
            && cells.Early.Values.Count(value => value % 1 != 0) * 5 >= cells.Early.Count && cells.Percents == 0;

    /// <summary>Numbers or letters with numbers before the name, another one in each row, and no count of the rows.</summary>
    private static bool AreCodes(ColumnEvidence cells) =>
        cells.DistinctIsKnown && cells.Distinct == cells.Filled && cells.Sequential * 2 < cells.Filled
        && cells.Values.All(value => value.Trim() is { Length: >= 2 and <= 20 } code && CellText.HasDigit(code)
            && (code.Length >= 4 || code.Any(char.IsLetter)) && !code.AsSpan().ContainsAny(" ,;:/"))
        && cells.Points + cells.Commas + cells.Dates + cells.Volumes + cells.Weights == 0;

    /// <summary>Whole numbers of millilitres in which bottles and cans come.</summary>
    private static bool AreSizes(ColumnEvidence cells) =>
        cells.Distinct >= 2 && cells.Share(cells.Numbers) >= 0.9m && cells.Distinct * 3 <= cells.Filled && BareSizes.UnitOf(cells) == "ml";

    /// <summary>"4.8 %": what is drunk says so, and hardly ever in wholes.</summary>
    private bool AreStrengths(ColumnEvidence cells) => department == "bar" && cells.Largest <= 96
        && ((cells.Share(cells.Percents) >= 0.9m && cells.Mean is >= 3 and <= 60 && cells.Share(cells.Points + cells.Commas) >= 0.3m)
            || AreOfSpirits(cells));

    /// <summary>40, 37.5, 43: spirits come in few strengths, and prices hardly in these.</summary>
    private static bool AreOfSpirits(ColumnEvidence cells)
    {
        var all = cells.Early.Values;
        return AreNumbers(cells) && cells.WithCurrency == 0 && all.All(value => value is >= 15 and <= 75) && all.Contains(40)
            && all.Any(value => value is 37.5m or 43 or 46)
            && all.Count(value => value is 35 or 37.5m or 38 or 40 or 42 or 43 or 45 or 46 or 47 or 48 or 50) * 10 >= all.Count * 6;
    }

    /// <summary>A few words that come again, beside names that hardly do.</summary>
    private bool AreGroups(ColumnEvidence cells) =>
        cells is { Filled: >= 6, Distinct: >= 2, DistinctIsKnown: true } && cells.Distinct * 2 <= cells.Filled
            && cells.Filled * 10 >= _names.Filled * 6
        && _names.DistinctIsKnown && _names.Distinct * 10 >= _names.Filled * 8 && cells.Share(cells.Words) >= 0.9m
            && cells.Characters <= 30L * cells.Filled
        && !ColumnContradictions.SpeakAgainst(ItemField.Category, cells) && cells.Share(cells.UnitNames) < 0.3m
            && cells.Values.Count(IsNoGroup) * 10 <= cells.Distinct * 3;

    private static bool IsNoGroup(string value) =>
        value.AsSpan().Trim().Length < 3 || ColumnFit.IsFlag(value) || PackFit.IsSize(value) || StoragePlaces.IsOne(value)
            || Countries.IsOne(value);

    private static bool AreOfDepartments(ColumnEvidence cells) =>
        cells.Values.Count(value => (DepartmentWords.Department(value) ?? DepartmentWords.About(value)) is not null
            || MenuEvidence.IsSection(value)) * 2 >= cells.Distinct;
}
