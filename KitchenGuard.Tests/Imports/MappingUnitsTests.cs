using System.Globalization;
using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Tests.Imports;

/// <summary>Units and the identity of items, which import, forms and API share.</summary>
public class MappingUnitsTests
{
    [Theory]
    [InlineData("KG", "kg")]
    [InlineData(" kgs. ", "kg")]
    [InlineData("Lbs", "lb")]
    [InlineData("ud.", "each")]
    [InlineData("pièce", "each")]
    [InlineData("Stück", "each")]
    [InlineData("Flasche", "bottle")]
    [InlineData("botella", "bottle")]
    [InlineData("ケース", "case")]
    [InlineData("個", "each")]
    [InlineData("fl oz", "floz")]
    [InlineData("ＫＧ", "kg")]
    [InlineData("Ltr", "l")]
    [InlineData("docena", "dozen")]
    [InlineData("coffret", null)]
    [InlineData("", null)]
    public void Understands_how_people_spell_units(string text, string? code)
    {
        Assert.Equal(code is not null, Unit.TryParse(text, out var unit));
        Assert.Equal(code, unit?.Code);
    }

    [Theory]
    [InlineData("kg", "g", 2, "2000")]
    [InlineData("lb", "oz", 1, "16")]
    [InlineData("gal", "qt", 1, "4")]
    [InlineData("dozen", "each", 2, "24")]
    [InlineData("case", "case", 3, "3")]
    [InlineData("case", "each", 1, null)]
    [InlineData("kg", "l", 1, null)]
    [InlineData("bottle", "can", 1, null)]
    public void Converts_exactly_or_not_at_all(string from, string to, int quantity, string? expected)
    {
        var converts = Unit.FromCode(from).TryConvert(quantity, Unit.FromCode(to), out var converted);
        Assert.Equal(expected, converts ? converted.ToString("0.######", null) : null);
    }

    [Fact]
    public void Keeps_custom_units_to_themselves()
    {
        Assert.Equal(UnitKind.Custom, Unit.FromCode("coffret").Kind);
        Assert.False(Unit.Custom("coffret").TryConvert(1, Unit.Each, out _));
        Assert.True(Unit.Custom("Coffret").TryConvert(1, Unit.Custom("coffret"), out _));
        Assert.Throws<ArgumentException>(() => Unit.Custom(" "));
    }

    [Theory]
    [InlineData("Crème  Brûlée", "creme brûlée", false)]
    [InlineData("Crème  Brûlée ", "CRE\u0300ME BRU\u0302LE\u0301E", true)]
    [InlineData("Gin\u00A0Tonic", "gin tonic", true)]
    [InlineData("ＧＩＮ", "gin", true)]
    [InlineData("Gin\u200B", "gin", true)]
    [InlineData("ΟΔΟΣ", "οδος", true)]
    public void Compares_names_by_what_they_look_like(string first, string second, bool same) =>
        Assert.Equal(same, ItemIdentity.Key(first, null, null, null, null) == ItemIdentity.Key(second, null, null, null, null));

    [Fact]
    public void Identifies_by_code_then_barcode_then_name_and_size()
    {
        Assert.Equal("s:a1", ItemIdentity.Key("Gin", "750 ml", null, "A1", "123"));
        Assert.Equal("b:123", ItemIdentity.Key("Gin", "750 ml", null, " ", "123"));
        Assert.Equal("n:gin|750 ml", ItemIdentity.Key("Gin", "750 ml", "6 x 750 ml", null, null));
        Assert.Equal("n:gin|1.000 ml", ItemIdentity.Key("Gin", "1.000 ml", null, null, null));
        Assert.All((string?[])["70cl", "0,7 L", "0.70 l", "7 dl", "0.700 l", " 700ML"], size => Assert.Equal("n:gin|700 ml", ItemIdentity.Key("Gin", size, null, null, null)));
        Assert.Equal("n:flour|1500 g", ItemIdentity.Key("Flour", null, "1.5 kg", null, null));
        Assert.Equal("n:gin|6 pack", ItemIdentity.Key("Gin", null, "6 pack", null, null));
        Assert.Equal("n:gin", ItemIdentity.Key("Gin", null, null, null, null));
        Assert.Equal("n:\ufffd", ItemIdentity.Key("\ud800", null, null, null, null));
    }

    [Theory]
    [InlineData("PLN", " 12.50zł", "zł 9.00", "14.90\u00A0zl", "12.50 9.00 14.90")]
    [InlineData("CZK", "45,- Kč", "39Kč", "Kč\u202F52", "45 39 52")]
    [InlineData("HUF", "890Ft", "1 250 Ft", "Ft 720", "890 1250 720")]
    [InlineData("SEK", "49,50kr", "59,00 kr", "kr. 65,25", "49.50 59.00 65.25")]
    [InlineData("SEK", "49:-", "59 kr", "65:- kr", "49 59 65")]
    [InlineData("INR", "Rs. 120/-", "₹95", "140/-", "120 95 140")]
    [InlineData("RON", "12.50lei", "9.90 lei", "14.20 RON", "12.50 9.90 14.20")]
    [InlineData("BGN", "12.50лв.", "9.90 лв", "14.20 лева", "12.50 9.90 14.20")]
    [InlineData("UAH", "₴120", "95₴", "140 грн.", "120 95 140")]
    [InlineData("RUB", "120руб.", "95 руб", "140 ₽", "120 95 140")]
    [InlineData("RSD", "120 din.", "95din", "140 дин", "120 95 140")]
    [InlineData("HRK", "12.50 kn", "9.90kn", "14.20 HRK", "12.50 9.90 14.20")]
    [InlineData("BAM", "12.50 KM", "9.90KM", "14.20 BAM", "12.50 9.90 14.20")]
    public async Task Reads_the_currencies_of_europe_before_and_behind(string currency, string first, string second, string third, string expected)
    {
        var table = await TableFixture.ReadAsync($"name;price\nRice;{first}\nSalt;{second}\nOats;{third}\n", currency: currency);
        Assert.Equal(expected.Split(' ').Select(value => decimal.Parse(value, CultureInfo.InvariantCulture)), table.Items.Select(item => item.UnitCost ?? -1));
    }
}
