namespace KitchenGuard.Data.Inventory;

/// <summary>The built-in units and how people spell them. All spellings are lower case and without a final point.</summary>
internal static class UnitSpellings
{
    private static readonly (string Code, UnitKind Kind, decimal Factor, string Spellings)[] Table =
    [
        ("each", UnitKind.Count, 1m, "ea|eaches|pc|pcs|pce|pces|piece|pieces|pz|pza|pzas|ct|count|unit|units|u|un|uni|und|unds|ud|uds|u.d|unidad|unidades|pièce|pièces|piéce|unité|unités|unite|unites|" +
            "stück|stueck|stuck|stk|st|pezzo|pezzi|unità|unita|unidade|peça|peças|pieza|piezas|stuks|stuk|eenheid|eenheden|個|コ|こ|丁|尾|切|本|枚|匹|点|単品|no|nos|nr|#|qty|quantity|" +
            "adet|tane|bucată|bucata|bucăți|bucati|buc|szt|sztuka|sztuki|sztuk|ks|kus|kusy|kusů|db|darab|kpl|kappale|stycken|stycke|styck|stykk|шт|штука|штуки|штук|бр|броя|" +
            "ком|kom|komad|komada|kos|vnt|gab|tk|τεμ|τεμάχιο|τεμάχια|cái|chiếc|quả|trái|biji|buah|个|只|件|개|ชิ้น|อัน|ลูก|عدد|قطعة|حبة|יח|יחידה|numbers|गोटा|वटा|नग|পিস"),
        ("dozen", UnitKind.Count, 12m, "doz|dz|dzn|dozens|docena|docenas|douzaine|douzaines|dutzend|dtzd|dozzina|dozzine|dúzia|dúzias|duzia|duzias|ダース|tucet|tuzin|tucat|düzine|dussin|dusin|tusina|дюжина|duzină|lusin|lố|โหล|打|दर्जन|ডজন"),
        ("bottle", UnitKind.Count, 1m, "bottles|btl|btls|bot|bots|bt|botella|botellas|bouteille|bouteilles|btle|flasche|flaschen|bottiglia|bottiglie|garrafa|garrafas|gf|fles|flessen|fl|bout|瓶|びん|ボトル|" +
            "butelka|butelki|láhev|lahev|lahve|üveg|palack|flaska|flaskor|flaske|flasker|pullo|pulloa|бутылка|бутылки|бут|бутилка|пляшка|sticlă|sticla|sticle|şişe|sise|chai|" +
            "botol|瓶子|병|ขวด|φιάλη|زجاجة|steklenica"),
        ("can", UnitKind.Count, 1m, "cans|tin|tins|lata|latas|boîte de conserve|canette|canettes|dose|dosen|lattina|lattine|blik|blikken|缶|puszka|puszki|plechovka|dåse|dåser|boks|bokser|tölkki|" +
            "банка|банки|doză|doza|kutu|lon|kaleng|罐|听|캔|กระป๋อง|علبة|konzerv"),
        ("case", UnitKind.Count, 1m, "cases|cs|cse|ki|caja|cajas|caisse|caisses|kist|kiste|kisten|kasten|cassa|casse|caixa|caixas|cx|colis|collo|colli|ケース|kasse|kasser|laatikko|ящик|ящики|кейс|ladă|kasa|" +
            "thùng|dus|箱子|상자|박스|ลัง|صندوق|skrzynka"),
        ("box", UnitKind.Count, 1m, "boxes|bx|carton|cartons|ctn|ctns|karton|kartons|cartone|cartoni|boîte|boîtes|boite|boites|scatola|scatole|doos|箱|pudełko|pudelko|krabice|doboz|låda|æske|eske|" +
            "rasia|коробка|коробки|кор|cutie|cutii|koli|hộp|kotak|盒|กล่อง|kutija|škatla"),
        ("bag", UnitKind.Count, 1m, "bags|bg|sack|sacks|bolsa|bolsas|sac|sacs|sachet|sachets|beutel|tüte|tüten|sacco|sacchi|sacchetto|sacchetti|saco|sacos|zak|zakken|袋|worek|torebka|pytel|sáček|" +
            "zacskó|zsák|påse|påsar|pose|poser|pussi|пакет|пакеты|мешок|мешки|мешков|pungă|punga|pungi|poşet|torba|çuval|túi|kantong|karung|包|ถุง|kesica|vreća"),
        ("bunch", UnitKind.Count, 1m, "bunches|bnch|bun|manojo|manojos|atado|atados|botte|bottes|bund|bunde|mazzo|mazzi|maço|maços|molho|molhos|bos|bossen|束|わ|pęczek|pęczki|svazek|csomó|knippe|nippu|пучок|" +
            "legătură|legatura|demet|bó|ikat|把|กำ|bundel"),
        ("head", UnitKind.Count, 1m, "heads|hd|cabeza|cabezas|tête|têtes|kopf|köpfe|cespo|cespi|krop|kroppen|玉|株|główka|hlávka|fej|huvud|кочан|căpățână|baş|หัว"),
        ("pack", UnitKind.Count, 1m, "packs|pk|pks|pkt|pkts|pck|packet|packets|package|packages|pkg|paquete|paquetes|paquet|paquets|packung|packungen|päckchen|pacco|pacchi|confezione|confezioni|" +
            "pacote|pacotes|pct|pak|pakken|pakje|パック|opakowanie|opakowania|opak|op|balení|bal|csomag|förpackning|förp|pakke|pakker|pakkaus|упаковка|упаковки|уп|упак|pachet|" +
            "pachete|paket|paketi|gói|vỉ|bungkus|봉|봉지|팩|แพ็ค|แพค|חבילה|عبوة|balíček"),
        ("jar", UnitKind.Count, 1m, "jars|tarro|tarros|bocal|bocaux|pot|pots|glas|gläser|vasetto|vasetti|frasco|frascos|potten|bote|botes|słoik|słoiki|sklenice|befőttes|purkki|borcan|borcane|" +
            "kavanoz|hũ|lọ|toples|tegla"),
        ("keg", UnitKind.Count, 1m, "kegs|barril|barriles|fût|fûts|fut|fass|fässer|fusto|fusti|barris|vat|vaten|樽|beczka|hordó|fustage|tynnyri|кег|кега|butoi|fıçı|드럼"),
        ("tray", UnitKind.Count, 1m, "trays|bandeja|bandejas|barquette|barquettes|plateau|plateaux|vassoio|vaschetta|vaschette|tacka|tác|tálca|bricka|bakke|лоток|tavă|tava|tepsi|khay|nampan|ถาด"),
        ("crate", UnitKind.Count, 1m, "crates|cagette|cagettes|cajón|steige|steigen|cassetta|cassette|krat|kratten"),
        ("tub", UnitKind.Count, 1m, "tubs|tarrina|tarrinas|becher|vasca"),
        ("roll", UnitKind.Count, 1m, "rolls|rollo|rollos|rouleau|rouleaux|rolle|rollen|rotolo|rotoli|rolo|rolos|rol|巻|rolka|rolki|rulle|ruller|rulla|рулон|rolă|rulo|cuộn|gulung|ม้วน"),
        ("slice", UnitKind.Count, 1m, "slices|tranche|tranches|scheibe|scheiben|rebanada|rebanadas|fetta|fette|fatia|fatias|plak|plakken|plaster|plasterek|plátek|szelet|skiva|skivor|skive|viipale|" +
            "ломтик|felie|dilim|lát"),
        ("portion", UnitKind.Count, 1m, "portions|porción|porciones|portionen|porzione|porzioni|porção|porções|portie|porties|serving|servings|人前|porcja|porce|adag|порция|porție|porsiyon|phần|suất|" +
            "porsi|인분|annos"),
        ("kg", UnitKind.Weight, 1000m, "kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kilogramm|kilogramo|kilogramos|chilo|chili|chilogrammo|chilogrammi|quilo|quilos|quilograma|quilogramas|" +
            "キロ|㎏|ｋｇ|кг|килограмм|кілограм|килограма|kilogramy|kilogramů|公斤|千克|킬로|กก|กิโลกรัม|كغ|كيلو|كجم|קג|χγρ|κιλό|κιλά|kilogramlar|केजी|के.जी|के जी|किलो|किलोग्राम|किग्रा|কেজি|கிலோ"),
        ("g", UnitKind.Weight, 1m, "gr|grs|gm|gms|gram|grams|gramme|grammes|gramm|gramo|gramos|grammo|grammi|grama|gramas|グラム|ｇ|г|гр|грамм|грам|gramy|gramů|克|公克|그램|กรัม|غ|غرام|جم|גרם|γρ|γραμ|ग्राम|গ্রাম"),
        ("mg", UnitKind.Weight, 0.001m, "mgs|milligram|milligrams|milligramme|milligrammes|miligramo|miligramos|milligrammo|milligrammi"),
        ("lb", UnitKind.Weight, 453.59237m, "lbs|pound|pounds|libra|libras"),
        ("oz", UnitKind.Weight, 28.349523125m, "ozs|ounce|ounces|onza|onzas|once|onces|unze|unzen|oncia|onça|onças"),
        ("l", UnitKind.Volume, 1000m, "lt|lts|ltr|ltrs|liter|liters|litre|litres|litro|litros|litri|リットル|ℓ|ｌ|л|литр|литра|літр|litr|litry|litrů|litru|lít|升|公升|리터|ลิตร|لتر|ליטר|λίτρο|λίτρα|litreler|" +
            "litra|litar|लिटर|लीटर|লিটার"),
        ("dl", UnitKind.Volume, 100m, "deciliter|deciliters|décilitre|décilitres|decilitro|decilitros|deziliter"),
        ("cl", UnitKind.Volume, 10m, "centiliter|centiliters|centilitre|centilitres|centilitro|centilitros|zentiliter|сл"),
        ("ml", UnitKind.Volume, 1m, "mls|milliliter|milliliters|millilitre|millilitres|mililitro|mililitros|millilitro|millilitri|ｍｌ|㎖|мл|миллилитр|毫升|밀리리터|มล|مل|מל|mililitr|mililitre|mililitrů"),
        ("hl", UnitKind.Volume, 100000m, "hectoliter|hectolitre|hectolitres|hectolitro|hektoliter"),
        ("floz", UnitKind.Volume, 29.5735295625m, "fl oz|fl. oz|fl.oz|fluid ounce|fluid ounces|oz fl|fl ozs"),
        ("gal", UnitKind.Volume, 3785.411784m, "gals|gallon|gallons|galón|galones|gallone|galloni|galão|galões"),
        ("qt", UnitKind.Volume, 946.352946m, "qts|quart|quarts"),
        ("pt", UnitKind.Volume, 473.176473m, "pts|pint|pints|pinta|pintas"),
    ];

    internal static IReadOnlyList<Unit> Units { get; } = [.. Table.Select(row => new Unit(row.Code, row.Kind, row.Factor))];

    internal static Dictionary<string, Unit> Index(Dictionary<string, Unit> byCode)
    {
        var index = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var (code, _, _, spellings) in Table)
        {
            index.TryAdd(code, byCode[code]);
            foreach (var spelling in spellings.Split('|'))
            {
                index.TryAdd(spelling, byCode[code]);
            }
        }

        return index;
    }
}
