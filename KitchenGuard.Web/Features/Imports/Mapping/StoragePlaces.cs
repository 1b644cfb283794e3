namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Places that people count in, as they stand over columns, in English, Spanish, French, German, Italian, Portuguese and Japanese.
/// </summary>
internal static class StoragePlaces
{
    private static readonly HashSet<string> Known = new(WordLists.Of("""
        walk in|walk in cooler|walk in fridge|walk in freezer|walkin|cooler|cooler box|beer cooler|wine cooler|keg cooler|fridge|
        fridges|refrigerator|reach in|reach in cooler|lowboy|freezer|chest freezer|dry storage|dry store|dry goods storage|dry rack|
        pantry|larder|cellar|wine cellar|bar|main bar|back bar|front bar|service bar|upstairs bar|downstairs bar|pool bar|rooftop bar|
        lobby bar|outdoor bar|patio bar|speed rail|rail|well|liquor room|liquor cage|cage|store room|storeroom|stock room|stockroom|
        storage|storage room|storage area|back storage|kitchen|main kitchen|prep kitchen|prep|prep area|line|cook line|basement|garage|
        banquet|patio|terrace|rooftop|lounge|dining room|office|warehouse|shed|display|wine wall|wine rack|back of house|front of house|
        boh|foh|minibar|minibars|main store|central store|bulk store|ballroom|restaurant|lobby|pool|beach bar|pastry|pastry kitchen|
        cold kitchen|hot kitchen|bakery|butchery|commissary|housekeeping|room service|banqueting|banquets|conference|breakfast|
        breakfast room|spa|floor|1st floor|2nd floor|3rd floor|first floor|second floor|third floor|ground floor|stewarding|events|
        event store|club|camara|camara fria|camara frigorifica|nevera|frigorifico|congelador|almacen|bodega|barra|cocina|despensa|
        sotano|terraza|cava|trastienda|cave|chambre froide|frigo|refrigerateur|congelateur|reserve|cuisine|economat|cellier|terrasse|
        comptoir|sous sol|garde manger|keller|weinkeller|lager|kuhlhaus|kuhlraum|kuhlzelle|kuhlschrank|kuhlung|theke|tresen|kuche|tk|
        tiefkuhler|tiefkuhlung|tiefkuhlraum|gefrierschrank|trockenlager|vorratsraum|vorrat|buffet|saal|biergarten|cantina|magazzino|
        cella|cella frigo|cella frigorifera|frigorifero|congelatore|freezer|dispensa|banco|bancone|cucina|terrazza|deposito|adega|
        geladeira|frigorifico|arca|despensa|cozinha|balcao|armazem|deposito|cave|esplanada|salao|kelder|koelcel|koeling|koelkast|
        vriezer|diepvries|voorraadkast|keuken|lodowka|zamrazarka|piwnica|kuchnia|kyl|kylskap|frys|kok|forrad|kolerum|fryser|koleskab|
        冷蔵庫|冷凍庫|冷蔵|冷凍|倉庫|バー|厨房|キッチン|地下|セラー|ワインセラー|カウンター|ホール|棚|バックヤード|食品庫|ストックルーム
        """), StringComparer.Ordinal);

    /// <summary>Numbers under these alone say which one: only "stock shelf" says how many.</summary>
    private static readonly HashSet<string> Numbered = new(WordLists.Of("""
        shelf|shelves|counter|shop|store|estante|estantes|estanteria|anaquel|mostrador|vitrina|tienda|local|trastero|etagere|rayon|
        vitrine|boutique|magasin|depot|regal|laden|geschaft|verkaufsraum|scaffale|vetrina|negozio|prateleira|gondola|loja|schap|winkel|
        magazijn|polka|sklep|magazyn|hylla|hylde|butik|butikk
        """), StringComparer.Ordinal);

    private static readonly HashSet<string> Counting = new(WordLists.Of("""
        qty|quantity|count|counts|stock|on|hand|bottles|units|full|total|in|at|the|number|menge|bestand|cantidad|quantite|im|en|na|no|
        existencia|existencias|inventario|cant|qte|giacenza|quantita|qta|estoque|quantidade|qtd|voorraad|aantal|stan|ilosc|antal|saldo
        """), StringComparer.Ordinal);

    /// <summary>Whether a header names a place, perhaps with a number and a word for counting: "Bar", "Bar 2", "Qty Walk-in".</summary>
    internal static bool IsOne(string header)
    {
        var key = HeaderText.Normalize(header);
        if (Known.Contains(key))
        {
            return true;
        }

        var all = key.Split(' ');
        var words = all.Where(word => !Counting.Contains(word)).ToList();
        if (words.Count > 1 && (words[^1].Length == 1 || words[^1].All(char.IsAsciiDigit)))
        {
            words.RemoveAt(words.Count - 1);
        }

        var place = string.Join(' ', words);
        return words.Count > 0 && (Known.Contains(place) || place == "walk" || (words.Count < all.Length && Numbered.Contains(place)));
    }
}
