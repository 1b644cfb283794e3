using System.Globalization;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>What stands under a header decides whether it is believed: a column left out costs a click, a wrong value costs trust.</summary>
public class MappingEvidenceTests
{
    [Theory]
    [InlineData("Food cost", "27.65%", "34.43%", "21.94%")]
    [InlineData("Price", "2019", "2020", "2018")]
    [InlineData("Quantity", "2019", "2020", "2018")]
    [InlineData("Par level", "$3.20", "$4.10", "$5.00")]
    [InlineData("Minimum", "20%", "10%", "15%")]
    [InlineData("Notes", "https://example.org/a.jpg", "https://example.org/b.jpg", "https://example.org/c.jpg")]
    [InlineData("Details", "images/a.png", "images/b.png", "images/c.png")]
    [InlineData("Supplier", "anna@example.org", "bob@example.org", "carl@example.org")]
    [InlineData("Location", "2026-01-31", "2026-02-28", "2026-03-31")]
    [InlineData("Code", "$3.20", "$4.10", "$5.00")]
    [InlineData("id", "6f1c1ad0-95b5-4b0c-9d0e-0a1b2c3d4e5f", "7a1c1ad0-95b5-4b0c-9d0e-0a1b2c3d4e5f", "8b1c1ad0-95b5-4b0c-9d0e-0a1b2c3d4e5f")]
    [InlineData("product_id", "1", "2", "3")]
    [InlineData("Container", "NR", "TPK", "PX")]
    [InlineData("Container", "NR", "NR", "NR")]
    public async Task Leaves_out_what_the_values_speak_against(string header, params string[] values)
    {
        var table = await TableFixture.ReadAsync($"name,{header}\nRice,{values[0]}\nSalt,{values[1]}\nOats,{values[2]}\n");
        Assert.Null(table.Field(header));
    }

    [Theory]
    [InlineData("product_id", ItemField.Sku, "1001", "1002", "1003")]
    [InlineData("Ort", ItemField.StorageArea, "6", "23", "38")]
    [InlineData("Unit", ItemField.PackSize, "24 pcs", "12 pcs", "6 pcs")]
    [InlineData("Pack", ItemField.CaseSize, "24", "12", "6")]
    [InlineData("Expiry (dd/mm/yyyy)", ItemField.ExpiresOn, "31/03/2027", "15/04/2027", "28/02/2027")]
    [InlineData("Shelf_Location", ItemField.StorageArea, "A1", "B2", "C3")]
    [InlineData("Menu item id", ItemField.Sku, "M001", "M002", "M003")]
    [InlineData("Cellar or Fridge Name", ItemField.StorageArea, "Cellar", "Fridge", "Cellar")]
    [InlineData("Numéro article", ItemField.Sku, "A-77", "B-78", "C-79")]
    [InlineData("Gebinde/Inhalt", ItemField.PackSize, "6x1 l", "5 kg", "12x750 ml")]
    [InlineData("Flaschengröße (ml)", ItemField.BottleSize, "750", "700", "330")]
    [InlineData("Base UoM", ItemField.Unit, "kg", "g", "kg")]
    [InlineData("Qty UOM", ItemField.Unit, "kg", "g", "kg")]
    [InlineData("Unité de stock", ItemField.Unit, "kg", "g", "kg")]
    [InlineData("Type d'alcool", ItemField.Category, "Gin", "Rum", "Gin")]
    [InlineData("Großhandel", ItemField.Supplier, "Nord", "Süd", "Nord")]
    [InlineData("Stored where", ItemField.StorageArea, "Cellar", "Bar", "Cellar")]
    [InlineData("Container", ItemField.Unit, "bottle", "can", "bottle")]
    [InlineData("Bottle", ItemField.Quantity, "12", "5", "7")]
    [InlineData("Bottle", ItemField.PackSize, "750 ml", "330 ml", "1 l")]
    [InlineData("Handling notes", ItemField.Notes, "keep dry", "keep cold", "keep dark")]
    public async Task Takes_what_the_values_support(string header, string field, params string[] values)
    {
        var table = await TableFixture.ReadAsync($"name,{header}\nRice,{values[0]}\nSalt,{values[1]}\nOats,{values[2]}\n");
        Assert.Equal(field, table.Field(header));
    }

