using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Which field the words of a header lead to.</summary>
internal static class HeaderRules
{
    internal static HeaderMeaning? Meaning(HeaderSaid said)
    {
        if (said.Has(Word.Setting) || (said.Has(Word.Estimated) && !said.IsMoney))
        {
            return null;
        }

        if (said.Has(Word.Detail))
        {
            // "Product details" are notes, "colour detail" and "supplier info" are about something else.
            return said.Only(Word.Detail, Word.Description, Word.Notes, Word.Name, Word.Stock)
                ? new(ItemField.Notes, said.Has(Word.Notes) ? 0.7m : 0.58m)
                : null;
        }

        if (said.Has(Word.Expiry))
        {
            // "Expiry date" says when; "expiry alert days" and "expiry date format" do not.
            var isOther = said.Has(Word.Alert) || said.IsMoney || said.Has(Word.Number) || said.Has(Word.Pack) || said.Has(Word.Type)
                || said.IsStock;
            return isOther ? null : new(ItemField.ExpiresOn, 0.85m);
        }

        if (said.Has(Word.Other))
        {
            // "Handling notes" are notes.
            return said.Last == Word.Notes && !said.IsMoney ? new(ItemField.Notes, 0.6m) : null;
        }

        if (said.Has(Word.Type) && !said.Has(Word.Category))
        {
            return said.Count == 1 ? new(ItemField.Category, 0.7m)
                : said.Has(Word.Storage) && said.Only(Word.Type, Word.Storage) ? new(ItemField.StorageArea, 0.6m)
                : (said.Has(Word.Unit) || said.Has(Word.Pack) || said.Has(Word.Wrapping))
                    && said.Only(Word.Type, Word.Unit, Word.Pack, Word.Wrapping) ? new(ItemField.Unit, 0.6m)
                : (said.Has(Word.Item) || said.Has(Word.Alcohol)) && said.Only(Word.Type, Word.Alcohol)
                    ? new(ItemField.Category, 0.75m)
                    : null;
        }

        if (said.Has(Word.Markup))
        {
            return said.Has(Word.Price) && said.Has(Word.With) && !said.Has(Word.Cost) ? new(ItemField.SalePrice, 0.75m) : null;
        }

        if (said.Has(Word.Moved) && !said.Has(Word.Price) && !said.Has(Word.Cost))
        {
            return null;
        }

        return Codes(said) ?? HeaderMoney.Meaning(said) ?? HeaderLevels.Meaning(said) ?? HeaderPacks.Meaning(said) ?? Places(said)
            ?? HeaderAmounts.Meaning(said) ?? HeaderTexts.Meaning(said);
    }

    private static HeaderMeaning? Codes(HeaderSaid said)
    {
        if (said.Has(Word.Barcode))
        {
            return said.IsMoney || said.Has(Word.Case) ? null : new(ItemField.Barcode, 0.85m);
        }

        if (said.Has(Word.Lot) && !said.IsMoney)
        {
            return said.Only(Word.Lot, Word.Code, Word.Number, Word.Name, Word.Supplier, Word.Brand, Word.Stock, Word.Per)
                ? new(ItemField.LotCode, 0.85m)
                : null;
        }

        if (said.Has(Word.Alcohol) || (said.Has(Word.Percent) && said.Has(Word.Volume)))
        {
            return said.Only(Word.Alcohol, Word.Percent, Word.Volume, Word.Content, Word.Level, Word.Per, Word.Without)
                ? new(ItemField.Abv, 0.85m)
                : null;
        }

        if ((said.Has(Word.Code) || said.Has(Word.Number))
            && said.Only(Word.Code, Word.Number, Word.Name, Word.Supplier, Word.Purchase, Word.Brand, Word.Stock))
        {
            // "Supplier id" is the supplier's own number, "supplier item no" the item's.
            return said.Has(Word.Supplier)
                || said.Has(Word.Brand) ? (said.Has(Word.Item) || said.Has(Word.Code) ? new(ItemField.Sku, 0.5m) : null)
                : said.Has(Word.Code) && said.Telling >= 1 && !said.Has(Word.Name) ? new(ItemField.Sku, 0.85m)
                : said.Last == Word.Number
                    && ((said.Telling == 1 && (said.Has(Word.Item) || said.Count == 1))
                        || (said.Telling == 2 && said.First == Word.Stock)) ? new(ItemField.Sku, 0.7m)
                : said is { First: Word.Number, Last: Word.Item, Count: 2 } ? new(ItemField.Sku, 0.7m) : null;
        }

        return null;
    }

    private static HeaderMeaning? Places(HeaderSaid said)
    {
        if (said.IsMoney || said.Has(Word.Supplier) && said.Has(Word.Place) || said.Has(Word.Unit))
        {
            return null;
        }

        if (said.Has(Word.Storage) && said.Has(Word.Category) && said.Only(Word.Storage, Word.Category, Word.Name))
        {
            return new(ItemField.StorageArea, 0.6m);
        }

        if (said.Has(Word.Place) || said.Has(Word.Storage))
        {
            if (said.Has(Word.Counted) && said.Last is Word.Place or Word.Storage
                && said.Only(Word.Counted, Word.Place, Word.Storage, Word.Stock))
            {
                // "Count location" is where, "location count" how many.
                return new(ItemField.StorageArea, 0.7m);
            }

            var stocked = said.Has(Word.Quantity) || said.Has(Word.Counted) || said.Has(Word.Available)
                || (said.Has(Word.Stock) && !said.Has(Word.Place));
            return stocked || !said.Only(Word.Place, Word.Storage, Word.Stock, Word.Name, Word.Description, Word.Code, Word.Per) ? null
                : new(ItemField.StorageArea, said.Has(Word.Code) || said.Has(Word.Description) ? 0.6m : 0.8m);
        }

        return null;
    }
}
