using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Which field the words of a header lead to.</summary>
internal static class HeaderRules
{
    internal static HeaderMeaning? Meaning(HeaderSaid said)
    {
        if (said.Has(Word.Setting))
        {
            return null;
        }

        if (said.Has(Word.Detail))
        {
            // "Product details" are notes, "colour detail" and "supplier info" are about something else.
            return said.Only(Word.Detail, Word.Description, Word.Notes, Word.Name, Word.Stock) ? new(ItemField.Notes, said.Has(Word.Notes) ? 0.7m : 0.58m) : null;
        }

        if (said.Has(Word.Expiry))
        {
            // "Expiry date" says when; "expiry alert days" and "expiry date format" do not.
            return said.Has(Word.Alert) || said.IsMoney || said.Has(Word.Number) || said.Has(Word.Pack) || said.Has(Word.Type) || said.IsStock ? null : new(ItemField.ExpiresOn, 0.85m);
        }

        if (said.Has(Word.Other))
        {
            // "Handling notes" are notes.
            return said.Last == Word.Notes && !said.IsMoney ? new(ItemField.Notes, 0.6m) : null;
        }

        if (said.Has(Word.Type) && !said.Has(Word.Category))
        {
            return said.Has(Word.Storage) && said.Only(Word.Type, Word.Storage) ? new(ItemField.StorageArea, 0.6m)
                : (said.Has(Word.Unit) || said.Has(Word.Pack) || said.Has(Word.Wrapping)) && said.Only(Word.Type, Word.Unit, Word.Pack, Word.Wrapping) ? new(ItemField.Unit, 0.6m)
                : (said.Has(Word.Item) || said.Has(Word.Alcohol)) && said.Only(Word.Type, Word.Alcohol) ? new(ItemField.Category, 0.75m) : null;
        }

        if (said.Has(Word.Markup))
        {
            return said.Has(Word.Price) && said.Has(Word.With) && !said.Has(Word.Cost) ? new(ItemField.SalePrice, 0.75m) : null;
        }

        if (said.Has(Word.Moved) && !said.Has(Word.Price) && !said.Has(Word.Cost))
        {
            return null;
        }

        return Codes(said) ?? HeaderMoney.Meaning(said) ?? Levels(said) ?? Packs(said) ?? Places(said) ?? Amounts(said) ?? Texts(said);
    }

    private static HeaderMeaning? Codes(HeaderSaid said)
    {
        if (said.Has(Word.Barcode))
        {
            return said.IsMoney || said.Has(Word.Case) ? null : new(ItemField.Barcode, 0.85m);
        }

        if (said.Has(Word.Lot) && !said.IsMoney)
        {
            return said.Only(Word.Lot, Word.Code, Word.Number, Word.Name, Word.Supplier, Word.Brand, Word.Stock, Word.Per) ? new(ItemField.LotCode, 0.85m) : null;
        }

        if (said.Has(Word.Alcohol) || (said.Has(Word.Percent) && said.Has(Word.Volume)))
        {
            return said.Only(Word.Alcohol, Word.Percent, Word.Volume, Word.Content, Word.Level, Word.Per, Word.Without) ? new(ItemField.Abv, 0.85m) : null;
        }

        if ((said.Has(Word.Code) || said.Has(Word.Number)) && said.Only(Word.Code, Word.Number, Word.Name, Word.Supplier, Word.Purchase, Word.Brand, Word.Stock))
        {
            // "Supplier id" is the supplier's own number, "supplier item no" the item's.
            return said.Has(Word.Supplier) || said.Has(Word.Brand) ? (said.Has(Word.Item) || said.Has(Word.Code) ? new(ItemField.Sku, 0.5m) : null)
                : said.Has(Word.Code) && said.Telling >= 1 && !said.Has(Word.Name) ? new(ItemField.Sku, 0.85m)
                : said.Last == Word.Number && ((said.Telling == 1 && (said.Has(Word.Item) || said.Count == 1)) || (said.Telling == 2 && said.First == Word.Stock)) ? new(ItemField.Sku, 0.7m)
                : said is { First: Word.Number, Last: Word.Item, Count: 2 } ? new(ItemField.Sku, 0.7m) : null;
        }

        return null;
    }

