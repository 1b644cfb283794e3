using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Finds the columns of text that tell of each row what its price is for ("EK-Einheit", "per") and in which money it is.</summary>
internal static class PriceTellers
{
    /// <summary>What stands over units and numbers alike.</summary>
    private static readonly HashSet<string> Bases =
    [
        "per", "pro", "je", "par", "por", "pe", "price per", "cost per", "preis pro", "preis per", "preis je", "prix par", "prix pour",
        "precio por", "prezzo per", "preco por", "prijs per", "price basis", "price for", "preisbasis", "price quantity",
        "preiseinheit", "preismenge", "preismengeneinheit", "prijseenheid", "unite de prix", "unidad de precio", "unita di prezzo",
        "unita prezzo", "unidade de preco",
    ];

    private static readonly HashSet<string> OfPurchase =
    [
        "einkaufseinheit", "ekeinheit", "ek me", "inkoopeenheid", "unite d achat", "unite achat", "unidad de compra", "unidad compra",
        "unita di acquisto", "unita acquisto", "um acquisto", "unidade de compra",
    ];

    private static readonly HashSet<string> Currencies =
    [
        "currency", "currency code", "cur", "curr", "ccy", "wahrung", "waehrung", "whg", "wkz", "wrg", "devise", "monnaie", "moneda",
        "divisa", "valuta", "moeda", "waluta", "mena", "valuutta", "通貨",
    ];

