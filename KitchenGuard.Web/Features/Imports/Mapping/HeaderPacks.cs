using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What the item comes in, and how much is in it, by the words of a header.</summary>
internal static class HeaderPacks
{
    internal static HeaderMeaning? Meaning(HeaderSaid said)
    {
        if (said.IsMoney || said.Has(Word.Minimum) || said.Has(Word.Category))
        {
            return null;
        }

        // "Case qty" may as well say how many cases there are.
        var counted = (said.Has(Word.Quantity) && said.Has(Word.Per)) || said.Has(Word.Unit) || said.Has(Word.Bottle)
            || said.Has(Word.Content) || said.Has(Word.Counted);
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

        if (said.Has(Word.Purchase) && said.Has(Word.Quantity) && said.Has(Word.Per) && said.Has(Word.Unit)
            && said.Only(Word.Purchase, Word.Quantity, Word.Per, Word.Unit))
        {
            // "Purchase qty per UOM".
            return new(ItemField.CaseSize, 0.7m);
        }

        if (said.Has(Word.Case) && said.Has(Word.Pack) && said.Only(Word.Case, Word.Pack, Word.Per, Word.Quantity))
        {
            // "Case/Pack", "case pack qty".
            return new(ItemField.CaseSize, 0.7m);
        }

        if (said.Has(Word.Case) && said.Has(Word.Per) && said.Only(Word.Case, Word.Per, Word.Name))
        {
            // "Per carton", "nombre par colis".
            return new(ItemField.CaseSize, 0.7m);
        }

        if ((said.Has(Word.Pack) || said.Has(Word.Wrapping)) && said.Has(Word.Per)
            && (counted || said.Has(Word.Number) || said.Has(Word.Item)))
        {
            return new(ItemField.CaseSize, 0.8m);
        }

        if (said.Has(Word.Case) && said.Has(Word.Per) && (said.Has(Word.Number) || said.Has(Word.Item)))
        {
            return new(ItemField.CaseSize, 0.8m);
        }

        if ((said.Has(Word.Pack) || said.Has(Word.Wrapping)) && (said.Has(Word.Quantity) || said.Last == Word.Counted)
            && said.Only(Word.Pack, Word.Wrapping, Word.Quantity, Word.Counted, Word.Per, Word.Size))
        {
            return new(ItemField.CaseSize, 0.7m);
        }

        if (said.Has(Word.Pack) || said.Has(Word.Wrapping))
        {
            return said.Only(Word.Pack, Word.Wrapping, Word.Size, Word.Description, Word.Unit, Word.Bottle, Word.Content, Word.Purchase,
                Word.Weight, Word.Per) ? new(ItemField.PackSize, 0.8m) : null;
        }

        if (said.Has(Word.Weight))
        {
            return said.Last != Word.Unit && said.Only(Word.Weight, Word.Net, Word.Unit, Word.Content)
                ? new(ItemField.PackSize, 0.6m)
                : null;
        }

        return (said.Has(Word.Size) || said.Has(Word.Content) || said.Has(Word.Volume))
            && said.Only(Word.Size, Word.Content, Word.Volume, Word.Bottle, Word.Unit, Word.Net)
            ? new(ItemField.BottleSize, 0.8m)
            : null;
    }
}
