using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Columns of numbers that look like stock or prices and are neither, in a list that has no better column for the field: each class in several languages.</summary>
public class MappingRisksTests
{
    private static readonly (string Values, string[] Headers)[] Others =
    [
        // What can be ordered.
        ("6 12 24", ["max_order_qty", "Maximum order quantity", "order_limit", "purchase limit", "max_cart_qty", "min_cart_qty", "Minimum Order Quantity", "MOQ", "Min order (cases)", "qty_increments", "Mindestbestellmenge",
            "pedido mínimo", "commande minimum", "quantité minimale de commande", "ordine minimo", "quantità minima ordinabile", "minimale bestelhoeveelheid", "最低発注数", "注文上限"]),
        // What customers say and get.
        ("4.5 4.1 3.9", ["rating", "average_rating", "stars", "Bewertung", "calificación", "note moyenne", "recensioni", "avaliações", "評価"]),
        ("120 85 33", ["rating_count", "review_count", "num_reviews", "Number of reviews", "likes", "views", "Anzahl Bewertungen", "valoraciones", "nombre d'avis", "レビュー数", "loyalty points", "reward_points", "puntos", "Treuepunkte", "punti fedeltà"]),
        // Whether, not how many.
        ("yes no yes", ["in_stock", "available", "manage_stock", "track inventory", "Verfügbarkeit", "disponibilité"]),
        ("instock outofstock instock", ["stock status", "availability", "Stock", "Disponibilidad", "disponibilità", "在庫状況"]),
        ("1 0 1", ["is_in_stock", "backorders", "stock_control", "Stockable"]),
        // Counts of something else.
        ("3 5 1", ["image_count", "variant_count", "product_count", "number of variants", "photos", "sort_order", "display order", "Reihenfolge", "ordre", "並び順", "menu_level", "page no"]),
        // Times.
        ("15 20 30", ["prep_time", "preparation time (min)", "cook_time", "lead_time", "lead time days", "delivery days", "shelf_life_days", "days on hand", "stock days", "Lieferzeit (Tage)", "Zubereitungszeit", "plazo de entrega", "dias de stock",
            "délai de livraison", "temps de préparation", "tempi di consegna", "giorni di scorta", "prazo de entrega", "levertijd", "調理時間"]),
        // Per portion.
        ("0.15 0.2 0.12", ["qty per serving", "amount per serving", "quantity per portion", "recipe qty", "Menge pro Portion", "cantidad por porción", "quantité par portion", "quantità per porzione", "quantidade por receita"]),
        ("4 6 8", ["servings", "servings per container", "portions", "yield", "guests", "raciones", "porzioni", "porties", "Anzahl Portionen"]),
        // What is shipped.
        ("0.5 1.2 3.4", ["shipping_weight", "gross weight", "tare weight", "volume (m3)", "length (cm)", "Versandgewicht", "peso envío", "poids d'expédition", "peso spedizione", "verzendgewicht"]),
        ("48 60 96", ["cases per pallet", "quantity per pallet", "cases per layer", "Kartons pro Palette", "cajas por pallet", "cartons par palette", "cartoni per bancale"]),
        // Prices of an offer, and charges that are no price of the item.
        ("1.10 0.90 2.20", ["discounted_price", "special price", "offer price", "member price", "old price", "original_price", "competitor price", "price per 100g", "cost per portion", "price per person", "Aktionspreis", "alter Preis", "Grundpreis",
            "precio oferta", "precio anterior", "prix promo", "ancien prix", "prezzo scontato", "preço promocional", "aanbiedingsprijs"]),
        ("3.50 3.50 4.90", ["delivery fee", "shipping cost", "deposit", "labor cost", "overhead cost", "storage cost", "disposal cost per unit", "production cost", "batch cost", "Lieferkosten", "Pfand", "Personalkosten", "costo de envío", "costo mano de obra",
            "frais de port", "coût main d'œuvre", "costo di spedizione", "costo manodopera", "custo de entrega", "verzendkosten"]),
        ("7 19 5", ["discount %", "percent off", "tax rate", "vat", "food cost %", "Rabatt", "Steuersatz", "descuento", "taux tva", "aliquota iva", "desconto", "korting", "割引率", "税率"]),
        ("225 330 415", ["stock value", "Stock Worth", "total cost", "extended cost", "net sales", "gross sales", "cost of sales", "Lagerwert", "Umsatz", "valor total", "chiffre d'affaires", "fatturato", "faturamento", "omzet"]),
        // Another time.
        ("12 30 44", ["last year qty", "last month stock", "previous stock", "prior qty", "Bestand Vorjahr", "stock anterior", "stock précédent", "giacenza precedente", "estoque anterior", "vorige voorraad", "前月在庫",
            "forecast qty", "projected stock", "qty needed", "suggested order", "stock previsto", "quantité prévue", "quantità prevista", "必要数"]),
        // What moved, or is promised.
        ("12 30 44", ["units sold", "quantity_sold", "qty ordered", "on order", "allocated stock", "qty committed", "reserved_quantity", "stock in transit", "incoming qty", "damaged stock", "wasted qty", "qty received", "daily usage", "in qty",
            "Verkaufte Menge", "reservierter Bestand", "Verbrauch", "Bestellmenge", "cantidad vendida", "stock reservado", "stock en tránsito", "quantité vendue", "quantité commandée", "stock réservé", "quantità venduta", "giacenza impegnata",
            "quantidade vendida", "estoque reservado", "aantal verkocht", "販売数", "発注数", "入荷数", "average qty", "batch qty"]),
        // Texts and dates about something else.
        ("cold dry cold", ["storage instructions", "storage conditions", "Lagerbedingungen", "unit system", "packaging material", "Verpackungsmaterial", "status", "region", "allergens", "garnish", "Herkunft", "país", "origine", "stato", "アレルゲン"]),
        ("Anna Ben Cleo", ["created_by", "counted by", "customer", "supplier contact", "pickup location", "Ansprechpartner", "contado por", "responsable", "担当者"]),
        ("A B A", ["customer group", "Kundengruppe", "tax category", "price group", "shipping class", "price type"]),
        ("2026-01-31 2026-02-28 2026-03-31", ["packed on", "production date", "received date", "last count date", "warranty expiry", "contract expires", "price valid until", "Lieferdatum", "fecha de compra", "date de réception", "data di produzione", "leverdatum", "製造日"]),
        ("5010 5020 5010", ["cost center", "gl_account", "Kostenstelle", "centro de costo", "kostenplaats", "cuenta contable"]),
        // What a database counts.
        ("66 156 184", ["id", "category_id", "brand_id", "supplier_id", "location_id", "menu_id", "user_id", "parent_id", "tax_id"]),
        ("65f1c0a1b2c3d4e5f6a7b8c9 65f1c0a1b2c3d4e5f6a7b8ca 65f1c0a1b2c3d4e5f6a7b8cb", ["_id", "id"]),
    ];

