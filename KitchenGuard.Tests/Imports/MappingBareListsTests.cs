using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Lists without a header: only values that speak clearly are taken, and no line is an authority on the width.</summary>
public class MappingBareListsTests
{
    [Theory]
    // A few words that come again are groups, beside unique names.
    [InlineData("name salePrice category", "Crisps;1.45;Snacks", "Nuts;2.15;Snacks", "Cola;1.25;Drinks", "Soda;1.35;Drinks", "Gum;0.85;Sweets", "Mints;0.95;Sweets", "Juice;1.65;Drinks")]
    [InlineData("name category unitCost -", "Crisps;Snacks;35;10", "Nuts;Snacks;39.99;12", "Cola;Drinks;29.99;9", "Soda;Drinks;29.99;20", "Gum;Snacks;150;7", "Mints;Snacks;49.99;7", "Juice;Drinks;59.99;3")]
    // Where they are from is none, nor is a size, a place, a unit, or whether.
    [InlineData("name -", "Pils;Belgium", "Stout;Ireland", "Dubbel;Belgium", "Porter;Ireland", "Kölsch;Germany", "Alt;Germany")]
    [InlineData("name -", "Pils;small", "Stout;large", "Dubbel;small", "Porter;large", "Kölsch;small", "Alt;small")]
    [InlineData("name - -", "Pils;Cellar;3", "Stout;Cellar;5", "Dubbel;Bar;3", "Porter;Bar;8", "Kölsch;Bar;1", "Alt;Cellar;6")]
    [InlineData("name -", "Pils;yes", "Stout;no", "Dubbel;yes", "Porter;no", "Kölsch;yes", "Alt;yes")]
    // Of two, the one with names of groups that we know.
    [InlineData("name category -", "A Rossa;Rosso;Ada", "B Bianca;Bianco;Ben", "C Nera;Rosso;Ada", "D Chiara;Bianco;Ben", "E Dolce;Rosso;Ada", "F Secca;Bianco;Ben")]
    [InlineData("name - -", "Anchor;Ada;North", "Bell;Ben;South", "Crown;Ada;South", "Dove;Ben;North", "Eagle;Ada;North", "Fox;Ben;South")]
    // Percent of what is drunk.
    [InlineData("name abv", "Pils;4.8%", "Stout;5.2%", "Dubbel;7%", "Porter;6.1%", "Kölsch;4.9%", "Alt;5%")]
    [InlineData("name -", "Pils;4.8", "Stout;5.2", "Dubbel;7", "Porter;6.1", "Kölsch;4.9", "Alt;5")]
    // Always written with cents.
    [InlineData("name salePrice", "Pils;4.50", "Stout;5.00", "Dubbel;6.50", "Porter;6.00", "Kölsch;4.50", "Alt;5.50")]
    [InlineData("name -", "Pils;4.00", "Stout;5.00", "Dubbel;6.00", "Porter;6.00", "Kölsch;4.00", "Alt;12.00")]
    [InlineData("name -", "Pils;4.5", "Stout;5", "Dubbel;6.5", "Porter;6", "Kölsch;4.5", "Alt;5.5")]
    public async Task Takes_what_speaks_clearly(string fields, params string[] rows)
    {
        var table = await TableFixture.ReadAsync(string.Join('\n', rows) + "\n", department: "bar");
        Assert.Equal(0, table.Plan.Detected.HeaderLine);
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field ?? "-"));
    }

    [Fact]
    public async Task Last_cells_that_few_lines_fill_are_columns_all_the_same()
    {
        var table = await TableFixture.ReadAsync("Pils,4.15,,,late\nStout,5.20,,,\nDubbel,6.95,,,\nPorter,6.35,,1,\nAlt,4.85,,,\n");
        Assert.Equal(5, table.Plan.Columns.Count);
        Assert.Equal(["Pils", "Stout", "Dubbel", "Porter", "Alt"], table.Items.Select(item => item.Name));
    }

    [Fact]
    public async Task A_cell_too_many_is_still_no_column()
    {
        var table = await TableFixture.ReadAsync("Pils,4.15\nStout,5.20\nDubbel,6.95\nPorter,old,6.35,x\nAlt,4.85\n");
        Assert.Contains((4, 3, IssueCode.TooManyCells), table.Issues);
    }
}