    /// <summary>Lets the columns of money know which cells beside them say what they are for.</summary>
    internal static void Find(MappedColumn[] columns, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence)
    {
        var cost = Array.FindIndex(columns, column => column.Field == ItemField.UnitCost);
        if (cost >= 0 && (evidence[cost].PerUnit > 0 || IsOnlyMeasure(headers[cost], columns))
            && !Array.Exists(columns,
                column => column.Field is ItemField.Unit or ItemField.PackSize or ItemField.CaseSize or ItemField.BottleSize))
        {
            columns[cost] = columns[cost] with { NamesUnit = true };
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Field is not (null or ItemField.PackSize) || evidence[i].Filled == 0)
            {
                continue;
            }

            if (columns[i].Field is null && IsOfCurrency(headers[i].Key, evidence[i]))
            {
                for (var price = 0; price < columns.Length; price++)
                {
                    if (ItemField.IsMoney(columns[price].Field) && headers[price].Currency is null
                        && (columns[price].Field != ItemField.SalePrice || !SaysCost(headers[i].Key)))
                    {
                        columns[price] = columns[price] with { CurrencyIn = i + 1 };
                    }
                }
            }
            else if (IsPack(i, columns, evidence[i]) && !NameUnits(columns, evidence)
                && Array.FindIndex(columns, column => column.Field == ItemField.UnitCost && IsBare(headers[column.Column - 1])) is >= 0
                    and var bare)
            {
                columns[bare] = columns[bare] with { PriceUnitIn = i + 1 };
            }
            else if (IsBasis(headers, columns[i], evidence[i]) && PriceAt(i, columns, headers) is >= 0 and var priced)
            {
                columns[priced] = columns[priced] with { PriceUnitIn = i + 1 };
            }
        }
    }

    /// <summary>"Cost/kg" in a list that counts nothing: what is listed is counted in kilograms.</summary>
    private static bool IsOnlyMeasure(HeaderText header, MappedColumn[] columns) =>
        header.Unit is { Kind: Data.Inventory.UnitKind.Weight or Data.Inventory.UnitKind.Volume }
        && !Array.Exists(columns, column => column.Field is ItemField.Quantity or ItemField.ParLevel or ItemField.ReorderPoint);

    /// <summary>"14 bags": what is counted is what is priced, not the pack that the bags come in.</summary>
    private static bool NameUnits(MappedColumn[] columns, IReadOnlyList<ColumnEvidence> evidence) =>
        Array.FindIndex(columns, column => column.Field == ItemField.Quantity) is >= 0 and var counted
        && evidence[counted].Values.Count(value => value.Any(char.IsLetter) && CellText.HasDigit(value)) * 2 >= evidence[counted].Distinct;

    private static bool IsOfCurrency(string key, ColumnEvidence cells) => cells.Values.All(value => CurrencyText.IsCurrency(value.Trim()))
        && (key.Split(' ') is var words && (Currencies.Contains(key) || words.Any(Currencies.Contains)));

    private static bool SaysCost(string key) => HeaderWords.Says(key, Word.Cost) || HeaderWords.Says(key, Word.Purchase);

    private static bool IsOfPurchase(string key) => OfPurchase.Contains(key)
        || (HeaderWords.Says(key, Word.Purchase) && HeaderWords.Says(key, Word.Unit)
            && HeaderGrammar.IsOnly(key, Word.Purchase, Word.Unit));

    /// <summary>"Price unit", but not a "unit price": its cells are units, and numbers only where they are round.</summary>
    private static bool IsBasis(IReadOnlyList<HeaderText> headers, MappedColumn column, ColumnEvidence cells)
    {
        var header = headers[column.Column - 1];
        var isNamed = Bases.Contains(header.Key);
        if (!isNamed && !IsOfPurchase(header.Key)
            && !(HeaderWords.Says(header.Key, Word.Unit) && HeaderGrammar.IsOnly(header.Key, Word.Price, Word.Cost, Word.Unit)
                && (HeaderWords.Says(header.Key, Word.Price) || HeaderWords.Says(header.Key, Word.Cost))))
        {
            return false;
        }

        if (IsOfPurchase(header.Key)
            && headers.Any(other => HeaderWords.Says(other.Key, Word.Purchase) && !HeaderWords.Says(other.Key, Word.Per)
                && (HeaderWords.Says(other.Key, Word.Quantity) || HeaderText.HasAnyWord(other.Key, Amounts))))
        {
            // "Purchase amount, purchase unit": 750 | ml is what is paid, not one ml.
            return false;
        }

        var bases = cells.Values.Select(value => PriceBasis.TryRead(value, FormatOf(column), out var basis) ? basis : (PriceBasis?)null)
            .ToList();
        var told = bases.OfType<PriceBasis>().ToList();
        return told.Count * 2 >= bases.Count
            && (told.Exists(basis => basis.Per is not null || basis.Pack is not null)
                || (isNamed && told.TrueForAll(basis => basis.Count is 1 or 10 or 100 or 1000 or 10_000)));
    }

    private static readonly string[] Amounts =
    [
        "amount", "size", "weight", "volume", "menge", "gewicht", "montant", "poids", "peso", "tamano", "hoeveelheid",
    ];

    /// <summary>Where nothing says what the items are counted in, a bare price beside "36/1 lb" is that of the pack.</summary>
    private static bool IsPack(int at, MappedColumn[] columns, ColumnEvidence cells) => columns[at].Field == ItemField.PackSize
        && cells.Values.Any(value => PackText.TryRead(CellText.Line(value), FormatOf(columns[at]), out var pack) && pack.Count > 1)
        && !Array.Exists(columns, other => other.Field is ItemField.Unit or ItemField.CaseCost or ItemField.CaseSize);

    private static bool IsBare(HeaderText header) =>
        header is { Unit: null, Times: 1 } && !HeaderWords.Says(header.Key, Word.Unit)
            && HeaderAliases.Meanings(header.Key) is [{ IsBare: true }, ..];

    private static NumberFormat FormatOf(MappedColumn column) => new(column.DecimalMark is [var mark] ? mark : '\0', column.BlankGroups);

    /// <summary>The price that a column tells about: what is paid where it says so, else the one before it.</summary>
    private static int PriceAt(int basis, MappedColumn[] columns, IReadOnlyList<HeaderText> headers)
    {
        bool IsOpen(int column) => columns[column] is { Field: ItemField.UnitCost or ItemField.SalePrice, Unit: null, PriceUnitIn: null }
            && headers[column].Unit is null;
        if (IsOfPurchase(headers[basis].Key))
        {
            return Array.FindIndex(columns, column => column.Field == ItemField.UnitCost && IsOpen(column.Column - 1)
                && !HeaderWords.Says(headers[column.Column - 1].Key, Word.Unit)
                    && !HeaderText.HasAnyWord(headers[column.Column - 1].Key, "each", "ea"));
        }

        return basis > 0 && IsOpen(basis - 1) ? basis - 1
            : Array.FindIndex(columns, column => column.Field == ItemField.UnitCost && IsOpen(column.Column - 1)) is >= 0
                and var cost ? cost
            : Array.FindIndex(columns, column => IsOpen(column.Column - 1));
    }
}
