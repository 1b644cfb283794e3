using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>How many there should be, at most or at least, by the words of a header.</summary>
internal static class HeaderLevels
{
    internal static HeaderMeaning? Meaning(HeaderSaid said)
    {
        if (said.IsMoney || said.Has(Word.Unit) && !said.IsStock && !said.IsTarget)
        {
            return null;
        }

        if (said.HasAny(Word.Code, Word.Name, Word.Description, Word.Category, Word.Supplier, Word.Notes))
        {
            return null;
        }

        var level = said.Has(Word.Level) || said.IsStock;
        if (said.Has(Word.Target) && !said.Has(Word.Maximum) && said.Has(Word.Low)
            && said.Only(Word.Target, Word.Low, Word.Level, Word.Stock, Word.Quantity, Word.Unit, Word.Counted, Word.Alert))
        {
            // "Par level low" beside "par level high".
            return new(ItemField.ReorderPoint, 0.85m);
        }

        if (said.IsTarget && !said.Has(Word.Minimum))
        {
            return said.Has(Word.Case)
                ? new(ItemField.ParCases, 0.8m)
                : said.Only(Word.Target, Word.Maximum, Word.Level, Word.Stock, Word.Quantity, Word.Unit, Word.Counted, Word.Current,
                    Word.Storage, Word.Bottle, Word.Alert)
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
            return said.Only(Word.Alert, Word.Low, Word.Level, Word.Minimum, Word.Reorder, Word.Stock, Word.Quantity, Word.Counted,
                Word.Storage, Word.Unit, Word.Place)
                ? new(ItemField.ReorderPoint, said.Telling > 1 ? 0.85m : 0.6m) : level ? new(ItemField.ReorderPoint, 0.85m) : null;
        }

        return when && (level || (said.Has(Word.Minimum) && said.Telling <= 2) || (said.Has(Word.Reorder) && said.Has(Word.Alert)))
            ? new(ItemField.ReorderPoint, 0.85m)
            : null;
    }
}
