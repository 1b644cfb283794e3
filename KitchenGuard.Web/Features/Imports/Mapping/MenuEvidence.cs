using System.Text.RegularExpressions;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Whether a list is what guests order from: a bare price in it is what they pay.</summary>
internal static partial class MenuEvidence
{
    /// <summary>What is only told to guests, or asked by the screen on which they order.</summary>
    private static readonly string[] ToldToGuests =
    [
        "allergen", "allergens", "allergene", "allergeni", "allergenen", "alergenos", "alergeno", "alergeni", "alergen", "alergeny",
        "alergenai", "alerjen", "alerjenler", "allergenes", "allergener", "アレルゲン",
        "vegan", "vegetarian", "veggie", "veg", "spicy", "spiciness", "halal", "dish", "dishes", "gericht", "gerichte", "plat", "plats",
        "plato", "platos", "piatto", "piatti", "prato", "pratos", "gerecht", "gerechten", "danie", "dania",
        "serves", "calories", "kcal", "course", "料理", "料理名", "菜名", "メニュー",
    ];

    /// <summary>Sections of menus that no supplier and no shelf has.</summary>
    private static readonly HashSet<string> Courses =
    [
        .. WordLists.Of("""
            starters|starter|appetizers|appetizer|appetisers|small plates|mains|main|main course|main courses|main dishes|main dish|entrees|
            entree|sides|side dish|side dishes|breakfast|brunch|lunch|dinner|kids menu|kids|children|specials|daily specials|hot drinks|
            hot beverages|cold drinks|milkshakes|shakes|smoothies|mocktails|cocktails|signature cocktails|classic cocktails|draft|draught|
            on draft|draft beer|draught beer|bottles cans|bottled beer|bottles|on tap|by the glass|wine by the glass|sandwiches|burgers|
            wraps|toasties|sharing|combos|combo|meals|vorspeise|vorspeisen|hauptgericht|hauptgerichte|hauptspeise|hauptspeisen|nachspeise|
            nachspeisen|nachtisch|beilagen|fruhstuck|mittagstisch|heissgetranke|offene weine|plat|plats|plat principal|plats principaux|
            entrees froides|entrees chaudes|petit dejeuner|boissons chaudes|boissons froides|entrantes|entradas|primeros|segundos|
            platos principales|platos fuertes|plato fuerte|desayuno|desayunos|almuerzo|almuerzos|cena|cenas|raciones|tapas|bocadillos|
            bebidas calientes|bebidas frias|antipasti|antipasto|primi|primi piatti|secondi|secondi piatti|contorni|colazione|pizze|panini|
            bevande calde|pratos|pratos principais|petiscos|pequeno almoco|sobremesas|lanches|porcoes|voorgerechten|hoofdgerechten|
            nagerechten|ontbijt|bijgerechten|forretter|hovedretter|forratter|huvudratter|przystawki|dania glowne|sniadania|predkrmy|
            hlavni jidla|ana yemekler|baslangiclar|kahvalti|tatlilar|makanan utama|ορεκτικα|κυριωσ|κυρια πιατα|πρωινο
            """),
    ];

    /// <summary>Parts of a list that a supplier may have as well: they count beside the others.</summary>
    private static readonly HashSet<string> AlsoCourses =
    [
        .. WordLists.Of("""
            soups|soup|salads|salad|desserts|dessert|postres|dolci|suppen|suppe|salate|salat|soupes|salades|sopas|ensaladas|zuppe|insalate|
            pizza|pizzas|pasta|sandwich|burger|snacks|coffee|tea|juices|wine|beer|drinks|beverages
            """),
    ];

