using System.Globalization;
using System.Text;
using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Words in names and categories that belong to a bar or to a kitchen, in the eight languages of headers.</summary>
internal static class DepartmentWords
{
    /// <summary>Names of the departments themselves.</summary>
    private static readonly HashSet<string> Bar = Set("""
        bar beverage beverages drinks drink getranke getrank boissons boisson bebidas bebida bevande bevanda dranken drank barra theke banco
        balcao ドリンク 飲料 飲み物 バー
        """);

    private static readonly HashSet<string> Kitchen = Set("""
        kitchen food foods kuche kueche speisen lebensmittel cuisine nourriture aliments alimentaire cocina comida alimentos alimentacion
        cucina cibo alimentari cozinha comidas keuken eten voeding フード 食品 食材 料理 厨房 キッチン
        """);

    private static readonly HashSet<string> BarWords = Set("""
        vodka wodka gin rum ron rhum whisky whiskey whiskies bourbon scotch rye tequila mezcal cognac brandy armagnac calvados liqueur
        liqueurs likor likore liquor liquors licor licores liquore liquori vermouth vermut spirit spirits spirituosen spirituose spiritueux
        destilados distillati jenever genever grappa amaro amari schnaps korn ouzo pastis ricard aperitif aperitivi aperitivo aperitivos
        digestif digestifs bitters cordials beer beers bier biere bieres cerveza cervezas birra birre cerveja cervejas pils pilsner ipa ale
        stout weissbier radler draught draft cider cidre sidra wine wines wein weine rotwein weisswein vin vins vino vinos vini vinho vinhos
        wijn wijnen rioja chardonnay merlot cabernet sauvignon riesling chianti barolo malbec pinot champagne prosecco cava sekt crement
        cremant spumante espumante bollicine sparkling schaumwein sake shochu 日本酒 焼酎 ビール ワイン ウイスキー リキュール 梅酒 ウォッカ ジン ラム テキーラ カクテル
        """ + " " + SoftDrinks);

    /// <summary>What a corner shop and a kitchen have as well: alone they make no bar.</summary>
    private const string SoftDrinks =
        "soda sodas softdrinks soft softs refrescos refrigerantes bibite fris frisdrank tonic cola mixers mineralwasser ソフトドリンク";

    private static readonly HashSet<string> Soft = Set(SoftDrinks);

    private static readonly HashSet<string> KitchenWords = Set("""
        pizza pizzas burger burgers hamburger hamburguesa hamburguesas hamburguer hamburgueres sandwich sandwiches sandwichs lanche lanches
        taco tacos sushi soup soups suppe suppen soupe soupes sopa sopas zuppe salad salads salade salades ensalada ensaladas insalata
        insalate dessert desserts postre postres sobremesa sobremesas dolci nachtisch vorspeisen hauptgerichte antipasti primi secondi
        contorni meat meats fleisch viande viandes carne carnes vlees poultry geflugel volaille aves pollame gevogelte beef rind rinderhack
        boeuf ternera manzo rundergehakt pork schwein porc cerdo maiale porco chicken hahnchenbrust hahnchen poulet pollo frango kipfilet
        kip lamb lamm bacon ham sausage wurst fish seafood fisch poisson poissons pescado pescados pesce peixe vis salmon lachs lachsfilet
        saumon salmone salmao zalm zalmfilet shrimp garnelen crevettes gambas gamberi camarao garnalen tuna cod produce vegetable vegetables
        gemuse legumes verdura verduras verdure hortalizas groente groenten onion onions zwiebel zwiebeln oignon oignons cebolla cipolle
        cebola uien potato potatoes kartoffel kartoffeln patata patate patatas batata aardappelen tomato tomatoes tomaten tomate tomates
        pomodori carrot carrots mohren karotten carottes zanahoria carote cenoura wortelen lettuce salat salade lechuga insalata alface
        spinach spinat garlic knoblauch ail ajo aglio alho mushroom mushrooms champignons dairy molkerei cremerie lacteos latticini
        lacticinios zuivel butter beurre mantequilla burro manteiga boter roomboter cheese kase fromage queso formaggio queijo kaas cheddar
        mozzarella parmesan parmigiano gouda eggs egg eier oeufs huevos uova ovos eieren yogurt joghurt bakery bread backwaren brot brotchen
        boulangerie panaderia panetteria pane pao padaria brood broodjes buns tortilla tortillas flour mehl weizenmehl farine harina farina
        farinha bloem tarwebloem rice reis riz arroz riso rijst pasta nudeln noodles spaghetti frozen tiefkuhl surgeles congelados surgelati
        diepvries trockenware epicerie secos dispensa mercearia despensa spices gewurze epices especias spezie especiarias kruiden salt salz
        sel zout pepper pfeffer oil oils ol ole olivenol huile aceite aceites olio azeite olie mustard senf moutarde mostaza senape mosterd
        ketchup mayonnaise 野菜 肉 肉類 魚 魚介 乳製品 調味料 乾物 冷凍 米 卵 豆腐 果物 牛肉 豚肉 鶏肉 玉ねぎ じゃがいも トマト 人参 キャベツ 小麦粉 砂糖 醤油 味噌 バター チーズ
        """);

    /// <summary>Foods that are named after drinks, and drinks that are named after foods, say nothing.</summary>
    private static readonly HashSet<string> Undecided = Set("""
        vinegar essig vinaigre vinagre aceto azijn sauce batter glaze syrup sirup sirop jam cake beans yeast hefe braised
        """);

    /// <returns><c>bar</c>, <c>kitchen</c>, or null when the text names neither or both.</returns>
    internal static string? Department(string text)
    {
        var key = Fold(text);
        return Bar.Contains(key) ? "bar" : Kitchen.Contains(key) ? "kitchen" : null;
    }

    /// <summary>What a name or category is about.</summary>
    /// <returns><c>bar</c>, <c>kitchen</c>, or null when the text names neither or both.</returns>
    internal static string? About(string text)
    {
        var (bar, kitchen) = (0, 0);
        var key = Fold(text);
        foreach (var word in key.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Undecided.Contains(word))
            {
                return null;
            }

            bar += BarWords.Contains(word) ? 1 : 0;
            kitchen += KitchenWords.Contains(word) ? 1 : 0;
        }

        if (key.Length > 0 && key.AsSpan().ContainsAnyInRange('\u3040', '\u9FFF'))
        {
            // Japanese words are written together.
            bar += BarWords.Any(word => word[0] >= '\u3040' && word.Length > 1 && key.Contains(word, StringComparison.Ordinal)) ? 1 : 0;
            kitchen += KitchenWords.Any(word => word[0] >= '\u3040' && word.Length > 1 && key.Contains(word, StringComparison.Ordinal))
                ? 1
                : 0;
        }

        return bar > 0 && kitchen == 0 ? "bar" : kitchen > 0 && bar == 0 ? "kitchen" : null;
    }

    /// <summary>Whether a text names what only a bar has much of.</summary>
    internal static bool IsOfBars(string text) => About(text) == "bar" && !Fold(text).Split(' ').Any(Soft.Contains);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in ItemIdentity.Normalize(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark || c is '\u3099' or '\u309A')
            {
                folded.Append(c == 'œ'
                    ? "oe"
                    : c == 'ß'
                    ? "ss"
                    : char.IsLetterOrDigit(c) || c is '\u3099' or '\u309A'
                    ? c.ToString()
                    : " ");
            }
        }

        return ItemIdentity.Collapse(folded.ToString().Normalize(NormalizationForm.FormC));
    }

    private static HashSet<string> Set(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Fold(word))];
}
