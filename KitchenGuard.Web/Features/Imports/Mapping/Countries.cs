namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Countries that food and drinks come from, in the languages of headers: where a thing is from is no group.</summary>
internal static class Countries
{
    private static readonly HashSet<string> Names = [.. WordLists.Of("""
        argentina|australia|austria|belgium|brazil|bulgaria|canada|chile|china|colombia|croatia|cuba|czechia|czech republic|denmark|
        ecuador|england|estonia|finland|france|georgia|germany|great britain|greece|hungary|iceland|india|indonesia|ireland|israel|
        italy|jamaica|japan|kenya|korea|lebanon|luxembourg|mexico|moldova|morocco|netherlands|holland|new zealand|north macedonia|
        norway|peru|philippines|poland|portugal|romania|russia|scotland|serbia|singapore|slovakia|slovenia|south africa|south korea|
        spain|sweden|switzerland|taiwan|thailand|tunisia|turkey|uk|ukraine|united kingdom|united states|uruguay|us|usa|venezuela|
        vietnam|wales|argentinien|australien|osterreich|belgien|brasilien|bulgarien|kanada|kolumbien|kroatien|kuba|tschechien|danemark|
        estland|finnland|frankreich|georgien|deutschland|griechenland|ungarn|island|indien|irland|italien|jamaika|korea|mexiko|moldau|
        niederlande|neuseeland|nordirland|norwegen|polen|rumanien|russland|schottland|serbien|slowakei|slowenien|sudafrika|spanien|
        schweden|schweiz|turkei|ukraine|vereinigtes konigreich|vereinigte staaten|argentine|australie|autriche|belgique|bresil|bulgarie|
        chili|chine|colombie|croatie|republique tcheque|angleterre|finlande|georgie|allemagne|grece|hongrie|irlande|italie|jamaique|
        japon|liban|maroc|mexique|pays bas|nouvelle zelande|norvege|perou|pologne|roumanie|russie|ecosse|afrique du sud|espagne|suede|
        suisse|tunisie|turquie|royaume uni|etats unis|alemania|belgica|brasil|chequia|republica checa|dinamarca|escocia|espana|
        estados unidos|finlandia|francia|grecia|holanda|hungria|inglaterra|irlanda|italia|japon|marruecos|mexico|noruega|nueva zelanda|
        paises bajos|polonia|reino unido|rumania|rusia|sudafrica|suecia|suiza|turquia|belgio|brasile|cile|croazia|danimarca|germania|
        giappone|gran bretagna|inghilterra|marocco|messico|norvegia|nuova zelanda|paesi bassi|regno unito|romania|scozia|slovenia|
        spagna|stati uniti|sudafrica|svezia|svizzera|turchia|ungheria|africa do sul|alemanha|espanha|franca|grecia|inglaterra|japao|
        nova zelandia|paises baixos|suica|belgie|duitsland|engeland|frankrijk|griekenland|hongarije|ierland|italie|kroatie|nederland|
        nieuw zeeland|oostenrijk|schotland|spanje|verenigd koninkrijk|verenigde staten|zuid afrika|zweden|zwitserland|日本|フランス|イタリア|スペイン|
        ドイツ|チリ|アメリカ|オーストラリア|中国|法国|意大利|西班牙|德国|智利|美国|澳大利亚
        """).Select(HeaderText.Normalize)];

    internal static bool IsOne(string text) => Names.Contains(HeaderText.Normalize(text));
}
