using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>A list that went to the wrong department is noticed; one that is both is offered to be split.</summary>
public class DepartmentTests
{
    private const string Bar = "Artikel;Gruppe\nAbsolut Wodka;Spirituosen\nRiesling trocken;Wein\nGrauburgunder;Wein\nAugustiner Hell;Bier\nAperol;Likör\n";
    private const string Kitchen = "Artículo;Familia\nTomate pera;Verduras\nPechuga de pollo;Carnes\nLeche entera;Lácteos\nArroz bomba;Secos\nVinagre de vino;Secos\n";

    [Theory]
    [InlineData(Bar, "bar", "kitchen")]
    [InlineData(Kitchen, "kitchen", "bar")]
    public async Task Notices_a_list_in_the_wrong_department(string text, string own, string other)
    {
        Assert.Equal(own, (await TableFixture.ReadAsync(text, department: own)).Inspection.LooksLike);
        Assert.DoesNotContain((await TableFixture.ReadAsync(text, department: own)).Inspection.Notices, Contradicts);
        Assert.Contains((await TableFixture.ReadAsync(text, department: other)).Inspection.Notices, Contradicts);
    }

    [Theory]
    [InlineData("name\nCups\nNapkins\nStraws\nFoil\nGloves\n")]
    [InlineData("name,category\nGin,Spirits\nLimes,Produce\nLemons,Produce\nMint,Produce\nRum,Spirits\n")]
    [InlineData("name\nRed wine vinegar\nBeer batter\nRum cake\nVodka sauce\nWine sauce\n")]
    [InlineData("name,category\nCola 1 l,Bebidas\nCola 2 l,Bebidas\nCola 3 l,Bebidas\nSoda,Bebidas\nTonic,Bebidas\nTea,Other\n")]
    [InlineData("name,category\nCerveja,Bebida\nVinho branco,Bebida\nSoda,Bebida\nAlvarenga,Pizza\nPeruana,Pizza\nTequila,Bebida\n")]
    public async Task Says_nothing_where_it_is_not_clear(string text) => Assert.Null((await TableFixture.ReadAsync(text)).Inspection.LooksLike);

    public static TheoryData<string> RealOnes => [.. RealFiles.Names];

    [Theory, MemberData(nameof(RealOnes))]
    public async Task Raises_no_false_alarm_over_real_files(string name)
    {
        var (inspection, _) = await RealFiles.ReadAsync(name, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(inspection.Notices, Contradicts);
    }

    [Fact]
    public async Task Suggests_the_column_that_splits_a_list_of_both()
    {
        var split = (await TableFixture.ReadAsync("Item,Dept\nGin,Bar\nRice,Kitchen\nRum,Bar\nSalt,Kitchen\nRye,Bar\n")).Inspection.SplitColumn!;
        Assert.Equal(2, split.Column);
        Assert.Equal(["Bar"], split.Bar);
        Assert.Equal(["Kitchen"], split.Kitchen);
        var inspection = (await TableFixture.ReadAsync("Item,Dept\nGin,Bar\nRice,Kitchen\nRum,Bar\nSalt,Kitchen\nRye,Bar\n")).Inspection;
        Assert.Equal(2, Assert.Single(inspection.Notices, notice => notice.Code == IssueCode.BothDepartments).Column);

        split = (await TableFixture.ReadAsync("Prodotto;Categoria\nBarolo;Vini\nPeroni;Birre\nPollo;Carne\nPatate;Verdure\nGuanti;Pulizia\n")).Inspection.SplitColumn!;
        Assert.Equal(["Vini", "Birre"], split.Bar);
        Assert.Equal(["Carne", "Verdure"], split.Kitchen);

        Assert.Null((await TableFixture.ReadAsync(Bar, department: "bar")).Inspection.SplitColumn);
    }

    private static bool Contradicts(FoundIssue notice) => notice.Code == IssueCode.LooksLikeOtherDepartment;
}