    [Theory]
    [InlineData("Recipe", "Pancakes", "Pancakes", "Bread")]
    [InlineData("Invoice No", "R-1", "R-1", "R-2")]
    [InlineData("Order ID", "77", "78", "79")]
    public async Task A_bare_quantity_beside_recipes_or_orders_is_theirs(string header, string first, string second, string third)
    {
        var table = await TableFixture.ReadAsync($"{header},Item,Quantity\n{first},Flour,200\n{second},Milk,300\n{third},Yeast,20\n");
        Assert.Null(table.Field("Quantity"));
    }

    [Fact]
    public async Task A_quantity_with_the_order_it_came_by_is_the_stock()
    {
        var table = await TableFixture.ReadAsync("Item,Quantity,Order No\nFlour,200,77\nMilk,300,78\nYeast,20,79\n");
        Assert.Equal(ItemField.Quantity, table.Field("Quantity"));
    }

    [Fact]
    public async Task An_amount_beside_units_is_the_stock_but_not_beside_prices()
    {
        var stock = await TableFixture.ReadAsync("item,amount,unit\nBread,10,slices\nButter,250,g\nMilk,2,l\n");
        Assert.Equal(ItemField.Quantity, stock.Field("amount"));
        var invoice = await TableFixture.ReadAsync("item,amount,unit,price\nBread,10,slices,2.10\nButter,250,g,1.95\nMilk,2,l,1.20\n");
        Assert.Null(invoice.Field("amount"));
    }

    [Fact]
    public async Task Names_come_before_codes()
    {
        var table = await TableFixture.ReadAsync("category,category_name,name\nc-1,Dry goods,Rice\nc-1,Dry goods,Oats\nc-2,Drinks,Tea\n");
        Assert.Equal(ItemField.Category, table.Field("category_name"));
        Assert.Null(table.Field("category"));
        var aisles = await TableFixture.ReadAsync("name,Aisle,Shelf\nRice,2,C2\nOats,7,E4\nTea,3,A1\n");
        Assert.Equal(ItemField.StorageArea, aisles.Field("Shelf"));
    }

    [Fact]
    public async Task Buying_beside_selling_are_prices()
    {
        var table = await TableFixture.ReadAsync("Artikel;Einkauf;Verkauf\nReis;1,10;2,90\nSalz;0,45;1,35\nTee;2,15;6,80\n", currency: "EUR");
        Assert.Equal(ItemField.UnitCost, table.Field("Einkauf"));
        Assert.Equal(ItemField.SalePrice, table.Field("Verkauf"));
    }

    [Fact]
    public async Task Of_two_things_in_a_header_the_first_decides()
    {
        var table = await TableFixture.ReadAsync("Nombre del vino / gama;Precio / copa;Bodega\nAmbar;4,20;Sol\nLuna;5,10;Mar\n", currency: "EUR");
        Assert.Equal(ItemField.Name, table.Field("Nombre del vino / gama"));
        Assert.Null(table.Field("Precio / copa"));
    }

    [Fact]
    public async Task Codes_under_item_are_codes_where_the_name_stands_elsewhere()
    {
        // The same item in two places.
        var table = await TableFixture.ReadAsync("Artikel,Artikelomschrijving,Locatie\n1480551,Rijst,A1\n1480552,Zout,A2\n1480552,Zout,B7\n1480553,Haver,B8\n", currency: "EUR");
        Assert.Equal(ItemField.Sku, table.Field("Artikel"));
    }

    [Fact]
    public async Task Without_a_header_the_text_that_differs_is_the_name()
    {
        var table = await TableFixture.ReadAsync("S1,Dry goods,Couscous,kg,0.3,1.99\nS2,Dry goods,Peanuts,kg,1,49.99\nS3,Dry goods,Olives,kg,0.2,3.20\nS4,Spices,Pepper,kg,0.2,12.99\nS5,Spices,Salt,kg,1,4.59\nS6,Spices,Garlic,kg,1,21.99\n");
        Assert.Equal(["Couscous", "Garlic", "Olives", "Peanuts", "Pepper", "Salt"], table.Items.Select(item => item.Name).Order());
    }

    [Theory]
    // Beside shelves; before what goes with it; behind what an address calls it; a code that is no name.
    [InlineData("Plums;Store;6;2.99\nPears;A1;45;0.99\nCider;D12;20;1.39\nFigs;B2;10;1.99\nSalt;E9;10;0.29\nDates;B1;30;1.19\n", "Cider")]
    [InlineData("1;Old Mill Red;Red;Grilled beef\n2;Old Mill White;White;Roast chicken\n3;High Field;Red;Lamb stew\n4;Long Barn;Rosé;Cold pork\n5;Five Oaks;White;River trout\n", "High Field")]
    [InlineData("iced-tea,Iced Tea,3\nhot-tea,Hot Tea,2\nicy-milk,Icy Milk,2\nplain-water,Plain Water,1\nhot-milk,Hot Milk,2\n", "Icy Milk")]
    public async Task Without_a_header_the_name_stands_before_what_describes_it(string text, string name) =>
        Assert.Contains(name, (await TableFixture.ReadAsync(text)).Items.Select(item => item.Name));

