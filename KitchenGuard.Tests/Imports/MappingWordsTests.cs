using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Headers that no list of aliases holds are understood by their words, and values decide where words do not.</summary>
public class MappingWordsTests
{
    [Theory]
    [InlineData("Mindestlagerbestand", ItemField.ReorderPoint)]
    [InlineData("Lagerbestand gesamt", ItemField.Quantity)]
    [InlineData("EK/Fl.", ItemField.UnitCost)]
    [InlineData("Preis / Kiste", ItemField.CaseCost)]
    [InlineData("Std. VK brutto", ItemField.SalePrice)]
    [InlineData("Stock Alert Count Main St", ItemField.ReorderPoint)]
    [InlineData("Current Quantity Main St", ItemField.Quantity)]
    [InlineData("QTY_REORDER_LEVEL", ItemField.ReorderPoint)]
    [InlineData("PurchasesUnitPrice", ItemField.UnitCost)]
    [InlineData("Desired Inventory Level", ItemField.ParLevel)]
    [InlineData("Stock désiré optimal", ItemField.ParLevel)]
    [InlineData("Seuil alerte stock", ItemField.ReorderPoint)]
    [InlineData("Prix unitaire HT", ItemField.UnitCost)]
    [InlineData("Precio s/IVA", ItemField.UnitCost)]
    [InlineData("P.V.P.", ItemField.SalePrice)]
    [InlineData("Q.tà in giacenza", ItemField.Quantity)]
    [InlineData("Prezzo netto bt.", ItemField.UnitCost)]
    [InlineData("Pz x ct", ItemField.CaseSize)]
    [InlineData("Qtd. por caixa", ItemField.CaseSize)]
    [InlineData("Estoque Atual", ItemField.Quantity)]
    [InlineData("Inkoopprijs", ItemField.UnitCost)]
    [InlineData("Verkoopprijs", ItemField.SalePrice)]
    [InlineData("Min. voorraad", ItemField.ReorderPoint)]
    [InlineData("希望小売価格", ItemField.SalePrice)]
    [InlineData("仕入単価(円)", ItemField.UnitCost)]
    [InlineData("実棚数", ItemField.Quantity)]
    [InlineData("Vl. Venda", ItemField.SalePrice)]
    [InlineData("Kostprijs", ItemField.UnitCost)]
    [InlineData("Cant. en depósito", ItemField.Quantity)]
    [InlineData("Stuks per krat", ItemField.CaseSize)]
    [InlineData("Price/Inv. Unit", ItemField.UnitCost)]
    [InlineData("Sell inc VAT", ItemField.SalePrice)]
    [InlineData("Prezzo con ricarico", ItemField.SalePrice)]
    [InlineData("SAQ price per case", ItemField.CaseCost)]
    [InlineData("Dealer price", ItemField.UnitCost)]
    [InlineData("Price (wholesale)", ItemField.UnitCost)]
    [InlineData("Valor de venda", ItemField.SalePrice)]
    [InlineData("P.Compra", ItemField.UnitCost)]
    [InlineData("qty_full", ItemField.Quantity)]
    [InlineData("unitsinstock", ItemField.Quantity)]
    [InlineData("Aantal eenheden per kist", ItemField.CaseSize)]
    [InlineData("Prijs per kist / doos", ItemField.CaseCost)]
    [InlineData("Existencias bajas", ItemField.ReorderPoint)]
    [InlineData("SOLUONG", ItemField.Quantity)]
    [InlineData("Envanter", ItemField.Quantity)]
    [InlineData("PDV", ItemField.SalePrice)]
    [InlineData("cena maloobchod", ItemField.SalePrice)]
    [InlineData("商品システムコード", ItemField.Sku)]
    [InlineData("Koli Adedi", ItemField.CaseSize)]
    [InlineData("Szt. w kartonie", ItemField.CaseSize)]
    [InlineData("箱规", ItemField.CaseSize)]
    [InlineData("Koli Fiyatı", ItemField.CaseCost)]
    [InlineData("Цена за коробку", ItemField.CaseCost)]
    [InlineData("harga_ecer", ItemField.SalePrice)]
    [InlineData("入数/1LOT", ItemField.CaseSize)]
    [InlineData("par_lvl", ItemField.ParLevel)]
    [InlineData("Euro", ItemField.UnitCost)]
    [InlineData("€/St.", ItemField.UnitCost)]
    [InlineData("Listenpreis inkl. MwSt.", ItemField.UnitCost)]
    [InlineData("low_threshold", ItemField.ReorderPoint)]
    [InlineData("Seuil critique", ItemField.ReorderPoint)]
    [InlineData("Order trigger", ItemField.ReorderPoint)]
    [InlineData("Inhoud per besteleenheid", ItemField.CaseSize)]
    [InlineData("Pz. per conf.", ItemField.CaseSize)]
    [InlineData("Inkoopprijs per besteleenheid", ItemField.CaseCost)]
    [InlineData("Stan magazynowy", ItemField.Quantity)]
    [InlineData("Cena zakupu netto", ItemField.UnitCost)]
    [InlineData("Lagersaldo", ItemField.Quantity)]
    [InlineData("Inköpspris exkl. moms", ItemField.UnitCost)]
    [InlineData("Harga jual", ItemField.SalePrice)]
    [InlineData("Số lượng tồn", ItemField.Quantity)]
    [InlineData("Kritik stok seviyesi", ItemField.ReorderPoint)]
    [InlineData("Мин. остаток", ItemField.ReorderPoint)]
    [InlineData("매입단가", ItemField.UnitCost)]
    [InlineData("Your.price", ItemField.UnitCost)]
    [InlineData("Preis EUR netto", ItemField.UnitCost)]
    [InlineData("P. acquisto", ItemField.UnitCost)]
    [InlineData("P. venda", ItemField.SalePrice)]
    [InlineData("Suggested retail", ItemField.SalePrice)]
    [InlineData("Bestand in Stk", ItemField.Quantity)]
    [InlineData("Qty O/H", ItemField.Quantity)]
    [InlineData("Total bottles", ItemField.Quantity)]
    [InlineData("Unidades disponibles", ItemField.Quantity)]
    [InlineData("Stock almacén", ItemField.Quantity)]
    [InlineData("Bottles in case", ItemField.CaseSize)]
    [InlineData("Nombre par colis", ItemField.CaseSize)]
    [InlineData("Per carton", ItemField.CaseSize)]
    [InlineData("Inkoop per doos", ItemField.CaseCost)]
    [InlineData("Meldebestand Stk", ItemField.ReorderPoint)]
    [InlineData("Preis einzeln", ItemField.UnitCost)]
    [InlineData("Prezzo forn.", ItemField.UnitCost)]
    [InlineData("Sale Rates", ItemField.SalePrice)]
    [InlineData("Innpris", ItemField.UnitCost)]
    [InlineData("Utpris", ItemField.SalePrice)]
    [InlineData("JednostekNaStanie", ItemField.Quantity)]
    [InlineData("PoziomDomowienia", ItemField.ReorderPoint)]
    [InlineData("Amount on hand", ItemField.Quantity)]
    [InlineData("Current level", ItemField.Quantity)]
    [InlineData("Restock at", ItemField.ReorderPoint)]
    [InlineData("Existencias mínimas", ItemField.ReorderPoint)]
    [InlineData("Weekly par", ItemField.ParLevel)]
    [InlineData("Seuil max", ItemField.ParLevel)]
    [InlineData("Outer size", ItemField.CaseSize)]
    [InlineData("Selling units per case", ItemField.CaseSize)]
    [InlineData("Price per box", ItemField.CaseCost)]
    [InlineData("Stk", ItemField.Quantity)]
    [InlineData("N. pezzi", ItemField.Quantity)]
    [InlineData("จำนวน", ItemField.Quantity)]
    [InlineData("ราคาทุน", ItemField.UnitCost)]
    [InlineData("Кількість", ItemField.Quantity)]
    [InlineData("Nabavna cijena", ItemField.UnitCost)]
    [InlineData("الكمية", ItemField.Quantity)]
    public async Task Understands_headers_of_numbers(string header, string field)
    {
        var table = await TableFixture.ReadAsync($"name;{header}\nRice;5\nSalt;7\nOats;12\n", currency: header.Contains('円') ? "JPY" : "EUR");
        Assert.Equal(field, table.Field(header));
    }