    /// <summary>Whether headers, sections or names say so, and nothing is counted, bought or coded in the list.</summary>
    internal static bool Says(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence,
        IReadOnlyList<HeaderMeaning>[] meanings)
    {
        if (Enumerable.Range(0, headers.Count)
            .Any(i => evidence[i].Filled > 0 && headers[i].Currency is null && !ArePortions(evidence[i])
                && !SaysWhether(meanings[i], evidence[i])
                && meanings[i] is [{ Strength: >= 0.6m,
                    Field: ItemField.Quantity or ItemField.Supplier or ItemField.ParLevel or ItemField.ReorderPoint or ItemField.StorageArea
                        or ItemField.ExpiresOn or ItemField.CaseSize or ItemField.CaseCost or ItemField.Barcode }, ..])
            || headers.Any(header => header.Unit?.Code is "case" or "box" or "crate"))
        {
            return false;
        }

        return headers.Any(header => HeaderText.HasAnyWord(header.Key, ToldToGuests)) || evidence.Any(AreCourses) || evidence.Any(ArePoured)
            || evidence.Any(AreMade);
    }

    /// <summary>"Available: true".</summary>
    private static bool SaysWhether(IReadOnlyList<HeaderMeaning> found, ColumnEvidence cells) =>
        found is [{ Field: ItemField.Quantity }, ..] && cells.Share(cells.Numbers + cells.Volumes + cells.Weights) < 0.5m;

    /// <summary>Of a list without a header.</summary>
    internal static bool Says(IReadOnlyList<ColumnEvidence> evidence) => evidence.Any(AreCourses) || evidence.Any(AreMade);

    /// <summary>"200 g" in each row of a menu: what is on a plate.</summary>
    internal static bool ArePortions(ColumnEvidence cells) => cells.Filled > 2 && cells.Share(cells.Volumes + cells.Weights) >= 0.8m;

    /// <summary>"Salsa, Mozzarella, Olio, Origano": what a dish is made of.</summary>
    internal static bool AreMade(ColumnEvidence cells) =>
        cells is { Filled: >= 4, Distinct: >= 4 } && cells.Share(cells.Numbers + cells.Dates) < 0.1m
        && cells.Values.Count(value => Math.Max(value.AsSpan()
            .Count(','), Math.Max(value.AsSpan().Count(';'), value.AsSpan().Count('|'))) >= 2 && value.Length <= 200
                && value.Count(char.IsAsciiDigit) * 5 <= value.Length) * 10 >= cells.Distinct * 6;

    /// <summary>What things are made of.</summary>
    internal static bool SaysOfWhat(string key) =>
        key is "ingredients" or "ingredientes" or "ingredienti" or "zutaten" or "ingredienten" or "composition" or "composicion"
            or "composizione" or "made of" or "made with";

    /// <summary>"Snacks", "Main Course".</summary>
    internal static bool IsSection(string value) =>
        HeaderText.Normalize(value) is var key && (Courses.Contains(key) || AlsoCourses.Contains(key));

    private static bool AreCourses(ColumnEvidence cells)
    {
        if (!cells.DistinctIsKnown || cells.Distinct < 2 || cells.Distinct * 2 > cells.Filled)
        {
            return false;
        }

        var sections = cells.Values.Select(HeaderText.Normalize).ToList();
        var courses = sections.Count(Courses.Contains);
        return courses >= 2 && (courses + sections.Count(AlsoCourses.Contains)) * 2 >= sections.Count;
    }

    /// <summary>"Gin tot", "Lager pint", "Glass (red)": one thing in two measures, the smaller of which is poured.</summary>
    private static bool ArePoured(ColumnEvidence cells) =>
        cells.Filled >= 4 && cells.Share(cells.Words) >= 0.5m && cells.Values.Count(value => Pour().IsMatch(value)) is >= 2 and var poured
            && poured * 20 >= cells.Distinct;

    [GeneratedRegex(@"(^|\s)(tots?|shots?|single|double|pint|half pint|pitcher|by the glass|glas|glass|copa|calice|verre|ποτήρι)\)?$|^(glass|ποτήρι|copa|calice|verre|glas)\s?\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pour();
}
