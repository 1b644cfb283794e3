using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Why a column is not what its header says.</summary>
/// <param name="Code">The issue's code; null: there is nothing to be said about it.</param>
/// <param name="Sentence">What is told about it.</param>
internal readonly record struct ColumnDoubt(string? Code = null, string Sentence = "");

/// <summary>
/// Finds what speaks against a column being what its header says: its values, the columns beside it, or what kind of list it is.
/// </summary>
/// <param name="titles">The headers as found.</param>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
/// <param name="meanings">What the headers say.</param>
/// <param name="prices">The prices of the table.</param>
/// <param name="fits">Compares headers with values.</param>
/// <param name="currency">The restaurant's.</param>
internal sealed class ColumnDoubts(
    IReadOnlyList<string> titles, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, ColumnMeanings meanings,
        ColumnPrices prices, ColumnFit fits, string currency)
{
    private readonly ColumnNeighbours _neighbours = new(headers, evidence, meanings.All, prices, currency);

    /// <summary>The column of what came in for the things listed; -1: it is no report of sales.</summary>
    private readonly Lazy<int> _takings = new(() => SalesReports.TakingsOf(headers, evidence));

    /// <summary>What speaks against a meaning of a header; null: nothing.</summary>
    internal ColumnDoubt? OfMeaning(int column, HeaderMeaning meaning)
    {
        var cells = evidence[column];
        if (meaning.Field is not { } field || IsWorth(column, field)
            || (field == ItemField.Quantity && meaning.Strength < 0.85m && ColumnContradictions.LookLikeMoney(cells))
            || (field is ItemField.Quantity or ItemField.PackSize && meaning.Strength <= 0.6m && cells.Filled == 0))
        {
            return new ColumnDoubt();
        }

        if (ItemField.IsMoney(field) && WhyNotMoney(column) is { } reason)
        {
            return NoMoney(column, reason);
        }

        return _neighbours.LeaveUnproven(column, meaning) ? new ColumnDoubt()
            : ItemField.IsMoney(field)
                && ColumnTotals.Are(column, evidence, meanings.All) ? NoMoney(column, "it is the value of all that is there")
            : ItemField.IsMoney(field)
                && (fits.IsPoured(column)
                    || prices.AreForSomethingElse(column, meaning)) ? NoMoney(column, "it is for something else than the counted unit")
            : field == ItemField.Name && AreCodesBesideTexts(column) ? new ColumnDoubt() : null;
    }

    /// <summary>What speaks against the field that a column's values allow; null: nothing.</summary>
    internal ColumnDoubt? OfField(int column, HeaderMeaning meaning, string field) => field switch
    {
        ItemField.Quantity => OfQuantity(column),
        ItemField.UnitCost when SalesReports.IsCostOfSold(headers[column].Key)
            && SalesReports.FindTakings(headers, evidence) is >= 0 and var sales => new ColumnDoubt(
            IssueCode.SalesReport,
                $"This looks like a report of sales: beside '{titles[sales]}', the column '{titles[column]}' says what all that was sold has cost, not one. It is not imported."),
        _ when ItemField.IsMoney(field) && headers[column].Currency is { } sign && !CurrencyText.Means(sign, currency) => new ColumnDoubt(
            IssueCode.ForeignCurrency,
                $"The column '{titles[column]}' is not imported because its prices are in {sign}, not in {currency}."),
        _ when meaning.IsBare && prices.AreForComparing(column) => new ColumnDoubt(),
        ItemField.Unit when meaning.Strength <= 0.6m && !fits.AreUnits(column) => new ColumnDoubt(),
        _ => null,
    };

    private ColumnDoubt? OfQuantity(int column)
    {
        var (title, key) = (titles[column], headers[column].Key);
        return SalesReports.IsBareQuantity(key) && _takings.Value is >= 0 and var takings ? new ColumnDoubt(
                IssueCode.SalesReport,
                    $"This looks like a report of sales: beside '{titles[takings]}', the column '{title}' says how many were sold, not how many are there. It is not imported.")
            : MenuEvidence.ArePortions(evidence[column]) && prices.IsMenu.Value ? new ColumnDoubt(
                IssueCode.ColumnDoesNotFit,
                    $"This looks like a menu: the column '{title}' says how much is served, not how much is there. It is not imported.")
            : meanings.Moves >= 0 ? new ColumnDoubt(
                IssueCode.Movements, $"This looks like a list of what came and went: '{titles[meanings.Moves]}' says of each line why, so '{title}' is not what is there. It is not imported.")
            : Openings.IsOverdue(headers, column) ? new ColumnDoubt(
                IssueCode.ColumnUnsure,
                    $"The column '{title}' is what there was before other columns say what came and went, so it is not imported as the quantity.")
            : null;
    }

    /// <summary>"Stock (€)" is what the stock is worth.</summary>
    private bool IsWorth(int column, string field) => ItemField.IsNumber(field) && !ItemField.IsMoney(field)
        && headers[column].Currency is { } money && (money.Length == 3 || !char.IsAsciiLetter(money[0]));

    private ColumnDoubt NoMoney(int column, string reason) =>
        new(IssueCode.ColumnDoesNotFit, $"The column '{titles[column]}' is not imported as a price or cost, because {reason}.");

    /// <summary>Prices in thousands are no price of a thing, and "12.95" is not in cents.</summary>
    private string? WhyNotMoney(int column) => headers[column].Times < 1 ? "its header says that it is in hundreds or thousands"
        : headers[column] is { Times: 100, Unit.Kind: not UnitKind.Count } or { Times: 100,
            Unit: null } && ColumnContradictions.LookLikeMoney(evidence[column])
                ? "its header says cents, but its prices do not look like that"
                : null;

    /// <summary>"Artigo, Descrição": BEB001 is how a program calls what the text beside it describes.</summary>
    private bool AreCodesBesideTexts(int column)
    {
        var cells = evidence[column];
        return cells.Filled > 2
            && cells.Values.All(value => value.Length is >= 3 and <= 20 && CellText.HasDigit(value)
                && !value.Contains(' ', StringComparison.Ordinal) && !value.Any(char.IsLower))
            && headers.Beside(column)
                .Any(i => HeaderWords.Says(headers[i].Key, Word.Description) && evidence[i].Filled * 10 >= cells.Filled * 9
                && evidence[i].Values.Count(value => value.Contains(' ', StringComparison.Ordinal)) * 2 >= evidence[i].Distinct
                    && evidence[i].Distinct * 10 >= evidence[i].Filled * 8);
    }
}