    [Theory]
    [InlineData("Last order date", "2026-01-31")]
    [InlineData("Wareneingang", "31.01.2026")]
    [InlineData("Modified at", "2026-01-31T10:00:00Z")]
    [InlineData("Gesamtwert", "5")]
    [InlineData("Valeur du stock", "5")]
    [InlineData("Total value", "5")]
    [InlineData("MwSt", "19")]
    [InlineData("Tax rate (%)", "20")]
    [InlineData("Margin %", "61")]
    [InlineData("Min Order Qty", "2")]
    [InlineData("Reorder Qty", "12")]
    [InlineData("Reorder quantity", "12")]
    [InlineData("Qty on order", "3")]
    [InlineData("QTY_ALLOCATED", "1")]
    [InlineData("Qty Sold MTD", "3")]
    [InlineData("Wk2", "3")]
    [InlineData("Product rating", "5")]
    [InlineData("Display colour", "#ff0000")]
    [InlineData("Image URL", "https://example.org/a.jpg")]
    [InlineData("Jahrgang", "2019")]
    [InlineData("Pfand", "0.25")]
    [InlineData("Calories", "250")]
    [InlineData("Case Qty", "3")]
    [InlineData("Exchange rate", "1.1")]
    [InlineData("Labor cost", "5")]
    [InlineData("Price change", "0.5")]
    [InlineData("Packaging cost", "0.5")]
    [InlineData("Pour cost", "0.5")]
    [InlineData("Qty damaged", "1")]
    [InlineData("Quantity required", "5")]
    [InlineData("Buy", "5")]
    [InlineData("Purchase qty", "5")]
    [InlineData("Min age", "18")]
    [InlineData("Stock turnover", "4")]
    [InlineData("Shelf life (days)", "14")]
    [InlineData("Customer", "4")]
    [InlineData("Lief.-Art.-Gruppe Preisindex", "4")]
    [InlineData("Monthly_Volume", "1200")]
    [InlineData("avg_weekly_usage", "5")]
    [InlineData("Quantity (sold)", "5")]
    [InlineData("Qty Partial", "5")]
    [InlineData("Supplier ID", "S17")]
    [InlineData("Lieferanten-Nr.", "S17")]
    [InlineData("Vendor No", "S17")]
    [InlineData("Tax type", "food")]
    [InlineData("Note /20", "17")]
    [InlineData("Note (1-6)", "2")]
    [InlineData("Last inventory", "12")]
    [InlineData("Ship cost", "5")]
    [InlineData("Einkauf", "5.10")]
    [InlineData("Store ID", "104")]
    [InlineData("Ingredient MIN Code", "104")]
    [InlineData("Cost center", "4100")]
    [InlineData("Stock turn", "4")]
    [InlineData("Stock deficit", "4")]
    [InlineData("Shelf life", "14")]
    [InlineData("Container state", "open")]
    [InlineData("Agency fee per case", "5")]
    [InlineData("Min. price", "5")]
    [InlineData("is_available", "5")]
    [InlineData("Stock requirement", "5")]
    [InlineData("Total spent", "5")]
    [InlineData("Ricarico", "5")]
    [InlineData("Código postal", "28001")]
    [InlineData("Plate colour", "blue")]
    [InlineData("Fr", "5")]
    [InlineData("Cost per portion", "2.50")]
    [InlineData("Kosten je Portion", "2.50")]
    [InlineData("cost_per_standard", "2.50")]
    [InlineData("price_per_standard_drink", "2.50")]
    [InlineData("Prix au 100 g", "2.50")]
    [InlineData("Cost per 100g", "2.50")]
    [InlineData("Cost per widget", "2.50")]
    [InlineData("vol_smoothie", "80")]
    [InlineData("Weight", "80")]
    [InlineData("Vendita", "80")]
    [InlineData("liter", "80")]
    [InlineData("Ilość sprzedana", "80")]
    [InlineData("入荷日", "2026/01/31")]
    [InlineData("在庫金額", "500")]
    public async Task Leaves_out_what_only_looks_like_a_field(string header, string cell)
    {
        var table = await TableFixture.ReadAsync($"name;{header}\nRice;{cell}\nSalt;{cell}\nOats;{cell}\n", currency: "EUR");
        Assert.Null(table.Field(header));
    }

