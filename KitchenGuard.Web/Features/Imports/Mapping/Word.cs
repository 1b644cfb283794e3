namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What one word of a header says.</summary>
internal enum Word
{
    /// <summary>Says nothing about the field: "of", "current", "main".</summary>
    Filler,
    Item,
    Name,
    Description,
    Code,
    Number,
    Barcode,
    Brand,
    Category,
    Quantity,
    Stock,
    Counted,
    Available,
    Opening,
    Unit,
    Bottle,
    Case,
    Pack,
    Size,
    Content,
    Cost,
    Purchase,
    Price,
    Sale,
    Per,
    Minimum,
    Reorder,
    Low,
    Alert,
    Level,
    Target,

    /// <summary>The most there may be: of a stock a target, of an order a limit.</summary>
    Maximum,

    Supplier,
    Storage,
    Place,
    Expiry,
    Lot,
    Alcohol,
    Percent,
    Volume,
    Notes,
    Tax,
    With,
    Without,
    Net,
    Gross,
    Part,
    Total,
    Average,

    /// <summary>"Current", "on hand", "closing": what an amount is of now.</summary>
    Current,

    /// <summary>A price that is paid by customers, in one word: VK, PVP, MRP.</summary>
    SalePrice,

    /// <summary>A price only beside what is bought or sold: "purchase rate", but not "exchange rate".</summary>
    Rate,

    /// <summary>Packs an item, but its cost is not the item's.</summary>
    Wrapping,

    /// <summary>Says what kind a thing is, but of what: "tax type" is no category, "wine type" is.</summary>
    Type,

    /// <summary>What is put on a cost: a price with it is what customers pay.</summary>
    Markup,

    /// <summary>What came and went since: its amount is not the stock, its price is a cost.</summary>
    Moved,

    /// <summary>A pack's where the cells say of what: "2 lb", but not "2".</summary>
    Weight,

    /// <summary>More about what stands before it: of the item it is a note, of anything else nothing that we know.</summary>
    Detail,

    /// <summary>Says how a program or a kitchen handles a thing: "batch selection", "packing stage".</summary>
    Setting,

    /// <summary>Not reckoned: a price all the same, but no stock.</summary>
    Estimated,

    /// <summary>Names what is derived, or beside the stock: a total, a margin, a date, an order, an image.</summary>
    Other,
}
