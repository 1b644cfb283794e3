using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>How many there are, and of what, by the words of a header.</summary>
internal static class HeaderAmounts
{
    internal static HeaderMeaning? Meaning(HeaderSaid said)
    {
        if (said is { First: Word.Number, Last: Word.Unit, Count: 2 })
        {
            // "N. pezzi".
            return new(ItemField.Unit, 0.7m);
        }

        if (said.IsMoney || (said.Has(Word.Number) && !said.Has(Word.Bottle)) || (said.Has(Word.Case) && !said.Has(Word.Stock))
            || said.HasAny(Word.Code, Word.Category, Word.Name, Word.Notes, Word.Supplier, Word.Reorder, Word.Percent, Word.Tax,
                Word.Description, Word.Size, Word.Per, Word.Lot, Word.Average, Word.Minimum))
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
            return said.Only(Word.Unit, Word.Stock, Word.Storage, Word.Sale, Word.Purchase, Word.Bottle, Word.Number, Word.Counted)
                ? new(ItemField.Unit, 0.8m)
                : null;
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
        return new(ItemField.Quantity, said.Has(Word.Opening) ? 0.5m
            : said.Has(Word.Total) ? 0.88m
            : said.Has(Word.Stock) || said.Has(Word.Counted) ? 0.85m
            : said.Has(Word.Quantity) || said.Has(Word.Available) ? 0.8m : 0.6m);
    }
}
