using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What is written about the item in words, by the words of a header: its name, group, maker, supplier, notes.</summary>
internal static class HeaderTexts
{
    internal static HeaderMeaning? Meaning(HeaderSaid said)
    {
        if (said.IsMoney || said.Has(Word.Tax) || said.Has(Word.Percent))
        {
            return null;
        }

        if (said.Has(Word.Notes))
        {
            // "Winery note" says less about the item than "tasting note".
            return new(ItemField.Notes, said.HasAny(Word.Brand, Word.Supplier) ? 0.5m : 0.7m);
        }

        if (said.Has(Word.Supplier))
        {
            return said.Only(Word.Supplier, Word.Name, Word.Purchase, Word.Brand, Word.Per, Word.Current)
                ? new(ItemField.Supplier, 0.85m)
                : null;
        }

        if (said.Has(Word.Category))
        {
            // A "category id" is one where its values are words.
            return said.Only(Word.Category, Word.Type, Word.Name, Word.Code, Word.Number, Word.Stock, Word.Sale, Word.Part, Word.Level,
                Word.Description)
                ? new(ItemField.Category, said.Has(Word.Part) || said.Has(Word.Number) ? HeaderMeaning.Weak
                    : said.Has(Word.Code) ? 0.6m
                    : 0.8m) : null;
        }

        if (said.Has(Word.Brand))
        {
            return said.Only(Word.Brand, Word.Name) ? new(ItemField.Brand, 0.8m) : null;
        }

        if (said is { First: Word.Code, Last: Word.Name or Word.Description } && said.Only(Word.Code, Word.Name, Word.Description))
        {
            // "SKU name".
            return new(ItemField.Name, 0.75m);
        }

        if (said.Has(Word.Unit) && said.Only(Word.Unit, Word.Description, Word.Name, Word.Code, Word.Per))
        {
            return new(ItemField.Unit, said.Has(Word.Code) ? 0.7m : 0.8m);
        }

        if (said.Telling == 0)
        {
            // "Product template", "list of articles": nothing but the thing itself.
            return said.Has(Word.Item) ? new(ItemField.Name, 0.7m) : null;
        }

        return said.Has(Word.Name)
            && said.Only(Word.Name, Word.Stock, Word.Description, Word.Sale, Word.Bottle) ? new(ItemField.Name, 0.85m)
            : said.Has(Word.Description) && said.Only(Word.Description, Word.Stock)
                ? new(ItemField.Name, said.First == Word.Item ? 0.75m : 0.5m)
                : null;
    }
}
