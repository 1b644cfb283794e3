using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Whose price or cost the words of a header name, and of what: the counted unit, its pack, or neither.</summary>
internal static class HeaderMoney
{
    internal static HeaderMeaning? Meaning(HeaderSaid said)
    {
        if (said is { First: Word.Opening, Last: Word.Price } or { First: Word.Price, Last: Word.Opening }
            && said.Only(Word.Price, Word.Opening))
        {
            // "Starting price": what it costs, where no other price says so.
            return new(ItemField.UnitCost, 0.55m, IsBare: true);
        }

        if (!said.IsMoney || said.IsTarget || (said.Has(Word.Stock) && !said.Has(Word.Unit))
            || said.HasAny(Word.Total, Word.Percent, Word.Code, Word.Number, Word.Category, Word.Level, Word.Quantity,
            Word.Name, Word.Description, Word.Opening, Word.Notes, Word.Minimum, Word.Low, Word.Lot))
        {
            return null;
        }

        var priced = said.Has(Word.Price) || said.Has(Word.Cost) || said.Has(Word.Rate) || said.Has(Word.SalePrice);
        var packed = (said.Has(Word.Pack) && !said.Has(Word.Unit))
            || (said.Has(Word.Wrapping) && (said.Has(Word.Per) || (said.Has(Word.Price) && !said.Has(Word.Cost))));
        if ((said.Has(Word.Wrapping) && !packed) || said.Has(Word.Weight)
            || (said.Has(Word.Tax) && !said.Has(Word.With) && !said.Has(Word.Without) && !said.Has(Word.Net) && !said.Has(Word.Gross)))
        {
            return null;
        }

        var taxed = said.Has(Word.Tax) || said.Has(Word.Net) || said.Has(Word.Gross);
        if (!priced && said.Has(Word.Purchase))
        {
            // "Inkoop ex btw" is a price, "purchase unit" a pack, and "buy" an order unless the values are prices.
            if (said.Has(Word.Per) && said.Only(Word.Purchase, Word.Per, Word.Case, Word.Pack, Word.Unit, Word.Bottle))
            {
                return new(said.Has(Word.Case) || said.Has(Word.Pack) ? ItemField.CaseCost : ItemField.UnitCost, 0.7m);
            }

            if (said.Only(Word.Purchase) && said.Telling == 1 && !said.Has(Word.Item))
            {
                // "Einkauf" beside "Verkauf".
                return new(ItemField.UnitCost, HeaderMeaning.Weak);
            }

            return taxed && said.Only(Word.Purchase, Word.Net, Word.Gross, Word.Tax, Word.With, Word.Without) ? new(ItemField.UnitCost,
                0.7m)
                : null;
        }

        if (!priced && !taxed && !said.Has(Word.Bottle))
        {
            // "Vendita" may be what was sold: the values must say that it is a price.
            return said.Only(Word.Sale) && said.Telling == 1 && !said.Has(Word.Item) ? new(ItemField.SalePrice, HeaderMeaning.Weak) : null;
        }

        var sale = (said.Has(Word.Sale) || said.Has(Word.SalePrice)) && !said.Has(Word.Purchase) && !said.Has(Word.Cost);
        if (said.Has(Word.Case) || packed)
        {
            return sale ? null : new(ItemField.CaseCost, 0.85m);
        }

        var gross = said.Has(Word.Gross) || (said.Has(Word.With) && said.Has(Word.Tax));
        // What was charged on average is no price.
        return sale ? said.Has(Word.Average) ? null : new(ItemField.SalePrice, priced ? 0.85m : 0.7m)
            : said.Has(Word.Average) ? new(ItemField.UnitCost, 0.8m)
            : said.Has(Word.Cost) || said.Has(Word.Purchase) || said.Has(Word.Supplier) ? new(ItemField.UnitCost, gross ? 0.8m : 0.85m)
            : new(ItemField.UnitCost, gross ? 0.55m : 0.7m, IsBare: true);
    }
}
