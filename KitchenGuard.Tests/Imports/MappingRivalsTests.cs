using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Headers as other inventory, till and cellar programs write them in their exports; the rows are made up.</summary>
public class MappingRivalsTests
{
    [Theory]
    [InlineData("name,supply_price,retail_price,inventory_Main_Outlet,reorder_point_Main_Outlet,restock_level_Main_Outlet", "Gris,10.40,22.00,11,6,24", "name unitCost salePrice quantity reorderPoint parLevel")]
    [InlineData("product_id,product_name,location_name,amount,qu_unit,best_before_date,price,min_stock_amount", "12,Passata,Pantry,6,Jar,2027-05-01,1.29,4", "- name storageArea quantity unit expiresOn unitCost reorderPoint")]
    [InlineData("Item Name,Category,Min. Amt,Location,Purchase Cost,Quantity,Item No.", "Gloves,Consumables,10,Store 1,6.20,24,NG-7", "name category reorderPoint storageArea unitCost quantity sku")]
    [InlineData("ProductCode,Name,MinimumBeforeReorder,DefaultLocation,PriceTier1,AverageCost,DefaultUnitOfMeasure", "CF-1,Beans,10,Roastery,32.00,17.40,Bag", "sku name reorderPoint storageArea salePrice unitCost unit")]
    [InlineData("Item name,Price,Quantity,Low stock threshold,Description (Online Store and Invoices only),Item id (Do not change)", "Quiche,6.90,8,3,with leek,a3", "name salePrice quantity reorderPoint notes sku")]
    [InlineData("Entry Name,Unit,Folder,Min Level,Quantity,Price", "Campari,bottle,Back bar,2,5,21.50", "name unit storageArea reorderPoint quantity unitCost")]
    [InlineData("Артикул;Наименование;Ед. изм.;Себестоимость;Остаток;Мин. остаток;Макс. остаток", "00125;Мука;кг;42,50;35,5;10;60", "sku name unit unitCost quantity reorderPoint parLevel")]
    [InlineData("원자재코드,원자재명,제조원,판매원", "RM-001,커피생두,케이지,에프앤비", "sku name brand supplier")]
    [InlineData("Artigo;Descrição;Unidade Base;PCM;PVP1;Stock Actual;Stock Mínimo;Armazém", "BEB001;Vinho tinto;UN;3,85;12,00;48;12;A1", "sku name unit unitCost salePrice quantity reorderPoint storageArea")]
    [InlineData("ItemCode,ItemName,ItmsGrpNam,OnHand,AvgPrice,InvntryUom,MinLevel,MaxLevel,CardName", "F0001,Tomato paste,Canned,36,11.40,Tin,12,60,Mutti SA", "sku name category quantity unitCost unit reorderPoint parLevel supplier")]
    [InlineData("name,sku,storage_unit,cost,minimum_level,par_level", "Chicken,sk-0001,kg,18.50,10,30", "name sku unit unitCost reorderPoint parLevel")]
    [InlineData("Product Name,Product Code/SKU,Price,Cost Price,Retail Price,Current Stock Level,Low Stock Level", "Tapenade,TAP-1,8.95,4.10,9.95,44,10", "name sku salePrice unitCost - quantity reorderPoint")]
    [InlineData("Name,Amount,Unit,Cost,Best before,Lot #", "Citra,500,g,0.09,2027-10-01,C118", "name quantity unit unitCost expiresOn lotCode")]
    [InlineData("i.code,i.name,s.qty,s.area", "A-1,Salt,5,Cellar", "sku name quantity storageArea")]
    public async Task Understands_them(string headers, string row, string fields)
    {
        var mark = headers.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var named = Array.IndexOf(fields.Split(' '), "name");
        // Four rows: other names, and other last digits.
        var rows = Enumerable.Range(1, 4).Select(n => string.Join(mark, row.Split(mark).Select((cell, i) => i == named ? $"{cell} {(char)('A' + n)}" : char.IsDigit(cell[^1]) ? cell[..^1] + n : cell)));
        var table = await TableFixture.ReadAsync($"{headers}\n{string.Join('\n', rows)}\n");
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field ?? "-"));
    }

    [Fact]
    public async Task What_lies_in_a_cellar_was_paid()
    {
        var table = await TableFixture.ReadAsync(
            "iWine,Type,Category,Quantity,Price,Wine\n1,Red,Dry,6,42.00,Monte Bello\n2,Red,Dry,2,110.00,Cannubi\n3,White,Dry,12,18.00,Muscadet\n", department: "bar");
        Assert.Equal((ItemField.UnitCost, ItemField.Category, null), (table.Field("Price"), table.Field("Type"), table.Field("Category")));
    }

    [Fact]
    public async Task A_purchase_price_beside_packs_is_the_packs()
    {
        var table = await TableFixture.ReadAsync("Item,Purchase Unit,Purchase Price,Primary Count Unit,Count\nAvocado,Case of 48,52.00,each,31\nLime,Case of 200,38.00,each,90\nCilantro,Case of 30,21.00,bunch,12\n");
        Assert.Equal((ItemField.CaseCost, 52m), (table.Field("Purchase Price"), table.Item("Avocado").CaseCost));
        Assert.NotEqual(52m, table.Item("Avocado").UnitCost);
    }

    [Theory]
    [InlineData("precio_mililitro", "spot_price")]
    [InlineData("precio litro", "precio")]
    public async Task A_price_for_a_measure_is_not_the_items(string measured, string price)
    {
        var table = await TableFixture.ReadAsync($"nombre,{measured},{price}\nVino A,14.65,10990\nVino B,54.73,41050\nVino C,54.07,40550\nVino D,65.20,48900\n", department: "bar", currency: "COP");
        Assert.Null(table.Field(measured));
        Assert.NotNull(table.Field(price));
    }

    [Fact]
    public async Task Wineries_are_no_places()
    {
        const string Wines = "Muga,Bodegas Muga,9\nChivite,Chivite,11\nReal,Real,6\nAzules,Soto,9\nRosa,Sumoi,11\nIzadi,Bodegas Izadi,7\n";
        Assert.Equal(ItemField.Brand, (await TableFixture.ReadAsync("name,cellar,stock\n" + Wines, department: "bar")).Field("cellar"));
        Assert.Equal(ItemField.StorageArea, (await TableFixture.ReadAsync("name,cellar,stock\nMuga,East,9\nReal,West,6\nRosa,East,11\nIzadi,West,7\nTondo,East,3\nPomal,East,2\n", department: "bar")).Field("cellar"));
    }

    [Fact]
    public async Task Figures_by_grade_are_no_dish()
    {
        var table = await TableFixture.ReadAsync("name,base_price,unit,levels\nTomate,2.50,kg,\"1:1.8,2:2.5,3:3.2\"\nSalade,1.80,kg,\"1:1.4,2:1.8,3:2.3\"\nPoulet,6.20,kg,\"1:5.1,2:6.2,3:7.8\"\nSaumon,15.80,kg,\"1:12.6,2:15.8,3:20.0\"\n");
        Assert.Equal(ItemField.UnitCost, table.Field("base_price"));
    }
}
