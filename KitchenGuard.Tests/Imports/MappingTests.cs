using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>What columns mean, by their header and by their values.</summary>
public class MappingTests
{
    [Theory]
    [InlineData("Item Name,On Hand Qty,UOM,Last Price,Par,Vendor,Bin Location,Best Before", "name quantity unit unitCost parLevel supplier storageArea expiresOn", "Rice,1,kg,2.50,3,Farm,A1,2026-01-31")]
    [InlineData("Artículo,Existencias,Unidad,Precio coste,PVP,Stock mínimo,Proveedor,Caducidad", "name quantity unit unitCost salePrice reorderPoint supplier expiresOn", "Arroz,1,kg,2.50,4,3,Campo,2026-01-31")]
    [InlineData("Désignation,Qté en stock,Unité,Prix d'achat HT,DLC,Fournisseur,Seuil d'alerte,Emplacement", "name quantity unit unitCost expiresOn supplier reorderPoint storageArea", "Riz,1,kg,2.50,2026-01-31,Ferme,3,A1")]
    [InlineData("Artikelnr.,Bezeichnung,Bestand,Einheit,EK-Preis netto,VK-Preis,MHD,Lagerort", "sku name quantity unit unitCost salePrice expiresOn storageArea", "A1,Reis,1,kg,2.50,4,2026-01-31,Keller")]
    [InlineData("Articolo,Giacenza,Unità di misura,Prezzo di acquisto,Scadenza,Fornitore,Scorta minima,Lotto", "name quantity unit unitCost expiresOn supplier reorderPoint lotCode", "Riso,1,kg,2.50,2026-01-31,Campo,3,L1")]
    [InlineData("Código,Produto,Quantidade,Unidade,Custo unitário,Validade,Fornecedor,Estoque mínimo", "sku name quantity unit unitCost expiresOn supplier reorderPoint", "A1,Arroz,1,kg,2.50,2026-01-31,Campo,3")]
    [InlineData("品番,品名,在庫数,単位,仕入単価,売価,賞味期限,仕入先", "sku name quantity unit unitCost salePrice expiresOn supplier", "A1,米,1,kg,250,400,2026-01-31,農家")]
    [InlineData("itemName,case_size,par_cases,cost-per-case,UPC,ABV %,Bottle Size,Remarks", "name caseSize parCases caseCost barcode abv bottleSize notes", "Gin,12,2,240,5449000000996,40,750ml,dry")]
    public async Task Knows_headers_in_seven_languages(string headers, string fields, string row)
    {
        var table = await TableFixture.ReadAsync($"{headers}\n{row}\n", department: headers.Contains("ABV", StringComparison.Ordinal) ? "bar" : "kitchen");
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field));
    }

    [Theory]
    [InlineData("Total Value")]
    [InlineData("Last Updated")]
    [InlineData("Lead Time Days")]
    [InlineData("Order Qty")]
    [InlineData("Tax Category")]
    [InlineData("Total Cost")]
    [InlineData("Purchase Date")]
    [InlineData("Cost of goods sold")]
    [InlineData("Favourite colour")]
    public async Task Leaves_derived_and_unknown_columns_out_with_a_notice(string header)
    {
        var table = await TableFixture.ReadAsync($"name,{header}\nRice,5\nSalt,7\n");
        Assert.Null(table.Field(header));
        Assert.Contains(table.Inspection.Notices, notice => notice.Column == 2);
    }

    [Theory]
    [InlineData("name,price\nRice,5\n", ItemField.UnitCost)]
    [InlineData("name,price,cost\nRice,5,3\n", ItemField.SalePrice)]
    [InlineData("name,price,image\nRice,5,a.jpg\n", ItemField.SalePrice)]
    [InlineData("name,price,price/kg\nRice,5,10/kg\n", ItemField.SalePrice)]
    public async Task Decides_whose_price_a_bare_price_is_and_says_so(string text, string field)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(field, table.Field("price"));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.BarePrice);
    }

    [Theory]
    [InlineData("Cost (per case)", ItemField.CaseCost)]
    [InlineData("Price (case)", ItemField.CaseCost)]
    [InlineData("Unit Cost ($)", ItemField.UnitCost)]
    [InlineData("Cost [USD]", ItemField.UnitCost)]
    [InlineData("Case $", ItemField.CaseCost)]
    [InlineData("Each $", ItemField.UnitCost)]
    [InlineData("MRP", ItemField.SalePrice)]
    [InlineData("Menu Price", ItemField.SalePrice)]
    public async Task Tells_costs_per_case_per_unit_and_retail_apart(string header, string field)
    {
        var table = await TableFixture.ReadAsync($"name,{header}\nRice,5\n");
        Assert.Equal(field, table.Field(header));
    }

    [Fact]
    public async Task Takes_a_cost_per_kilogram_from_the_header()
    {
        var table = await TableFixture.ReadAsync("name,unit,Cost ($/kg)\nRice,kg,5\nSaffron,g,5000\nMilk,l,2\n");
        Assert.Equal([5m, 5m, null], table.Items.Select(item => item.UnitCost));
        Assert.Equal([(4, 3, IssueCode.UnitMismatch)], table.Issues);
    }

    [Fact]
    public async Task Never_mixes_a_par_in_cases_with_units()
    {
        var table = await TableFixture.ReadAsync("name,quantity,Par Level (cases)\nGin,5,2\n");
        Assert.Null(table.Item("Gin").ParLevel);
        Assert.Equal([(2, 3, IssueCode.UnitMismatch)], table.Issues);
    }

    [Fact]
    public async Task Believes_the_values_rather_than_the_header()
    {
        var table = await TableFixture.ReadAsync("name,whatever,unit,stock,expires\nGin,750 ml,12 kg,plenty,never\nRum,1 L,5 kg,some,never\nRye,70 cl,500 g,none left,soon\n", department: "bar");
        Assert.Equal([ItemField.Name, ItemField.BottleSize, ItemField.PackSize, null, null], table.Plan.Columns.Select(column => column.Field));
        Assert.Equal(2, table.Inspection.Notices.Count(notice => notice.Code == IssueCode.ColumnDoesNotFit));
    }

    [Fact]
    public async Task Takes_a_brand_for_the_name_only_when_nothing_else_is_one()
    {
        Assert.Equal(ItemField.Name, (await TableFixture.ReadAsync("Brand Name,Type,Size\nAbsolut,Vodka,750 ml\n", department: "bar")).Field("Brand Name"));
        Assert.Equal(ItemField.Brand, (await TableFixture.ReadAsync("Item,Brand Name,Size\nVodka,Absolut,750 ml\n", department: "bar")).Field("Brand Name"));
    }

    [Fact]
    public async Task Takes_no_running_number_for_a_code()
    {
        Assert.Null((await TableFixture.ReadAsync("id,name\n1,Rice\n2,Salt\n3,Oats\n")).Field("id"));
        Assert.Equal(ItemField.Sku, (await TableFixture.ReadAsync("id,name\nri-1,Rice\nsa-2,Salt\nri-3,Oats\n")).Field("id"));
    }

    [Fact]
    public async Task Takes_no_code_that_different_items_share()
    {
        var table = await TableFixture.ReadAsync("code,name,quantity\nA,Rice,1\nA,Salt,2\nB,Oats,3\nC,Corn,4\nD,Peas,5\n");
        Assert.Null(table.Field("code"));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.ColumnDoesNotFit);
    }

    [Fact]
    public async Task Reads_a_file_without_header_only_where_the_values_are_evidence_enough()
    {
        var table = await TableFixture.ReadAsync("Absolut Vodka,750ml,12,18.99\nTanqueray,750ml,8,24.99\nBacardi,1L,15,16.99\n", department: "bar");
        Assert.Equal((0, 3), (table.Plan.Detected.HeaderLine, table.Items.Count));
        Assert.Equal([ItemField.Name, ItemField.BottleSize, null, null], table.Plan.Columns.Select(column => column.Field));
        table = await TableFixture.ReadAsync("Rice,Farm,12\nSalt,Mine,8\nOats,Farm,9\n");
        Assert.Equal(RefusalCode.NoNameColumn, table.Inspection.Refusal!.Code);
    }
}
