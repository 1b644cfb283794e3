using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Headers that people write over their columns, in English, Spanish, French, German, Italian, Portuguese and Japanese.
/// </summary>
internal static partial class HeaderAliases
{
    private static readonly Dictionary<string, List<HeaderMeaning>> ByKey = Build();

    private const string DisplayName = " display name";

    /// <summary>Words that say whose name or code it is and may be left out.</summary>
    private static readonly string[] Owners =
    [
        "item ", "itm ", "ing ", "ingredient ", "prod ", "prd ", "art ", "articulo ", "insumo ", "ingrediente ", "zutat ", "product ",
        "variant ", "stock ", "article ", "produkt ", "artikel ", "producto ", "produit ", "prodotto ", "produto ",
    ];

    /// <summary>Words after a header that do not change what it means.</summary>
    private static readonly HashSet<string> Qualifiers =
    [
        "netto", "brutto", "net", "gross", "ht", "ttc", "hors", "taxe", "inkl", "exkl", "incl", "excl", "mwst", "ust", "vat", "gst", "tax",
        "iva", "tva", "each", "aktuell", "current", "actual",
    ];

    /// <summary>The words of all headers in the list.</summary>
    internal static IEnumerable<string> Words => ByKey.Keys.SelectMany(key => key.Split(' '));

    /// <summary>Whether the header stands in the list as it is.</summary>
    internal static bool IsListed(string key) => ByKey.ContainsKey(key);

    /// <summary>All that a header may mean, strongest first; empty when it is not known.</summary>
    internal static IReadOnlyList<HeaderMeaning> Meanings(string key)
    {
        if (key.Length == 0)
        {
            return [];
        }

        if (ByKey.TryGetValue(key, out var exact))
        {
            return exact;
        }

        if (HeaderLanguages.Without(key) is { } plainly && Meanings(plainly) is var written && HeaderLanguages.AreOf(written))
        {
            return [.. written.Select(meaning => meaning with { Strength = meaning.Strength * 0.95m })];
        }

        if (HeaderWords.Unglue(key) is { } parted && Meanings(parted) is { Count: > 0 } found)
        {
            return found;
        }

        if (key.StartsWith("stock ", StringComparison.Ordinal) && !HeaderWords.IsWord(key) && StoragePlaces.IsOne(key))
        {
            // "stock_almacen": how many are there, or where.
            return [new HeaderMeaning(ItemField.Quantity, 0.8m), new HeaderMeaning(ItemField.StorageArea, 0.6m)];
        }

        if (key.EndsWith(DisplayName, StringComparison.Ordinal)
            && Meanings(key[..^DisplayName.Length]) is [{ Field: ItemField.Category or ItemField.Brand or ItemField.Supplier
                or ItemField.StorageArea }, ..] shown)
        {
            return shown;
        }

        foreach (var owner in Owners)
        {
            if (key.StartsWith(owner, StringComparison.Ordinal) && ByKey.TryGetValue(key[owner.Length..], out var owned)
                && owned[0].Field is not null)
            {
                // The items' own id before that of what stands beside them.
                return [.. owned.Select(meaning => meaning with { Strength = meaning.Field == ItemField.Sku && key.EndsWith(" id",
                    StringComparison.Ordinal) ? 0.72m : meaning.Strength * 0.9m })];
            }
        }

        var words = key.Split(' ');
        if (words.Length > 1 && Qualifiers.Contains(words[^1]))
        {
            var plain = Meanings(string.Join(' ', words[..^1]));
            if (plain.Count > 0)
            {
                return [.. plain.Select(meaning => meaning with { Strength = meaning.Strength * 0.95m })];
            }
        }

        if (words.Length > 1 && HeaderSpelling.Mend(key) is not null)
        {
            // What a misspelt word makes of a stock must not be passed over: "stock minmo", "qty orderd".
            return Misspelt(key) is { Count: > 0 } meant
                ? meant
                : [.. HeaderGrammar.Read(key).Where(meaning => meaning.Field is not null && !ItemField.IsNumber(meaning.Field))];
        }

        return HeaderGrammar.Read(key) is { Count: > 0 } said ? said
            : FirstOf(key) is { Count: > 0 } first ? first
            : Misspelt(key) is { Count: > 0 } misspelt ? misspelt
            : Described(key);
    }

    /// <summary>"Flavour description", "merch desc": what is said about it at length.</summary>
    private static IReadOnlyList<HeaderMeaning> Described(string key) =>
        !HeaderText.HasAnyWord(key, "seo", "meta", "page", "image", "alt", "store", "shop")
        && key.LastIndexOf(' ') is > 0 and var at && key.AsSpan(at + 1).StartsWith("des")
        && ByKey.TryGetValue(key[(at + 1)..], out var last) && last.Exists(meaning => meaning.Field == ItemField.Notes)
            ? [new HeaderMeaning(ItemField.Notes, 0.5m)]
            : [];

    private static IReadOnlyList<HeaderMeaning> Misspelt(string key) =>
        HeaderSpelling.Mend(key) is { } meant
            ? [.. Meanings(meant).Select(meaning => meaning with { Strength = meaning.Strength * 0.9m })]
            : [];

    /// <summary>
    /// "Name of the wine / range": of several things that a column of words may hold, the first decides. "Price / glass" is a price for
    /// something.
    /// </summary>
    private static IReadOnlyList<HeaderMeaning> FirstOf(string key)
    {
        var per = key.IndexOf(" per ", StringComparison.Ordinal);
        return per > 0 && !char.IsAsciiDigit(key[per + 5])
            && Meanings(key[..per]) is [{ Field: { } field }, ..] first && Named.Contains(field)
                ? [.. first.Select(meaning => meaning with { Strength = meaning.Strength * 0.85m })]
                : [];
    }

    private static readonly HashSet<string> Named =
        [ItemField.Name, ItemField.Category, ItemField.Brand, ItemField.Supplier, ItemField.Notes];

    private static Dictionary<string, List<HeaderMeaning>> Build()
    {
        var index = new Dictionary<string, List<HeaderMeaning>>(StringComparer.Ordinal);
        foreach (var (field, strength, aliases) in Table)
        {
            foreach (var alias in WordLists.Of(aliases))
            {
                var key = HeaderText.Normalize(alias);
                var meanings = index.TryGetValue(key, out var known) ? known : index[key] = [];
                if (!meanings.Exists(meaning => meaning.Field == field))
                {
                    meanings.Add(new HeaderMeaning(field, strength, field == ItemField.UnitCost && strength < 0.8m));
                }
            }
        }

        // An item's own field names, as an export writes them, mean exactly that.
        foreach (var field in ItemField.All)
        {
            var key = HeaderText.Normalize(field);
            index[key] = [new HeaderMeaning(field, 1m), .. index.GetValueOrDefault(key, []).Where(meaning => meaning.Field != field)];
        }

        foreach (var meanings in index.Values)
        {
            meanings.Sort((a, b) => b.Strength.CompareTo(a.Strength));
        }

        return index;
    }
}