    [Fact]
    public async Task Reads_a_cost_per_kilogram_only_for_what_is_weighed()
    {
        var table = await TableFixture.ReadAsync("Artikel;Einheit;Preis/kg\nReis;kg;2,50\nSafran;g;5000,00\nEier;Stk;0,25\n", currency: "EUR");
        Assert.Equal([2.5m, 5m, null], table.Items.Select(item => item.UnitCost));
        Assert.Equal([(4, 3, IssueCode.UnitMismatch)], table.Issues);
    }

    [Fact]
    public async Task Keeps_a_bottles_price_from_an_item_that_is_counted_in_cases()
    {
        var table = await TableFixture.ReadAsync("Artikel;Einheit;EK/Fl.\nGin;Flasche;20,50\nRum;Kiste;18,00\n", department: "bar", currency: "EUR");
        Assert.Equal([20.5m, null], table.Items.Select(item => item.UnitCost));
    }

    [Theory]
    [InlineData("Item,Menu price,Food cost\nSoup,9.50,2.10\n", "name salePrice unitCost")]
    [InlineData("Item,Price,Default Unit Cost,MSRP\nGin,39.50,21.10,45.00\n", "name salePrice unitCost ")]
    [InlineData("Ware,Ø EK,Letzter EK,VK\nReis,2.05,2.10,4.50\n", "name  unitCost salePrice")]
    [InlineData("Producto,Precio medio,Últ. precio compra\nArroz,2.05,2.10\n", "name  unitCost")]
    public async Task Never_takes_a_cost_for_a_sale_price_nor_the_other_way_round(string text, string fields)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field ?? ""));
    }

    [Fact]
    public async Task Tells_codes_from_barcodes_by_their_check_digits()
    {
        var table = await TableFixture.ReadAsync("Product,Product Code,SKU,whatever\nGin,5449000000996,A-1,96385074\nRum,4006381333931,A-2,65833254\nRye,0036000291452,A-3,40170725\n");
        Assert.Equal([ItemField.Name, ItemField.Barcode, ItemField.Sku, null], table.Plan.Columns.Select(column => column.Field));
        table = await TableFixture.ReadAsync("Product,whatever\nGin,5449000000996\nRum,4006381333931\nRye,0036000291452\n");
        Assert.Equal(ItemField.Barcode, table.Field("whatever"));
        table = await TableFixture.ReadAsync("Product,whatever\nGin,5449000000995\nRum,4006381333931\nRye,0036000291452\n");
        Assert.Null(table.Field("whatever"));
    }

    [Theory]
    [InlineData("750|1000|700", "750 ml|1000 ml|700 ml")]
    [InlineData("75|100|70", "750 ml|1000 ml|700 ml")]
    [InlineData("0.75|1.0|0.7", "750 ml|1000 ml|700 ml")]
    [InlineData("1|2|3", "1|2|3")]
    public async Task Knows_in_what_bare_bottle_sizes_are_measured(string sizes, string expected)
    {
        var cells = sizes.Split('|');
        var table = await TableFixture.ReadAsync($"Spirit,Bottle size\nGin,{cells[0]}\nRum,{cells[1]}\nRye,{cells[2]}\n", department: "bar");
        Assert.Equal(expected, string.Join('|', table.Items.Select(item => item.BottleSize)));
    }

    [Fact]
    public async Task Lists_what_a_column_may_mean_where_two_compete()
    {
        var table = await TableFixture.ReadAsync("Item,Stock,Opening Stock\nRice,5,3\nSalt,7,9\n");
        Assert.Equal([ItemField.Name, ItemField.Quantity, null], table.Plan.Columns.Select(column => column.Field));
        Assert.Equal([ItemField.Quantity], table.Plan.Columns[2].Candidates.Select(candidate => candidate.Field));
        Assert.True(table.Plan.Columns[1].Candidates[0].Confidence > table.Plan.Columns[2].Candidates[0].Confidence);
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.ColumnUnsure && notice.Column == 3);
    }

    [Fact]
    public async Task Prefers_a_filled_column_to_an_empty_one()
    {
        var table = await TableFixture.ReadAsync("Product,Item Description,Qty\n,Rice,1\n,Salt,2\n");
        Assert.Equal([null, ItemField.Name, ItemField.Quantity], table.Plan.Columns.Select(column => column.Field));
    }
}