    [Theory]
    [InlineData("Plums,2.99,6\nPears,0.80,45\nCider,1.39,20\nFigs,1.50,10\nSalt,0.29,10\n", "2.99")]
    // Counted in tenths, weighed, and two of them: nobody knows.
    [InlineData("Vodka,2.5\nGin,1.7\nRum,0.3\nRye,1.2\nPort,0.8\n", null)]
    [InlineData("Plums,2.99,kg\nPears,0.80,kg\nQuince,1.39,kg\nFigs,1.50,kg\nSalt,0.29,kg\n", null)]
    [InlineData("Plums,2.99,3.99\nPears,0.80,1.20\nQuince,1.39,2.10\nFigs,1.50,2.00\nSalt,0.29,0.50\n", null)]
    public async Task Without_a_header_numbers_in_cents_are_prices(string text, string? price)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(price, table.Items[0].UnitCost?.ToString(CultureInfo.InvariantCulture));
        Assert.DoesNotContain(table.Items, item => item.Quantity is not null || item.SalePrice is not null);
    }

    [Fact]
    public async Task An_image_is_no_name_where_no_column_says_name()
    {
        var table = await TableFixture.ReadAsync("Price,Stock,Picture file\n1.10,5,a.png\n2.20,6,b.png\n3.30,7,c.png\n");
        Assert.NotNull(table.Inspection.Refusal);
    }

    [Theory]
    [InlineData("đ", "VND", "68.000đ", "65.000đ", "72.500đ", 68000)]
    [InlineData("MRU", "MRU", "549 MRU", "950 MRU", "749 MRU", 549)]
    [InlineData("ден", "MKD", "930 ден", "750 ден", "820 ден", 930)]
    public async Task Reads_prices_in_any_currency(string sign, string currency, string first, string second, string third, int expected)
    {
        Assert.EndsWith(sign, first);
        var table = await TableFixture.ReadAsync($"name;price\nRice;{first}\nSalt;{second}\nOats;{third}\n", currency: currency);
        Assert.Equal(expected, table.Item("Rice").UnitCost);
    }

    [Theory]
    [InlineData("1箱", "box")]
    [InlineData("Adet", "each")]
    [InlineData("bucată", "each")]
    [InlineData("unidad(es)", "each")]
    [InlineData("Bottle(s)", "bottle")]
    [InlineData("quantity", "each")]
    [InlineData("szt.", "each")]
    [InlineData("ขวด", "bottle")]
    [InlineData("кг", "kg")]
    public async Task Reads_units_as_people_spell_them(string unit, string code)
    {
        var table = await TableFixture.ReadAsync($"name,unit,quantity\nRice,{unit},5\nSalt,{unit},6\nOats,{unit},7\n");
        Assert.Equal(ItemField.Unit, table.Field("unit"));
        Assert.All(table.Items, item => Assert.Equal(code, item.UnitCode));
    }

    [Fact]
    public async Task Apostrophes_around_single_words_are_no_quotes()
    {
        var table = await TableFixture.ReadAsync("name;price;words\nRosa;5,10;'Fruit' 'Dry'\nSol;6,20;'Soft' 'Sweet'\nMar;7,30;'Fresh' 'Salty'\nLuna;8,40;'Deep' 'Dark'\n", currency: "EUR");
        Assert.Equal(4, table.Items.Count);
    }

    [Fact]
    public void Each_word_of_the_main_languages_stands_once_in_the_order_of_the_alphabet()
    {
        var seen = new Dictionary<string, Word>();
        foreach (var (word, spellings) in MainHeaderWords.Table)
        {
            var keys = spellings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(HeaderText.Normalize).ToList();
            Assert.All(keys, key => Assert.True(seen.TryAdd(key, word), $"'{key}' stands for {seen[key]} and {word}."));
            var latin = keys.Where(key => key[0] < '\u2E80').ToList();
            Assert.Equal(latin.Order(StringComparer.Ordinal), latin);
        }

        Assert.Equal(Enum.GetValues<Word>().Except(seen.Values), []);
        Assert.True(Unit.Known.Count > 20);
    }
}