    public static TheoryData<string, string> LeftOut => [.. Others.SelectMany(group => group.Headers.Select(header => (header, group.Values)))];

    [Theory]
    [MemberData(nameof(LeftOut))]
    public async Task Leaves_out_what_is_neither_stock_nor_price(string header, string values)
    {
        var cells = values.Split(' ');
        var list = await TableFixture.ReadAsync($"name;{header}\nRice;{cells[0]}\nSalt;{cells[1]}\nOats;{cells[2]}\n");
        Assert.Null(list.Plan.Columns[1].Field);
        var shop = await TableFixture.ReadAsync($"name;price;image_url;{header}\nRice;4.15;https://x.example/1.png;{cells[0]}\nSalt;3.20;https://x.example/2.png;{cells[1]}\nOats;6.95;https://x.example/3.png;{cells[2]}\n");
        Assert.Equal([ItemField.Name, ItemField.SalePrice, null, null], shop.Plan.Columns.Select(column => column.Field));
    }

    [Theory]
    [InlineData("price;takeaway price;happy hour price", "salePrice - -", "4.15;3.95;3.10", "5.20;4.80;4.10", "6.95;6.50;5.90")]
    [InlineData("price;sale_price", "salePrice -", "4.15;", "5.20;4.80", "6.95;")]
    [InlineData("mrp;discounted_price;discount_percent", "salePrice - -", "5.15;4.15;10", "5.50;5.20;5", "7.95;6.95;8")]
    [InlineData("price;rating;max_quantity", "salePrice - -", "4.15;4.5;100", "5.20;4.1;100", "6.95;3.9;100")]
    [InlineData("price;min_quantity;max_quantity", "unitCost - -", "4.15;1;100", "5.20;1;100", "6.95;1;100")]
    [InlineData("price;min;max", "unitCost reorderPoint parLevel", "4.15;2;10", "5.20;3;12", "6.95;1;6")]
    [InlineData("price 2023;price 2024", "- -", "4.15;4.40", "5.20;5.60", "6.95;7.10")]
    [InlineData("price 2024", "unitCost", "4.15", "5.20", "6.95")]
    [InlineData("price;avg price;qty sold", "salePrice - -", "4.15;4.02;12", "5.20;5.11;7", "6.95;6.70;9")]
    [InlineData("avg cost;price", "unitCost salePrice", "2.15;4.15", "3.20;5.20", "4.95;6.95")]
    [InlineData("price;food cost", "salePrice unitCost", "14.15;4.15", "15.20;5.20", "16.95;6.95")]
    [InlineData("price;food cost", "- -", "14.15;29.5", "15.20;31.5", "16.95;28.5")]
    [InlineData("price;discount %;net price", "- - unitCost", "4.15;10;3.74", "5.20;10;4.68", "6.95;20;5.56")]
    [InlineData("prezzo;sconto;netto", "- - unitCost", "4.15;10;3.74", "5.20;10;4.68", "6.95;20;5.56")]
    [InlineData("precio compra;dto;precio neto;pvp", "- - unitCost salePrice", "4.15;10;3.74;6.10", "5.20;10;4.68;7.20", "6.95;20;5.56;8.30")]
    [InlineData("price;netto", "unitCost -", "4.15;3.74", "5.20;4.68", "6.95;5.56")]
    [InlineData("your price;list price", "unitCost -", "4.15;5.15", "5.20;6.20", "6.95;7.95")]
    [InlineData("cost;list price", "unitCost salePrice", "4.15;5.15", "5.20;6.20", "6.95;7.95")]
    [InlineData("price;valid from;valid until", "unitCost - -", "4.15;2027-01-01;2027-01-31", "5.20;2027-01-01;2027-02-28", "6.95;2027-01-01;2027-03-31")]
    [InlineData("lot;valid until", "lotCode expiresOn", "L-1;2027-01-31", "L-2;2027-02-28", "L-3;2027-03-31")]
    [InlineData("reference price", "unitCost", "4.15", "5.20", "6.95")]
    [InlineData("reference price;price", "- unitCost", "4.15;4.05", "5.20;5.10", "6.95;6.25")]
    [InlineData("price;price_unit", "unitCost unit", "4.15;kg", "5.20;l", "6.95;kg")]
    [InlineData("price;price_unit;quantity", "unitCost - quantity", "4.15;kg;3", "5.20;l;5", "6.95;kg;7")]
    [InlineData("category_id", "category", "dairy", "dry goods", "dairy")]
    [InlineData("category_id", "-", "12", "15", "12")]
    [InlineData("category_id;category_name", "- category", "dairy;Dairy", "dry;Dry goods", "dairy;Dairy")]
    [InlineData("unit;rate;amount;closing", "unit unitCost - quantity", "kg;4.15;12.45;3", "kg;5.20;26.00;5", "kg;6.95;13.90;2")]
    [InlineData("weight;unit;price", "- unit caseCost", "1000;g;4.15", "500;g;5.20", "750;g;6.95")]
    [InlineData("purchase unit;purchase price;recipe unit", "packSize unitCost -", "50 lb bag;25.15;oz", "6x1 kg;5.20;g", "10 kg;6.95;g")]
    [InlineData("recipe unit;cost", "unit unitCost", "oz;4.15", "g;5.20", "g;6.95")]
    [InlineData("case count;bottles per case", "- caseSize", "1;12", "2;6", "3;24")]
    [InlineData("product code;sku", "- sku", "4411;A-1", "4522;A-2", "4933;A-3")]
    [InlineData("package_size;unit_price", "caseSize unitCost", "6;4.15", "12;5.20", "24;6.95")]
    [InlineData("package_size;unit", "packSize unit", "6;g", "12;g", "24;g")]
    [InlineData("Vendors/Vendor;Vendors/Min. Quantity;Vendors/Delivery Lead Time", "supplier - -", "North;5;3", "South;6;3", "North;8;3")]
    public async Task Neighbours_decide(string headers, string fields, params string[] rows)
    {
        var table = await TableFixture.ReadAsync($"name;{headers}\nRice;{rows[0]}\nSalt;{rows[1]}\nOats;{rows[2]}\n");
        Assert.Equal(["name", .. fields.Split(' ')], table.Plan.Columns.Select(column => column.Field ?? "-"));
    }

