using KitchenGuard.Web.Features.Imports.Mapping;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>What programs and people add to a plain header, before or behind it, changes nothing: a language, a unit, a currency, whose code it is. Low and high do.</summary>
public class MappingQualifiersTests
{
    [Theory]
    [InlineData(ItemField.Name, "name_ar|nameAr|name_pt_br|ar_name|menu_name_ja|Name (中文)|Nom (FR)|Nombre_es|nazwa_pl|naam_nl|Name in English|Artikelbezeichnung (deutsch)|商品名_en|Name EN-US|Bezeichnung1|Item/Description|prod_nm|*Name")]
    [InlineData(ItemField.Category, "category_jp|Category (Arabic)|kategorie_de|category_name_en|Category L1|Warengruppe Text|Hauptgruppe|Sous-famille")]
    [InlineData(ItemField.Brand, "brewery_jp|brand_en|winery_fr")]
    [InlineData(ItemField.Unit, "unit_ar|unit_en|Stock UOM|Lagereinheit|Unité (kg, L)")]
    [InlineData(ItemField.Notes, "notes_en|notatka|adnotacje|Interne Notiz|Comments/Notes")]
    [InlineData(ItemField.Sku, "MCODE|pcode|ITCODE|ExternalKey|ext_key|product_key|legacy_id|SAP-Nr.|Store Code (SKU)|Item # (SKU)|cod. art.|Réf. article|Kode Barang|Artikelschlüssel")]
    [InlineData(ItemField.LotCode, "BatchNo|Batch#|LotNo.|N° lote|Chargen-Nr.|supplier_batch")]
    [InlineData(ItemField.ReorderPoint, "Par Level Low|Par Low|Low Par|Lower Par|par_min|Min Par|Lower limit|low_limit|limite inferior|livello basso|niveau bas|untere Grenze|Untergrenze|Soll min|Nivel bajo")]
    [InlineData(ItemField.ParLevel, "Par Level High|Par High|High Par|Upper Par|par_max|Max Par|Upper limit|Stock High Level|High Level|limite superior|livello alto|niveau haut|obere Grenze|Obergrenze|Soll max|Nivel alto|Stock alto")]
    [InlineData(ItemField.UnitCost, "UnitCost$|P.Rate|costo_unitario_cop|cost_usd|Cost ex GST|Prezzo (tasse escl.)|PA HT|precio_propio|$ Cost|Preis (exkl. MwSt)")]
    [InlineData(ItemField.SalePrice, "pvp_propio_cop|S.Rate|normalpreis|Prix normal|precio normal|mrp_inr|Retail (inc GST)|prix_vente_ttc|pvp_eur")]
    [InlineData(ItemField.Quantity, "Stock in kg|stock_kg|existencias_pz|Bestand Fl.|giacenza (pz)|Stock (uds)|remaining_kg|# on hand|残り|Bal. Qty")]
    [InlineData(ItemField.CaseSize, "Case Pack Qty|Case/Pack|nbr_par_casier|pcs/ctn|Und x caja|Fl./Kiste|UVC/carton")]
    [InlineData(ItemField.Supplier, "enseigne|insegna|retail chain|Hauptlieferant|Prov.")]
    [InlineData(ItemField.StorageArea, "nome local|cedi|distribution center|Bin/Shelf|Lagerfach|Whse")]
    [InlineData(ItemField.ExpiresOn, "expired|expired_at|Exp Dt|MHD bis|fecha_venc|Tgl Kadaluarsa")]
    public void Means_the_same_with_a_qualifier(string field, string headers) =>
        Assert.All(headers.Split('|'), header => Assert.Equal((header, field), (header, Meaning(header))));

    [Theory]
    [InlineData("hscode|QRCODE|gl code|ParentExternalKey|parent_id|file_name")]
    [InlineData("stock_cost|inventory cost|low price|high price|lowest price")]
    [InlineData("units_90d|days_of_supply|order_limit|Recommended Order")]
    [InlineData("price_level|price_group|tax_en|region_jp")]
    public void Does_not_mean_a_field(string headers) => Assert.All(headers.Split('|'), header => Assert.Equal((header, null), (header, Meaning(header))));

    [Theory]
    [InlineData("stock_u|stock_un|stock_uds|stock_units|stock_pcs|qty_pcs|existencia_u|quantité_u|estoque_un|qtd_un|lager_st|antal_st|ilość_szt|jumlah_pcs|SUPPLY", ItemField.Quantity)]
    public async Task Counts_in_pieces_are_quantities(string headers, string field)
    {
        foreach (var header in headers.Split('|'))
        {
            var table = await TableFixture.ReadAsync($"name;{header}\nRice;5\nSalt;7\nOats;12\n");
            Assert.Equal((header, field), (header, table.Field(header)));
        }
    }

