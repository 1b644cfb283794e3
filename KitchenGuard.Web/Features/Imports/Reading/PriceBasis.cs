using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What a price is for, as the cell beside it says: "kg", "100 kg", "1000", "doz", "case of 24".</summary>
/// <param name="Count">How many; more than 0.</param>
/// <param name="Per">Of which unit; null: of those the item is counted in.</param>
/// <param name="Pack">The pack that is priced as a whole; null: none.</param>
internal readonly record struct PriceBasis(decimal Count, Unit? Per, PackText? Pack = null)
{
    private static readonly string[] Openings = ["/", "per ", "pro ", "je ", "par ", "por ", "al "];

    /// <returns>False when the text names no unit, pack or number.</returns>
    internal static bool TryRead(string text, NumberFormat format, out PriceBasis basis)
    {
        text = CellText.Line(text);
        var opening = Array.Find(Openings, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) ?? "";
        text = text[opening.Length..].Trim();
        basis = new PriceBasis(1, null);
        if (Unit.TryParse(text, out var unit))
        {
            basis = new PriceBasis(1, unit);
            return true;
        }

        if (NumberText.Read(text, format) is { State: NumberState.Read, IsPerUnit: false, IsPercent: false, Currency: null, Value: > 0 } number)
        {
            basis = new PriceBasis(number.Value, number.Unit);
            return true;
        }

        if (PackText.TryRead(text, format, out var pack))
        {
            basis = new PriceBasis(1, null, pack);
            return true;
        }

        // "25 kg bag".
        if (new PackTokens(text, format) is { IsUnderstood: true, Numbers: [{ Unit: { Kind: UnitKind.Weight or UnitKind.Volume } measure, Value: > 0 } only], Words: [var word] } && Unit.TryParse(word, out _))
        {
            basis = new PriceBasis(only.Value, measure);
            return true;
        }

        return false;
    }

    /// <summary>Brings a price to one counted unit of the item.</summary>
    /// <returns>False when that is not certain.</returns>
    internal bool TryConvert(ItemRow item, ref decimal price)
    {
        var counted = item.UnitCode is null ? Unit.Each : Unit.FromCode(item.UnitCode);
        if (Pack is { } pack)
        {
            var inside = CountText.IsCase(counted) ? 1 : pack.CountIn(item.UnitCode);
            price /= inside is > 0 ? inside.Value : 1;
            return inside is > 0;
        }

        price /= Count;
        if (Per is null || Per.Code == counted.Code || (Per.Code is "bottle" or "can" or "jar" && item.UnitCode == "each"))
        {
            return true;
        }

        if (CountText.IsCase(counted) && item.CaseSize is { } size && (Per.Code == "each" || CountText.IsPiece(Per)))
        {
            price *= size;
            return true;
        }

        return NumberCell.TryPerUnit(Per, item, ref price);
    }

    /// <summary>Whether it is the item's case that is priced: something that several are bought in, of which the row says how many.</summary>
    internal bool IsCase(ItemRow item) => Pack is null && Per is { Kind: UnitKind.Count, Code: not ("each" or "dozen") } && item.CaseSize is not null
        && (item.UnitCode is null ? CountText.IsCase(Per) : Unit.FromCode(item.UnitCode) is var counted && counted.Code != Per.Code && !CountText.IsCase(counted)
            && (CountText.IsCase(Per) || counted.Kind is UnitKind.Weight or UnitKind.Volume));
}
