using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Finds a stock that two columns tell only together: "Cases" and "Bottles", "Full bottles" and "Tenths".</summary>
internal static class CountedInParts
{
    private static readonly string[] Full = ["full", "whole", "voll", "volle", "pleines", "pleins", "llenas", "llenos", "enteras", "piene", "intere", "cheias", "inteiras"];

    /// <summary>Of the bottle that is open.</summary>
    private static readonly string[] Rest =
        ["tenths", "tenth", "10ths", "zehntel", "dixiemes", "decimas", "decimos", "decimi", "tienden"];

    /// <returns>The column that tells the other part of a column's count; -1: the column tells it alone.</returns>
    internal static int OtherPart(int column, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence)
    {
        if (!Counts(column))
        {
            return -1;
        }

        var key = headers[column].Key;
        return HeaderText.HasAnyWord(key, Full) ? Find(other => HeaderText.HasAnyWord(other, Rest))
            : HeaderText.HasAnyWord(key, Rest) ? Find(other => HeaderText.HasAnyWord(other, Full))
            : ArePieces(key) && !HasTotal() ? Find(AreCases)
            : AreCases(key) && !HasTotal() ? Find(ArePieces) : -1;

        int Find(Func<string, bool> says) => Enumerable.Range(0, headers.Count).FirstOrDefault(i => i != column && Counts(i) && says(headers[i].Key), -1);

        bool Counts(int i) => evidence[i].Filled > 0 && evidence[i].Share(evidence[i].Numbers) >= 0.5m && !ColumnContradictions.LookLikeMoney(evidence[i]) && headers[i].Currency is null;

        // "Stock" beside both says how many there are in all.
        bool HasTotal() => Enumerable.Range(0, headers.Count).Any(i => evidence[i].Filled > 0 && HeaderAliases.Meanings(headers[i].Key) is [{ Field: ItemField.Quantity, Strength: >= 0.7m }, ..] && !ArePieces(headers[i].Key) && !AreCases(headers[i].Key));
    }

    internal static bool AreCases(string key) => HeaderWords.Says(key, Word.Case) && HeaderGrammar.IsOnly(key, Word.Case, Word.Stock, Word.Counted, Word.Current);

    private static bool ArePieces(string key) => (HeaderWords.Says(key, Word.Bottle) || HeaderText.HasAnyWord(key, "units", "pieces", "singles", "eaches", "stuck", "unites", "unidades", "pezzi", "stuks"))
        && HeaderGrammar.IsOnly(key, Word.Bottle, Word.Unit, Word.Quantity, Word.Stock, Word.Counted, Word.Current);
}