    [Theory]
    [InlineData("Archived", "N|Y|N", true)]
    [InlineData("Active", "true|false|true", true)]
    [InlineData("Status", "active|archived|active", true)]
    [InlineData("udgået", "0|1|0", true)]
    [InlineData("Archived", "N|N|N", false)]
    [InlineData("Active", "Y|Y|Y", false)]
    [InlineData("Status", "full|open|full", false)]
    public async Task Rows_that_are_no_longer_in_use_are_imported_and_that_is_said(string header, string values, bool said)
    {
        var marks = values.Split('|');
        var table = await TableFixture.ReadAsync($"Name,Qty,{header}\nRice,2,{marks[0]}\nSalt,3,{marks[1]}\nOats,4,{marks[2]}\n");
        Assert.Equal(3, table.Items.Count);
        Assert.Equal(said, table.Inspection.Notices.Any(notice => notice is { Code: IssueCode.RetiredRows, Column: 3, Severity: IssueSeverity.Warning }));
    }

    [Fact]
    public async Task Numbers_of_the_rows_are_no_quantity()
    {
        var table = await TableFixture.ReadAsync("SL.,Product name,Rate\n1,Brandy,1100\n2,Whisky,860\n3,Rum,400\n4,Gin,720\n5,Vodka,700\n");
        Assert.Null(table.Field("SL."));
        Assert.Equal(ItemField.Quantity, (await TableFixture.ReadAsync("Tên,SL,ĐVT\nĐường,30,kg\nSữa,12,lít\nMuối,7,kg\nGạo,50,kg\n")).Field("SL"));
    }

