using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Finds a stock that two columns tell only together: "Cases" and "Bottles", "Full bottles" and "Tenths".</summary>
internal static class CountedInParts
{
    private static readonly string[] Full =
    [
        "full", "whole", "voll", "volle", "pleines", "pleins", "llenas", "llenos", "enteras", "piene", "intere", "cheias", "inteiras",
        "sealed", "unopened", "closed", "geschlossen", "geschlossene", "fermees", "cerradas", "chiuse", "fechadas",
    ];

    /// <summary>Of the bottle that is open.</summary>
    private static readonly string[] Rest =
        [
            "tenths", "tenth", "10ths", "zehntel", "dixiemes", "decimas", "decimos", "decimi", "tienden", "open", "opened", "part",
            "partial", "partials", "left", "remaining", "loose", "angebrochen", "angebrochene",
            "anbruch", "offen", "offene", "rest", "entame", "entamee", "entames", "entamees", "ouverte", "ouvertes", "abierta", "abierto",
            "abiertas", "aperta", "aperte", "aperto", "aberta", "aberto", "abertas", "aangebroken",
        ];

    /// <summary>Poured from bottles that are counted beside them.</summary>
    private static readonly HashSet<string> Glasses =
    [
        "glasses", "glaser", "verres", "copas", "bicchieri", "copos", "glazen", "shots", "pours",
    ];

    /// <summary>Whether a header is one of full ones, open ones or loose pieces.</summary>
    internal static bool IsPart(string key) => HeaderText.HasAnyWord(key, Full) || HeaderText.HasAnyWord(key, Rest);

    /// <returns>The column that tells the other part of a column's count; -1: the column tells it alone.</returns>
    internal static int OtherPart(int column, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence)
    {
        if (!Counts(column))
        {
            return -1;
        }

        var key = headers[column].Key;
        return HeaderText.HasAnyWord(key, Full) ? headers.Beside(column)
            .FirstOrDefault(i => Counts(i) && SaysHowMuch(i) && HeaderText.HasAnyWord(headers[i].Key, Rest), -1)
            : HeaderText.HasAnyWord(key, Rest) ? Find(other => HeaderText.HasAnyWord(other, Full))
            : ArePieces(headers[column]) && HeaderWords.Says(key, Word.Bottle) && Find(Glasses.Contains) is >= 0 and var glasses ? glasses
            : ArePieces(headers[column]) && !HasTotal() ? FindPart(AreCases)
            : AreCases(headers[column]) && !HasTotal() ? FindPart(ArePieces) : -1;

        int Find(Func<string, bool> says) => FindPart(header => says(header.Key));

        int FindPart(Func<HeaderText, bool> says) => headers.Beside(column).FirstOrDefault(i => Counts(i) && says(headers[i]), -1);

        bool Counts(int i) => evidence[i].Filled > 0 && evidence[i].Share(evidence[i].Numbers) >= 0.5m
            && !ColumnContradictions.LookLikeMoney(evidence[i]) && headers[i].Currency is null;

        // Nothing but 1 and 0 says whether one is open.
        bool SaysHowMuch(int i) => evidence[i].Largest > 1 || evidence[i].WholeNumbers < evidence[i].Filled;

        // "Stock" beside both says how many there are in all.
        bool HasTotal() => Enumerable.Range(0, headers.Count)
            .Any(i => evidence[i].Filled > 0
                && HeaderAliases.Meanings(headers[i].Key) is [{ Field: ItemField.Quantity, Strength: >= 0.7m }, ..]
                && !ArePieces(headers[i]) && !AreCases(headers[i]));
    }

    /// <summary>"Stock cases", "On hand (CS)".</summary>
    internal static bool AreCases(HeaderText header) =>
        AreCases(header.Key) || (header.Unit is { } unit && CountText.IsCase(unit) && IsStock(header.Key));

    private static bool ArePieces(HeaderText header) =>
        ArePieces(header.Key) || (header.Unit is { } unit && CountText.IsPiece(unit) && IsStock(header.Key));

    private static bool IsStock(string key) =>
        HeaderAliases.Meanings(key) is [{ Field: ItemField.Quantity, Strength: >= 0.7m }, ..] || key == "closing";

    private static bool AreCases(string key) =>
        HeaderWords.Says(key, Word.Case) && HeaderGrammar.IsOnly(key, Word.Case, Word.Stock, Word.Counted, Word.Current);

    private static bool ArePieces(string key) =>
        (HeaderWords.Says(key, Word.Bottle)
            || HeaderText.HasAnyWord(key, "units", "pieces", "singles", "eaches", "each", "ea", "stuck", "unites", "unidades", "pezzi",
                "stuks"))
        && HeaderGrammar.IsOnly(key, Word.Bottle, Word.Unit, Word.Quantity, Word.Stock, Word.Counted, Word.Current);
}
