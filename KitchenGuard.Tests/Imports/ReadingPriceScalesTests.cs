using System.Globalization;
using System.Text;
using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Prices that are whole numbers, of which nothing says whether they are euros or cents.</summary>
public class ReadingPriceScalesTests
{
    private const string Till = "name,price\nCola,330\nWater,250\nBurger,1290\nFries,450\nTea,0\nSalad,895\n";

    [Fact]
    public async Task A_till_s_prices_in_cents_are_asked_about_and_not_read_before()
    {
        var table = await TableFixture.ReadAsync(Till);
        Assert.Equal(ItemField.SalePrice, table.Field("price"));
        Assert.Equal([null, null, null, null, 0m, null], table.Items.Select(item => item.SalePrice));
        Assert.Equal(5, table.Issues.Count(issue => issue.Code == IssueCode.AmbiguousNumber));
        var question = Assert.Single(ReadingQuestion.About(table.Plan, table.Inspection.Notices, CultureInfo.InvariantCulture));
        Assert.Equal("330", question.Found);
        Assert.Equal(["330.00 USD", "3.30 USD"], question.Answers.Select(answer => answer.Reading));
        Assert.Equal(["prices=Whole", "prices=Hundredths"], question.Answers.Select(answer => answer.Answer));
    }

    [Theory]
    [InlineData(PriceScale.Whole, 330)]
    [InlineData(PriceScale.Hundredths, 3.3)]
    public async Task What_is_said_about_them_holds(PriceScale prices, double cola)
    {
        var table = await TableFixture.ReadAsync(Till, new ImportOptions { Prices = prices });
        Assert.Equal((decimal)cola, table.Item("Cola").SalePrice);
        Assert.DoesNotContain(table.Issues, issue => issue.Code == IssueCode.AmbiguousNumber);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(PriceScale.Whole)]
    [InlineData(PriceScale.Hundredths)]
    public async Task A_price_that_is_mended_by_hand_is_what_it_says(PriceScale? prices)
    {
        var table = await TableFixture.ReadAsync(Till, new ImportOptions { Prices = prices });
        var edits = RecordEdits.Of([new CellEdit(2, 2, "3.30"), new CellEdit(3, 2, "$250")]);
        var items = new List<ItemRow>();
        await foreach (var record in RecordReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Till)), table.Plan with { Edits = edits }, TestContext.Current.CancellationToken))
        {
            items.Add(record.Item!);
        }

        Assert.Equal((3.3m, 250m), (items[0].SalePrice, items[1].SalePrice));
    }

    [Theory]
    [InlineData("of another currency", "JPY", "330", "250", "1290", "450", "895")]
    [InlineData("with a sign", "USD", "$330", "$250", "$1290", "$450", "$895")]
    [InlineData("one with cents", "USD", "330", "250", "1290.50", "450", "895")]
    [InlineData("even hundreds", "USD", "300", "200", "1200", "450", "800")]
    [InlineData("some small", "USD", "330", "25", "1290", "45", "895")]
    public async Task Prices_that_something_proves_are_read(string what, string currency, params string[] prices)
    {
        var table = await TableFixture.ReadAsync($"name,price\n{string.Join('\n', prices.Select((price, i) => $"Item {(char)('A' + i)},{price}"))}\n", currency: currency);
        Assert.True(table.Items.TrueForAll(item => item.SalePrice > 0), what);
    }

    [Fact]
    public async Task A_header_that_says_cents_is_overruled_by_who_says_otherwise()
    {
        var table = await TableFixture.ReadAsync("name,price (cents)\nCola,330\nTea,250\nBurger,1290\n", new ImportOptions { Prices = PriceScale.Whole });
        Assert.Equal(330, table.Item("Cola").SalePrice);
    }
}