    [Theory]
    [InlineData("stock_un", "kg", "un", "kg")]
    [InlineData("stock unit", "bottle", "kg", "bottle")]
    public async Task Units_behind_stock_stay_units(string header, params string[] values)
    {
        var table = await TableFixture.ReadAsync($"name;qty;{header}\nRice;5;{values[0]}\nSalt;7;{values[1]}\nOats;12;{values[2]}\n");
        Assert.Equal([ItemField.Name, ItemField.Quantity, ItemField.Unit], table.Plan.Columns.Select(column => column.Field));
    }

    [Theory]
    [InlineData("name_en;name_ar;desc_en;desc_ar", "name - notes -", "Rice;رز;It is long, and good for all.;طويل", "Salt;ملح;from the sea, a little grey.;من البحر", "Oats;شوفان;rolled, for a porridge in winter.;ملفوف", "Rye;جاودار;it is dark, and it keeps long.;داكن")]
    [InlineData("name;wholesale_price;cost_price", "name - unitCost", "Rice;3.20;2.10", "Salt;1.10;0.90", "Oats;2.80;2.05", "Rye;3.00;2.20")]
    [InlineData("name;wholesale price;retail price", "name unitCost salePrice", "Rice;2.20;3.10", "Salt;0.80;0.95", "Oats;1.85;2.05", "Rye;1.90;2.20")]
    [InlineData("name;price;margin", "name salePrice -", "Rice;3.20;15", "Salt;1.10;12", "Oats;2.80;20", "Rye;3.00;18")]
    [InlineData("name;retailer margin;price;mrp", "name - unitCost salePrice", "Rice;15;3.20;3.95", "Salt;12;1.10;1.35", "Oats;20;2.80;3.45", "Rye;18;3.05;3.95")]
    [InlineData("name;image;price excl tax;price incl tax", "name - - salePrice", "Rice;a.jpg;3.20;3.95", "Salt;b.jpg;1.10;1.35", "Oats;c.jpg;2.80;3.45", "Rye;d.jpg;3.05;3.95")]
    [InlineData("name;quantity;nombre", "name packSize quantity", "Rice;400 g;12", "Salt;1 kg;7", "Oats;500 g;30", "Milk;1 l;4")]
    [InlineData("name;quantity", "name quantity", "Rice;4 items", "Salt;200g", "Garlic;1 bulb", "Onions;3 medium")]
    [InlineData("ingredient;amount;expiration date", "name quantity expiresOn", "Rice;900;2027-01-31", "Salt;120;2027-02-28", "Oats;430;2027-03-31", "Rye;75;2027-04-30")]
    [InlineData("ingredient;amount;purchase date", "name - -", "Rice;900;2027-01-31", "Salt;120;2027-02-28", "Oats;430;2027-03-31", "Rye;75;2027-04-30")]
    [InlineData("name;BatchNo;Quantity", "name lotCode quantity", "Rice;1;50", "Salt;1;40", "Oats;2;30", "Rye;1;20")]
    [InlineData("name;Batch;Quantity", "name - quantity", "Rice;6;50", "Salt;12;40", "Oats;6;30", "Rye;6;20")]
    [InlineData("name;size;price", "name - unitCost", "Shirt;M;3.20", "Dress;L;4.10", "Jeans;32;5.80", "Coat;S;9.05")]
    [InlineData("name;size;price", "name packSize unitCost", "Latte;S;3.20", "Latte;M;4.10", "Mocha;S;3.80", "Mocha;M;4.05")]
    [InlineData("Number;name;price", "- name salePrice", "1;Rolls;3.20", "2;Soup;4.10", "3;Rice;3.80", "5;Curry;4.05")]
    [InlineData("name;expired;stock", "name expiresOn quantity", "Rice;2027-01-31;5", "Salt;unknown;7", "Oats;2027-03-31;9", "Rye;unknown;3")]
    [InlineData("name;expired;stock", "name - quantity", "Rice;yes;5", "Salt;no;7", "Oats;no;9", "Rye;no;3")]
    [InlineData("Fruit;Qty", "name quantity", "Apples;12", "Pears;7", "Plums;30", "Figs;4")]
    [InlineData("Kaffee;VK;EK", "name salePrice unitCost", "Espresso;2.20;0.35", "Latte;3.60;0.70", "Mokka;2.60;0.40", "Tee;2.10;0.15")]
    [InlineData("Wine;Glass;Bottle", "name - salePrice", "Malbec;12;44", "Pinot;14;52", "Sancerre;16;60", "Cava;11;40")]
    [InlineData("Vino;Copa;Botella", "name - salePrice", "Rioja;3,50;18,00", "Verdejo;3,00;16,00", "Cava;4,00;22,00", "Tinto;2,80;14,00")]
    [InlineData("Wine;By Glass (175ml);Bottle;Stock", "name - salePrice quantity", "Malbec;6.50;26.00;14", "Rioja;6.20;25.00;9", "Pinot;5.90;23.50;22", "Cava;6.90;28.00;5")]
    [InlineData("Cocktail;Prix 4cl;Prix bouteille", "name - salePrice", "Gin;9,00;95,00", "Vodka;9,50;90,00", "Rhum;8,50;85,00", "Cognac;11,00;120,00")]
    [InlineData("Item #;Description;Pack/Size;Price;Mon;Tue", "sku name packSize unitCost - -", "10442;Chicken breast;4/10 lb;68.40;;", "10998;Romaine;12 ct;24.15;;", "11820;Heavy cream;12/1 qt;41.90;;", "11911;Butter;36/1 lb;88.20;;")]
    [InlineData("Item;Pack;Price;Each", "name caseSize caseCost unitCost", "Coke;24;12.00;0.50", "Fanta;24;12.00;0.50", "Water;12;4.80;0.40", "Juice;6;9.00;1.50")]
    [InlineData("Item;Quantity;Used;Remaining", "name - - quantity", "Flour;50;20;30", "Sugar;30;12;18", "Milk;40;35;5", "Salt;12;2;10")]
    [InlineData("Item;Quantity;Available", "name quantity -", "Flour;50;30", "Sugar;30;18", "Milk;40;5", "Salt;12;10")]
    [InlineData("PO Number;Item;Qty;Unit Price", "- name - unitCost", "PO-1001;Flour;25;0.74", "PO-1001;Sugar;10;0.99", "PO-1002;Butter;5;8.40", "PO-1003;Salt;8;0.35")]
    [InlineData("Item;Each;Case", "name unitCost caseCost", "Cola;0.65;14.40", "Fanta;0.66;14.45", "Water;0.35;3.81", "Juice;1.12;12.90")]
    [InlineData("Item;Bottle;Par", "name quantity parLevel", "Gin;4;6", "Rum;2;4", "Vodka;6;8", "Rye;1;2")]
    [InlineData("name;cost_price;last_cost", "name unitCost -", "Rice;3.20;0.00", "Salt;1.10;0.00", "Oats;2.80;0.00", "Rye;3.05;0.00")]
    public async Task Neighbours_and_values_decide(string headers, string fields, params string[] rows)
    {
        var table = await TableFixture.ReadAsync($"{headers}\n{string.Join('\n', rows)}\n");
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field ?? "-"));
    }

    [Theory]
    [InlineData("Employee;Qty\nAnna;38\nBen;20\nCleo;31\nDora;12\n")]
    [InlineData("Cliente;Cantidad\nHotel Roma;12\nCafe Luna;7\nBar Sport;30\nPina;4\n")]
    [InlineData("Country;Quantity\nFrance;120\nItaly;80\nSpain;60\nChile;44\n")]
    [InlineData("Helper;Rate\nAnna;15.50\nBen;14.20\nCleo;16.10\nDora;15.90\n")]
    public async Task Takes_no_persons_and_places_for_items(string text) => Assert.NotNull((await TableFixture.ReadAsync(text)).Inspection.Refusal);

    [Fact]
    public async Task Says_so_where_the_name_is_only_what_is_left()
    {
        var table = await TableFixture.ReadAsync("Fruit,Qty\nApples,12\nPears,7\nPlums,30\nFigs,4\n");
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.ColumnUnsure, Column: 1 });
        table = await TableFixture.ReadAsync("Product,Qty\nApples,12\nPears,7\nPlums,30\nFigs,4\n");
        Assert.DoesNotContain(table.Inspection.Notices, notice => notice.Code == IssueCode.ColumnUnsure);
    }

    [Fact]
    public async Task Codes_that_lost_their_digits_stay_codes_and_are_left_empty()
    {
        var table = await TableFixture.ReadAsync("name,Store Code (SKU)\nRice,4.00E+11\nSalt,4.00E+11\nOats,4.00E+11\nRye,4.01E+11\n");
        Assert.Equal(ItemField.Sku, table.Field("Store Code (SKU)"));
        Assert.All(table.Items, item => Assert.Null(item.Sku));
        Assert.Equal(4, table.Issues.Count(issue => issue.Code == IssueCode.DigitsLost));
    }

    private static string? Meaning(string header) => HeaderAliases.Meanings(HeaderText.Parse(header).Key) is [var first, ..] ? first.Field : null;
}