    private static HeaderMeaning? Levels(HeaderSaid said)
    {
        if (said.IsMoney || said.Has(Word.Unit) && !said.IsStock && !said.Has(Word.Target))
        {
            return null;
        }

        if (said.Has(Word.Code) || said.Has(Word.Name) || said.Has(Word.Description) || said.Has(Word.Category) || said.Has(Word.Supplier) || said.Has(Word.Notes))
        {
            return null;
        }

        var level = said.Has(Word.Level) || said.IsStock;
        if (said.Has(Word.Target) && !said.Has(Word.Minimum))
        {
            return said.Has(Word.Case) ? new(ItemField.ParCases, 0.8m) : said.Only(Word.Target, Word.Level, Word.Stock, Word.Quantity, Word.Unit, Word.Counted, Word.Current, Word.Storage, Word.Bottle, Word.Alert)
                ? new(ItemField.ParLevel, 0.85m) : null;
        }

        var floor = said.Has(Word.Minimum) || said.Has(Word.Low) || said.Has(Word.Alert) || said.Has(Word.Reorder);
        var measured = said.Has(Word.Size) || said.Has(Word.Content) || (said.Has(Word.Weight) && !said.IsStock);
        if (!floor || said.Has(Word.Case) || measured)
        {
            return null;
        }

        // A reorder quantity is how much to buy, not when.
        var when = said.Has(Word.Minimum) || said.Has(Word.Low) || said.Has(Word.Alert) || said.Has(Word.Level);
        if (said.Has(Word.Alert) || (said.Has(Word.Low) && said.Has(Word.Level)))
        {
            return said.Only(Word.Alert, Word.Low, Word.Level, Word.Minimum, Word.Reorder, Word.Stock, Word.Quantity, Word.Counted, Word.Storage, Word.Unit, Word.Place)
                ? new(ItemField.ReorderPoint, said.Telling > 1 ? 0.85m : 0.6m) : level ? new(ItemField.ReorderPoint, 0.85m) : null;
        }

        return when && (level || (said.Has(Word.Minimum) && said.Telling <= 2) || (said.Has(Word.Reorder) && said.Has(Word.Alert))) ? new(ItemField.ReorderPoint, 0.85m) : null;
    }

    private static HeaderMeaning? Packs(HeaderSaid said)
    {
        if (said.IsMoney || said.Has(Word.Minimum) || said.Has(Word.Category))
        {
            return null;
        }

        // "Case qty" may as well say how many cases there are.
        var counted = (said.Has(Word.Quantity) && said.Has(Word.Per)) || said.Has(Word.Unit) || said.Has(Word.Bottle) || said.Has(Word.Content) || said.Has(Word.Counted);
        if (said.Has(Word.Case) && (counted || said.Has(Word.Size)) && !said.Has(Word.Stock) && !said.Has(Word.Total))
        {
            return new(ItemField.CaseSize, 0.8m);
        }

        if (said.First is Word.Pack or Word.Wrapping && said.Last is Word.Size or Word.Content or Word.Unit && said.Has(Word.Per)
            && said.Only(Word.Pack, Word.Wrapping, Word.Per, Word.Size, Word.Content, Word.Unit))
        {
            // "Gebinde/Inhalt", but "Pz. per conf.".
            return new(ItemField.PackSize, 0.8m);
        }

        if (said.Has(Word.Case) && said.Has(Word.Per) && said.Only(Word.Case, Word.Per, Word.Name))
        {
            // "Per carton", "nombre par colis".
            return new(ItemField.CaseSize, 0.7m);
        }

        if ((said.Has(Word.Pack) || said.Has(Word.Wrapping)) && said.Has(Word.Per) && (counted || said.Has(Word.Number) || said.Has(Word.Item)))
        {
            return new(ItemField.CaseSize, 0.8m);
        }

        if (said.Has(Word.Case) && said.Has(Word.Per) && (said.Has(Word.Number) || said.Has(Word.Item)))
        {
            return new(ItemField.CaseSize, 0.8m);
        }

        if (said.Has(Word.Pack) && said.Has(Word.Quantity) && said.Only(Word.Pack, Word.Quantity, Word.Per, Word.Size))
        {
            return new(ItemField.CaseSize, 0.7m);
        }

        if (said.Has(Word.Pack) || said.Has(Word.Wrapping))
        {
            return said.Only(Word.Pack, Word.Wrapping, Word.Size, Word.Description, Word.Unit, Word.Bottle, Word.Content, Word.Purchase, Word.Weight, Word.Per) ? new(ItemField.PackSize, 0.8m) : null;
        }

        if (said.Has(Word.Weight))
        {
            return said.Last != Word.Unit && said.Only(Word.Weight, Word.Net, Word.Unit, Word.Content) ? new(ItemField.PackSize, 0.6m) : null;
        }

        return (said.Has(Word.Size) || said.Has(Word.Content) || said.Has(Word.Volume)) && said.Only(Word.Size, Word.Content, Word.Volume, Word.Bottle, Word.Unit, Word.Net)
            ? new(ItemField.BottleSize, 0.8m)
            : null;
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
            if (said.Has(Word.Counted) && said.Last is Word.Place or Word.Storage && said.Only(Word.Counted, Word.Place, Word.Storage, Word.Stock))
            {
                // "Count location" is where, "location count" how many.
                return new(ItemField.StorageArea, 0.7m);
            }

            var stocked = said.Has(Word.Quantity) || said.Has(Word.Counted) || said.Has(Word.Available) || (said.Has(Word.Stock) && !said.Has(Word.Place));
            return stocked || !said.Only(Word.Place, Word.Storage, Word.Stock, Word.Name, Word.Description, Word.Code, Word.Per) ? null
                : new(ItemField.StorageArea, said.Has(Word.Code) || said.Has(Word.Description) ? 0.6m : 0.8m);
        }

