using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>What stands around a list on its pages is no item, and what merely sounds like it is one.</summary>
public class ReadingFootersTests
{
    [Theory]
    [InlineData("Carried forward,19,,")]
    [InlineData("Brought forward,19,,")]
    [InlineData("Page 1 of 2,,,")]
    [InlineData("Page 1/2")]
    [InlineData(",,,Seite 1 von 2")]
    [InlineData("- 3 -,,,")]
    [InlineData("Page 2,,Printed 03/02/2027 14:05,")]
    [InlineData("Report,29,,")]
    [InlineData("À reporter,29,,")]
    [InlineData("Übertrag,29,,12.10")]
    [InlineData("A riportare,29,,")]
    [InlineData("Viene de,29,,")]
    [InlineData("A transportar,29,,")]
    [InlineData("Overdracht,29,,")]
    [InlineData("VAT 20%,,,4.30")]
    [InlineData("incl. MwSt. 7%,,,4.30")]
    [InlineData("TVA 5.5 %,,,4.30")]
    [InlineData("Stock value,,,104.30")]
    [InlineData("Valeur du stock,,,104.30")]
    [InlineData("Warenwert,,,104.30")]
    [InlineData("Valor del inventario,,,104.30")]
    [InlineData("Signature: ________,,,")]
    [InlineData("Firma del encargado: ______,,,")]
    [InlineData("Unterschrift,,,")]
    [InlineData("Checked by Ann,,,")]
    [InlineData("Counted by,Ann,,")]
    [InlineData("Geprüft von Anna,,,")]
    [InlineData("Controllato da Anna,,,")]
    [InlineData("Imprimé le 03/02/2027,,,")]
    [InlineData("Stock of 25 January 2027,,,")]
    public async Task Skips_them_where_a_page_ends_and_at_the_end(string line)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,Unit,Cost\nMilk,4,l,0.90\nBeef,2,kg,9.50\n{line}\nCream,4,l,0.90\nPork,2,kg,9.50\n{line}\n");
        Assert.Equal(["Milk", "Beef", "Cream", "Pork"], table.Items.Select(item => item.Name));
        Assert.All(table.Items, item => Assert.Null(item.Category));
        Assert.Equal([4, 7], table.Issues.Where(issue => issue.Code is IssueCode.Prose or IssueCode.Total).Select(issue => issue.Line));
        Assert.Equal(table.Inspection.Records, table.Records.Count);
    }

    [Theory]
    [InlineData("Report Gin,,3,bottle,18.00")]
    [InlineData("Report,Spirits,3,bottle,18.00")]
    [InlineData("Page Chardonnay,Wine,4,bottle,9.00")]
    [InlineData("Page Mill Cabernet,,,,")]
    [InlineData("Page 1,Wine,4,bottle,9.00")]
    [InlineData("Signature Blend,,2,,")]
    [InlineData("Signature,,2,,")]
    [InlineData("Carried Forward IPA,,24,,2.00")]
    [InlineData("Printed napkins,,,,4.00")]
    [InlineData("Stock cubes,,20,,")]
    [InlineData("Value stock cubes,,20,,")]
    [InlineData("Firma Rossi Olive Oil,,,bottle,")]
    [InlineData("Chablis 2019,,,,")]
    [InlineData("Waste bags,,,,")]
    public async Task Keeps_items_that_merely_sound_like_them(string line)
    {
        var table = await TableFixture.ReadAsync($"Item,Category,Qty,Unit,Cost\nTonic,Mixers,20,bottle,0.80\n{line}\nCola,Mixers,20,bottle,0.80\n");
        Assert.Equal([line.Split(',')[0]], table.Items.Select(item => item.Name).Except(["Tonic", "Cola"]));
    }

    [Fact]
    public async Task Sees_what_is_prose_below_the_table_past_the_sums_at_its_end()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Unit,Cost\nMilk,4,l,0.90\nBeef,2,kg,9.50\nVAT 20%,,,4.30\nThank you for counting!,,,\n");
        Assert.Equal(["Milk", "Beef"], table.Items.Select(item => item.Name));
    }

    [Fact]
    public async Task Takes_no_page_mark_over_a_repeated_header_for_the_title_of_a_group()
    {
        var table = await TableFixture.ReadAsync("Page 1 of 2\nItem,Qty,Unit\nMilk,4,l\nBeef,2,kg\nPage 2 of 2\nItem,Qty,Unit\nPork,2,kg\n");
        Assert.Equal([("Milk", null), ("Beef", null), ("Pork", (string?)null)], table.Items.Select(item => (item.Name, item.Category)));
    }

    [Fact]
    public async Task Takes_headings_in_small_letters_where_the_first_item_has_one_and_all_items_have_values()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Unit,Cost\nVegetables,,,\nCarrots,12,kg,1.10\nLeeks,8,kg,1.90\nMeat,,,\nBeef,3,kg,12.00\nPork,4,kg,8.00\nPage 1 of 1,,,\n");
        Assert.Equal([("Carrots", "Vegetables"), ("Leeks", "Vegetables"), ("Beef", "Meat"), ("Pork", "Meat")], table.Items.Select(item => (item.Name, item.Category!)));
        Assert.Equal([(2, IssueCode.Heading), (5, IssueCode.Heading), (8, IssueCode.Prose)], table.Issues.Select(issue => (issue.Line, issue.Code)));
    }

    [Theory]
    [InlineData("Carrots,12,kg,1.10\nLeeks,,,\nBeef,3,kg,12.00\nPork,,,\nMilk,4,l,8.00\nOats,4,kg,8.00\n")]
    [InlineData("Leeks,,,\nCarrots,12,kg,1.10\nMilk,4,,\nBeef,3,kg,12.00\nPork,,,\nOats,4,kg,8.00\n")]
    [InlineData("Leeks,,,\nRye,,,\nCarrots,12,kg,1.10\nMilk,4,l,\nBeef,3,kg,12.00\nPork,,,\nOats,4,kg,8.00\n")]
    public async Task Keeps_items_without_values_among_others(string text)
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Unit,Cost\n" + text);
        Assert.DoesNotContain(table.Issues, issue => issue.Code == IssueCode.Heading);
        Assert.Equal(table.Inspection.Records, table.Items.Count);
    }
}
