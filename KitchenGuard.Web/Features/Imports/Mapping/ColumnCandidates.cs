using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What one column may be.</summary>
internal sealed record Candidate(int Column, string Field, decimal Strength, bool IsBarePrice = false);

/// <summary>Finds what columns may be, each by its own header and values, and by which prices stand beside it.</summary>
/// <param name="titles">The headers as found.</param>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
/// <param name="fits">Compares the two.</param>
/// <param name="currency">The restaurant's.</param>
/// <param name="note">Takes a code, a column and a sentence.</param>
internal sealed class ColumnCandidates(
    IReadOnlyList<string> titles, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, ColumnFit fits,
        string currency, Action<string, int, string> note)
{
    private readonly ColumnMeanings _meanings = new(titles, headers, evidence);

    private ColumnPrices Prices => field ??= new ColumnPrices(headers, evidence, _meanings.All);

    private CandidateStrength Strengths => field ??= new CandidateStrength(headers, evidence, _meanings.All, Prices);

    private ColumnDoubts Doubts => field ??= new ColumnDoubts(titles, headers, evidence, _meanings, Prices, fits, currency);

    /// <summary>What one column may be, by its header and by its values.</summary>
    internal IEnumerable<Candidate> Of(int column)
    {
        if (_meanings.WhyNotCounted(column) is { } why)
        {
            note(IssueCode.ColumnUnsure, column, why);
        }

        var known = _meanings.Of(column);
        foreach (var meaning in known)
        {
            if (Doubts.OfMeaning(column, meaning) is { } doubt)
            {
                Say(column, doubt);
                continue;
            }

            if (Prices.FieldOf(column, meaning) is not { } named || fits.Adjust(column, named) is not { } field)
            {
                note(IssueCode.ColumnDoesNotFit, column,
                    $"The column '{titles[column]}' is not imported as {FieldWords.Of(meaning.Field!)} because its values do not look like that.");
                continue;
            }

            if (Doubts.OfField(column, meaning, field) is { } other)
            {
                Say(column, other);
                continue;
            }

            var said = meaning.Field == ItemField.Unit && field == ItemField.Quantity ? 0.7m : meaning.Strength;
            var strength = Strengths.Of(column, field, said, meaning.IsBare);
            if (field == ItemField.Sku && CodeFit.AreBarcodes(evidence[column]))
            {
                yield return new Candidate(column, ItemField.Barcode, strength * 0.95m);
                strength *= 0.9m;
            }

            yield return new Candidate(column, field, strength, meaning.IsBare);
        }

        if (fits.ByValuesAlone(column, known) is { } byValues)
        {
            yield return new Candidate(column, byValues, known.Count == 0 ? 0.55m : 0.65m);
        }
    }

    private void Say(int column, ColumnDoubt doubt)
    {
        if (doubt.Code is { } code)
        {
            note(code, column, doubt.Sentence);
        }
    }
}