        return null;
    }

    private static HeaderMeaning? Amounts(HeaderSaid said)
    {
        if (said is { First: Word.Number, Last: Word.Unit, Count: 2 })
        {
            // "N. pezzi".
            return new(ItemField.Unit, 0.7m);
        }

        if (said.IsMoney || said.Has(Word.Code) || said.Has(Word.Number) && !said.Has(Word.Bottle) || said.Has(Word.Category) || said.Has(Word.Name) || said.Has(Word.Notes)
            || said.Has(Word.Supplier) || said.Has(Word.Reorder) || said.Has(Word.Percent) || (said.Has(Word.Case) && !said.Has(Word.Stock)) || said.Has(Word.Tax) || said.Has(Word.Description) || said.Has(Word.Size) || said.Has(Word.Per))
        {
            return null;
        }

        if (said.Has(Word.Purchase))
        {
            // What is bought in says nothing about what is counted.
            return said.Only(Word.Purchase, Word.Unit, Word.Pack, Word.Size) ? new(ItemField.PackSize, 0.6m) : null;
        }

        if (said is { First: Word.Quantity, Last: Word.Unit } && said.Only(Word.Quantity, Word.Unit))
        {
            // "Qty UOM".
            return new(ItemField.Unit, 0.7m);
        }

        if (said.Has(Word.Unit) && !said.Has(Word.Available) && !said.Has(Word.Quantity))
        {
            return said.Only(Word.Unit, Word.Stock, Word.Storage, Word.Sale, Word.Purchase, Word.Bottle, Word.Number, Word.Counted) ? new(ItemField.Unit, 0.8m) : null;
        }

        if (said.Has(Word.Current) && said.Has(Word.Level) && said.Only(Word.Current, Word.Level))
        {
            return new(ItemField.Quantity, 0.7m);
        }

        if (!said.IsStock && !(said.Has(Word.Bottle) && said.Only(Word.Bottle, Word.Number, Word.Current, Word.Total)))
        {
            return null;
        }

        // What a list expected or began with counts only where it says nothing nearer.
        return new(ItemField.Quantity, said.Has(Word.Opening) ? 0.5m : said.Has(Word.Total) ? 0.88m : said.Has(Word.Stock) || said.Has(Word.Counted) ? 0.85m
            : said.Has(Word.Quantity) || said.Has(Word.Available) ? 0.8m : 0.6m);
    }

    private static HeaderMeaning? Texts(HeaderSaid said)
    {
        if (said.IsMoney || said.Has(Word.Tax) || said.Has(Word.Percent))
        {
            return null;
        }

        if (said.Has(Word.Notes))
        {
            return new(ItemField.Notes, 0.7m);
        }

        if (said.Has(Word.Supplier))
        {
            return said.Only(Word.Supplier, Word.Name, Word.Purchase, Word.Brand, Word.Per) ? new(ItemField.Supplier, 0.85m) : null;
        }

        if (said.Has(Word.Category))
        {
            return said.Only(Word.Category, Word.Type, Word.Name, Word.Code, Word.Stock, Word.Sale, Word.Part, Word.Level, Word.Description)
                ? new(ItemField.Category, said.Has(Word.Part) ? 0.5m : said.Has(Word.Code) ? 0.6m : 0.8m) : null;
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

        return said.Has(Word.Name) && said.Only(Word.Name, Word.Stock, Word.Description, Word.Sale) ? new(ItemField.Name, 0.85m)
            : said.Has(Word.Description) && said.Only(Word.Description, Word.Stock) ? new(ItemField.Name, said.First == Word.Item ? 0.75m : 0.5m) : null;
    }
}