    [Fact]
    public async Task One_strength_in_percent_does_not_make_shares_of_one_percent()
    {
        var rows = string.Concat(((string[])["0.45", "0.40", "0.606", "0.554", "0.43", "0.09", "0.0425", "0.141", "0.125"]).Select((abv, i) => $"Bottle {i},{abv}\n"));
        var table = await TableFixture.ReadAsync("Name,ABV\n" + rows + "Last,40.0\n", department: "bar");
        Assert.Equal([45m, 40m, 60.6m, 55.4m, 43m, 9m, 4.25m, 14.1m, 12.5m, null], table.Items.Select(item => item.Abv));
        Assert.Equal(IssueCode.OutOfRange, Assert.Single(table.At(11).Issues).Code);
    }

    [Fact]
    public async Task Words_among_barcodes_are_none()
    {
        var table = await TableFixture.ReadAsync("name,Barcode,Par\nTonic,No barcode,3\nCola,No barcode,2\nLager,8066145,12\nStout,1816927,6\nIPA,7199044,6\nWater,No barcode,4\n");
        Assert.Equal(ItemField.Barcode, table.Field("Barcode"));
        Assert.Equal([null, null, "8066145", "1816927", "7199044", null], table.Items.Select(item => item.Barcode));
        Assert.Equal([2, 3, 7], table.Issues.Where(issue => issue.Code == IssueCode.NoValue).Select(issue => issue.Line));
    }

    [Fact]
    public async Task The_only_text_beside_prices_of_sizes_is_the_name()
    {
        var table = await TableFixture.ReadAsync("Cake,Price_1lb,Price_2lb\nVanilla,280,550\nMango,300,650\nLemon,310,640\nPlum,350,750\n");
        Assert.Equal([("Vanilla", "1 lb", 280m), ("Vanilla", "2 lb", 550m)], table.Items.Take(2).Select(item => (item.Name, item.BottleSize!, item.SalePrice!.Value)));
        var staff = await TableFixture.ReadAsync("Employee,Hours,Rate\nAnna,38,15.50\nBen,20,14.00\nCleo,31,16.25\n");
        Assert.NotNull(staff.Inspection.Refusal);
    }
}
