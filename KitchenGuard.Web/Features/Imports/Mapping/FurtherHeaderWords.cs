namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// The commonest words of headers in further languages. Words of several parts ("số_lượng") stand where one of their parts alone would mean
/// something else. What the eight main languages say comes first.
/// </summary>
internal static partial class FurtherHeaderWords
{
    internal static readonly (Word Word, string Spellings)[] Table =
    [
        // Chinese
        (Word.Name, "名称 品名 商品名 商品名称 品项"), (Word.Item, "物料 原料"), (Word.Category, "品类 种类"), (Word.Stock, "现有库存 盘点 庫存量"), (Word.Quantity, "数"),
        (Word.Minimum, "最低 最小 下限 安全 预警"), (Word.Target, "最高 标准 上限"), (Word.Cost, "采购价 进货价 采购单价"), (Word.Sale, "销售 建议零售"), (Word.Brand, "牌子 生产商 制造商 厂家"),
        (Word.Supplier, "供货商 供貨商 厂商"), (Word.Code, "编号 編號 编码 货号 代码"), (Word.Barcode, "条码 條碼 条形码"), (Word.Expiry, "保存期限 过期日期 到期"), (Word.Notes, "说明 描述"),
        (Word.Content, "净含量"), (Word.Pack, "包装"), (Word.Storage, "库位 仓库 倉庫 货架"), (Word.Place, "位置 地点"), (Word.Alcohol, "酒精 酒精度 酒精濃度"), (Word.Lot, "批号 批號 批次"),
        (Word.Other, "金额 总 销量 日期 时间 图片 税 毛利 状态 产地 国家 年份 热量"), (Word.Item, "品項"), (Word.Stock, "當前庫存 当前库存"), (Word.Target, "目标"), (Word.Alert, "再订货点 补货点"), (Word.Place, "存放 储存"), (Word.Expiry, "保质期至 有效期至"), (Word.Lot, "批次号 生产批号"), (Word.Alcohol, "酒精含量 酒精度数"), (Word.Content, "毫升"),

        // Korean
        (Word.Name, "이름 품명 상품명 제품명 품목명 재료명"), (Word.Item, "상품 제품 품목 재료 식자재"), (Word.Category, "카테고리 분류 종류 구분 대분류"), (Word.Unit, "단위"), (Word.Price, "가격 단가"),
        (Word.SalePrice, "판매가 소비자가 판매단가 정가"), (Word.Sale, "판매 소비자"), (Word.Cost, "원가 매입가 구매가 매입단가 입고가 공급가 구매단가"), (Word.Brand, "브랜드 제조사 제조업체 메이커 생산자"),
        (Word.Supplier, "공급업체 거래처 공급처 납품업체 구매처 매입처 공급사"), (Word.Quantity, "수량"), (Word.Stock, "재고 현재고 재고량 재고수량 현재재고 실사수량 보유수량"), (Word.Minimum, "최소 최저 안전"),
        (Word.Target, "최대 적정 목표 기준"), (Word.Alert, "발주점 재주문점"), (Word.Code, "코드 품번"), (Word.Barcode, "바코드"), (Word.Expiry, "유통기한 소비기한 만료일 유효기간 사용기한"),
        (Word.Notes, "비고 메모 설명 특이사항 참고사항"), (Word.Content, "용량 내용량"), (Word.Pack, "규격 포장 포장단위"), (Word.Storage, "창고 보관"), (Word.Place, "위치 장소 구역"), (Word.Alcohol, "도수 알코올 알콜"),
        (Word.Lot, "로트 배치번호 로트번호 제조번호"), (Word.Other, "총액 합계 판매량 판매수량 입고일 발주수량 입고수량"), (Word.Name, "식자재명"), (Word.Supplier, "거래처명"), (Word.Brand, "브랜드명"), (Word.Weight, "중량"), (Word.Code, "관리코드 상품번호"), (Word.Storage, "저장위치 보관위치"), (Word.Expiry, "유통기한일자"),

        // Turkish
        (Word.Name, "adı isim ismi ürün_adı urun_adi stok_adı ürünler ad"), (Word.Item, "ürün urun malzeme"), (Word.Category, "grup grubu ürün_türü"), (Word.Unit, "birim birimi ölçü_birimi olcu_birimi ölçü"), (Word.Price, "fiyat fiyatı fiyati"),
        (Word.Sale, "satış satis perakende menü"), (Word.Purchase, "alış alis satın_alma"), (Word.Cost, "maliyet maliyeti"), (Word.Brand, "üretici imalatçı"), (Word.Supplier, "tedarikçi tedarikci toptancı"),
        (Word.Quantity, "miktar miktarı miktari adet adedi"), (Word.Stock, "stok envanter"), (Word.Current, "mevcut eldeki"), (Word.Available, "kalan"), (Word.Minimum, "asgari en_az"), (Word.Low, "kritik"), (Word.Level, "seviye seviyesi"),
        (Word.Target, "maksimum azami maks hedef"), (Word.Code, "kod kodu"), (Word.Barcode, "barkod barkodu"), (Word.Number, "numarası"), (Word.Expiry, "son_kullanma skt son_tüketim tüketim_tarihi"), (Word.Notes, "notlar açıklama aciklama açıklamalar not"),
        (Word.Volume, "hacim hacmi"), (Word.Bottle, "şişe"), (Word.Size, "boyut boyutu"), (Word.Pack, "ambalaj"), (Word.Storage, "depo raf depolama"), (Word.Place, "konum lokasyon alanı yeri"), (Word.Alcohol, "alkol"), (Word.Percent, "oranı"),
        (Word.Filler, "tarihi tl derecesi"), (Word.Tax, "kdv"), (Word.Other, "toplam tutar satılan satış_miktarı sipariş alış_tarihi durum ülke menşei resim görsel teslim"), (Word.Name, "ürün_ismi malzeme_ismi"), (Word.Category, "tür türü kategori kategorisi cins cinsi"), (Word.Supplier, "satıcı firma_adı"), (Word.Notes, "açıklaması"), (Word.Storage, "dolap"), (Word.SalePrice, "liste_fiyatı"), (Word.Available, "kalan_miktar"),

        // Polish
        (Word.Name, "nazwa"), (Word.Item, "produktu towar towaru towary towarów artykuł artykułu składnik surowca"), (Word.Category, "grupa dział rodzaj kategorii towarowa"), (Word.Unit, "jednostka jednostki miary miara jm jedn sztuk szt sztuka sztukę"),
        (Word.Price, "cena ceny"), (Word.Sale, "sprzedaży sprzedazy detaliczna"), (Word.Purchase, "zakupu hurtowa"), (Word.Cost, "koszt jednostkowy_koszt"), (Word.Unit, "jednostkowa jednostkowy"), (Word.Brand, "wytwórca producenta browar"),
        (Word.Supplier, "dostawca dostawcy hurtownia dystrybutor"), (Word.Quantity, "ilość ilosc liczba"), (Word.Stock, "stan stanie magazynowy zapas zapasu"), (Word.Minimum, "minimalny minimalna minimalne"), (Word.Alert, "próg alarmowy"), (Word.Low, "bezpieczeństwa"),
        (Word.Target, "maksymalny docelowy optymalny"), (Word.Code, "indeks symbol"), (Word.Barcode, "kreskowy kod_kreskowy kod_paskowy"), (Word.Expiry, "ważności waznosci ważne_do przydatności"), (Word.Notes, "uwagi notatki opis komentarz"),
        (Word.Volume, "objętość"), (Word.Content, "pojemność pojemnosc"), (Word.Bottle, "butelki butelka"), (Word.Pack, "opakowanie opakowania"), (Word.Weight, "waga gramatura"), (Word.Storage, "magazyn magazynie regał półka"),
        (Word.Place, "lokalizacja miejsce"), (Word.Filler, "data termin składowania przechowywania główny numer za zawartość w na dodatkowe"), (Word.Current, "aktualny"), (Word.Alcohol, "alkoholu moc"), (Word.Lot, "partia partii seria"),
        (Word.Other, "wartość suma razem sprzedano sprzedana zamówiono zdjęcie vat_stawka marża kraj rocznik kalorie produkcji dostawy utworzenia modyfikacji magazynu_wartość zamówienia_data"), (Word.Reorder, "domówienia domawiania uzupełnienia ponownego_zamówienia"), (Word.Level, "poziom"), (Word.Stock, "na_stanie stanu"), (Word.Unit, "opak opakowań op"), (Word.Quantity, "jednostek"), (Word.Other, "wycofany zamówieniu zamówienie podatek stawka zysk"), (Word.Minimum, "min_stan stan_minimalny minimum"),

        // Romanian
        (Word.Name, "nume denumire"), (Word.Item, "produs produse articol"), (Word.Category, "grupă grupa categoria"), (Word.Unit, "unitate unitar măsură bucăți buc"), (Word.Price, "preț pret prețul"), (Word.Sale, "vânzare vanzare amănuntul meniu"),
        (Word.Purchase, "achiziție achizitie cumpărare intrare"), (Word.Brand, "producător producator marcă crama"), (Word.Supplier, "furnizor furnizori"), (Word.Quantity, "cantitate cant cantitatea"), (Word.Stock, "stoc stocuri"), (Word.Current, "curent"),
        (Word.Available, "disponibilă"), (Word.Minimum, "minimă"), (Word.Alert, "prag alertă"), (Word.Low, "siguranță"), (Word.Target, "maxim maximă"), (Word.Barcode, "cod_de_bare cod_bare"), (Word.Expiry, "expirării expirare expiră valabil valabilitate"),
        (Word.Notes, "observații observatii mențiuni descriere comentarii"), (Word.Volume, "volum"), (Word.Content, "conținut"), (Word.Bottle, "sticlă"), (Word.Pack, "ambalare"), (Word.Weight, "gramaj greutate"), (Word.Storage, "depozit depozitare gestiune magazie"),
        (Word.Place, "locație"), (Word.Alcohol, "alcoolică tărie concentrație_alcoolică"), (Word.Net, "netă"), (Word.Number, "număr"), (Word.Tax, "tva_cota"),
        (Word.Other, "valoare vândut vândută comandat imagine poză adaos țara calorii livrare livrării creării achiziției"), (Word.Category, "tip gama"), (Word.Supplier, "distribuitor"), (Word.Storage, "raft_depozit"), (Word.Unit, "u_m um"), (Word.Target, "optim"), (Word.Low, "critic"),

        // Czech
        (Word.Name, "název nazev jméno"), (Word.Item, "zboží položka položky produktu surovina výrobku"), (Word.Category, "skupina druh kategorie"), (Word.Unit, "jednotka jednotku jednotková měrná mj ks kus kusů"), (Word.Sale, "prodejní prodejni maloobchodní"),
        (Word.Purchase, "nákupní nakupni pořizovací velkoobchodní velkoobchod"), (Word.Sale, "maloobchod maloobchodní"), (Word.Cost, "náklady"), (Word.Tax, "dph"), (Word.Without, "bez"), (Word.Brand, "značka výrobce pivovar vinařství"), (Word.Supplier, "dodavatel dodavatele velkoobchod"),
        (Word.Quantity, "množství mnozstvi počet"), (Word.Stock, "skladem stav_skladu zásoba zásob stav_zásob skladě"), (Word.Minimum, "minimální"), (Word.Low, "kritické pojistná"), (Word.Target, "maximální cílová optimální"), (Word.Code, "kód katalogové_číslo"),
        (Word.Number, "číslo"), (Word.Barcode, "čárový_kód carovy_kod čár_kód"), (Word.Expiry, "spotřeby expirace trvanlivost spotřebujte"), (Word.Notes, "poznámka poznámky poznamka popis komentář"), (Word.Volume, "objem"), (Word.Bottle, "láhev lahve lahev"),
        (Word.Pack, "balení"), (Word.Weight, "hmotnost"), (Word.Storage, "sklad regál skladové"), (Word.Place, "místo umístění lokace"), (Word.Filler, "obsah_v do aktuální hlavní"), (Word.Content, "obsah"), (Word.Size, "velikost"), (Word.Lot, "šarže"),
        (Word.Other, "hodnota celkem prodáno objednáno obrázek marže země ročník dodací dodání vytvoření nákupu"), (Word.Stock, "aktuální_stav stav"), (Word.Other, "objednávky"), (Word.Wrapping, "obal"), (Word.Weight, "gramáž"), (Word.Net, "čistá"), (Word.Filler, "č"), (Word.With, "s_dph"),

        // Swedish, Danish, Norwegian
        (Word.Name, "namn navn benämning benevnelse betegnelse varunamn varenavn varetekst"), (Word.Item, "vara varu vare varer råvara råvare artikkel ingrediens"), (Word.Category, "kategori varugrupp varegruppe gruppe grupp varetype"),
        (Word.Unit, "enhet enhed enheter enheder måttenhet måleenhed måleenhet styck stykk pr_stk per_stk"), (Word.Price, "pris priser á_pris"), (Word.Sale, "försäljnings försäljning udsalgs utsalgs salgs butiks butikk vejl veil rek"),
        (Word.Purchase, "inköps indkøbs innkjøps inköp købs "), (Word.Cost, "kostnad kostpris omkostning självkostnad stykkostnad inpris innpris"), (Word.Tax, "moms mva"), (Word.With, "inklusive"), (Word.Without, "ekskl eks"),
        (Word.Brand, "märke mærke varumärke varemærke varemerke varumarke tillverkare produsent bryggeri merkenavn"), (Word.Supplier, "leverantör leverantörs leverantor leverandør leverandor distributör distributør"),
        (Word.Quantity, "antal antall kvantitet mängd mængde mengde"), (Word.Stock, "lagersaldo lagerbeholdning beholdning i_lager på_lager lagerantal lagerantall aktuellt_lager"), (Word.Counted, "inventerat optalt talt"),
        (Word.Minimum, "minsta lägsta minste minimums"), (Word.Alert, "beställningspunkt bestillingspunkt genbestillingspunkt larmnivå"), (Word.Low, "säkerhets sikkerheds sikkerhets"), (Word.Target, "maks maksimums önskat ønsket mål"), (Word.Level, "nivå lagernivå"),
        (Word.Code, "produktkod varunummer varenummer varenr varekode produktkode artikelkod"), (Word.Barcode, "streckkod stregkode strekkode streckkods"), (Word.Expiry, "bäst_före bedst_før best_før utgångsdatum udløbsdato utløpsdato udløber utgår hållbar_till holdbar_til holdbarhedsdato holdbarhetsdato sista_förbrukningsdag siste_forbruksdag sidste_anvendelsesdato"),
        (Word.Notes, "anteckningar anteckning notering noter notater merknad merknader bemærkning bemærkninger beskrivning beskrivelse anmärkning övrigt notat"), (Word.Volume, "volym volum"), (Word.Bottle, "flaska flask flaske"), (Word.Size, "storlek størrelse"), (Word.Content, "innehåll indhold innhold"),
        (Word.Pack, "förpackning förpacknings förp pakning paknings forpakning pakke"), (Word.Wrapping, "emballasje"), (Word.Weight, "vikt nettovikt vægt nettovægt vekt nettovekt"), (Word.Storage, "hylla hylle förvaring opbevaring oppbevaring lagerplats lagerplads lagerplass lagersted"), (Word.Place, "plats placering plassering lokation lokasjon"),
        (Word.Alcohol, "alkoholhalt alkoholinnhold alkoholindhold alkoholprosent alkoholprocent"), (Word.Lot, "parti partinummer"), (Word.Filler, "huvud hoved med"), (Word.Other, "värde lagervärde værdi verdi lagerverdi summa totalt i_alt sålda solgt beställt bestilt skapad oprettet opprettet uppdaterad bild bilde billede årgång årgang pant leveranstid leveringstid leverans leverings avance avanse marginal ursprung"), (Word.Price, "stykpris styckpris"), (Word.Storage, "hyllplats"), (Word.Unit, "basenhet"), (Word.Alert, "säkerhetslager sikkerhedslager sikkerhetslager"), (Word.Brand, "merke"), (Word.Name, "artikkelnavn"), (Word.SalePrice, "utpris försäljningspris salgspris menypris utsalgspris"),

        // Finnish
        (Word.Name, "nimi nimike tuotenimi"), (Word.Item, "tuote tuotteen raaka_aine tavara"), (Word.Category, "tuoteryhmä ryhmä tyyppi luokka kategoria"), (Word.Unit, "yksikkö yksikko mittayksikkö kpl kappale yksiköt"), (Word.Price, "hinta"), (Word.Sale, "myynti ulosmyynti vähittäis"), (Word.Purchase, "osto hankinta sisäänosto tukku_hinta"),
        (Word.Cost, "kustannus"), (Word.Brand, "merkki valmistaja tuotemerkki brändi panimo tuottaja"), (Word.Supplier, "toimittaja toimittajan tukku tavarantoimittaja maahantuoja päätoimittaja"), (Word.Quantity, "määrä maara"), (Word.Stock, "varastosaldo varastossa varastomäärä"),
        (Word.Minimum, "minimi"), (Word.Alert, "hälytysraja tilauspiste tilausraja"), (Word.Low, "varmuus"), (Word.Target, "maksimi tavoite"), (Word.Stock, "varasto"), (Word.Code, "koodi tuotekoodi tuotenumero tuotenro nimikekoodi artikkelinumero"), (Word.Barcode, "viivakoodi"), (Word.Expiry, "parasta_ennen viimeinen_käyttöpäivä vanhenemispäivä vanhenee"),
        (Word.Notes, "huomautukset huomiot muistiinpanot kommentti kuvaus lisätiedot"), (Word.Volume, "tilavuus"), (Word.Bottle, "pullo"), (Word.Size, "koko"), (Word.Content, "sisältö"), (Word.Pack, "pakkaus pakkauksen pakkauskoko pakkaustyyppi"), (Word.Weight, "paino nettopaino"), (Word.Storage, "hylly säilytyspaikka varastopaikka hyllypaikka varastotila"), (Word.Place, "sijainti"),
        (Word.Alcohol, "alkoholi alkoholipitoisuus alkoholiprosentti"), (Word.Lot, "erä eränumero eränro erätunnus"), (Word.Other, "arvo yhteensä myyty tilattu kuva kate maa vuosikerta pantti"), (Word.Item, "artikkeli"), (Word.With, "sis"), (Word.Tax, "alv"), (Word.Sale, "lista"), (Word.Unit, "perusyksikkö"), (Word.Stock, "saldo"),

        // Hungarian
        (Word.Name, "név neve megnevezés terméknév cikknév"), (Word.Item, "termék áru árucikk alapanyag cikk"), (Word.Category, "kategória termékcsoport csoport típus cikkcsoport"), (Word.Unit, "egység mértékegység mee mennyiségi_egység db darab"), (Word.Price, "ár ára egységár darabár"), (Word.Sale, "eladási fogyasztói kiskereskedelmi étlap"),
        (Word.Purchase, "beszerzési bekerülési nagykereskedelmi"), (Word.Cost, "költség egységköltség"), (Word.Net, "nettó"), (Word.Gross, "bruttó"), (Word.Brand, "márka gyártó termelő márkanév pincészet főzde"), (Word.Supplier, "beszállító szállító nagyker forgalmazó"), (Word.Quantity, "mennyiség darabszám"), (Word.Stock, "készlet raktárkészlet készleten raktáron"),
        (Word.Minimum, "minimális"), (Word.Low, "biztonsági"), (Word.Alert, "riasztási rendelési_pont"), (Word.Level, "szint"), (Word.Target, "maximális optimális cél"), (Word.Code, "cikkszám termékkód kód cikkkód"), (Word.Barcode, "vonalkód vonalkod"), (Word.Expiry, "lejárat lejárati lejár szavatosság szavatossági minőségmegőrzési"),
        (Word.Notes, "megjegyzés megjegyzések leírás termékleírás komment jegyzet"), (Word.Volume, "térfogat"), (Word.Content, "űrtartalom"), (Word.Size, "méret palackméret"), (Word.Pack, "kiszerelés csomagolás csomagméret csomagolási_egység"), (Word.Weight, "súly"), (Word.Storage, "raktár raktárhely polc"), (Word.Place, "hely tárhely tárolási"),
        (Word.Alcohol, "alkoholtartalom alkoholfok szesztartalom"), (Word.Lot, "tételszám sarzs sarzsszám gyártási_szám"), (Word.Filler, "dátum aktuális"), (Word.Other, "érték készletérték összesen eladott rendelt kép áfa árrés ország évjárat"),

        // Greek
        (Word.Name, "όνομα ονομασία"), (Word.Item, "προϊόν προϊόντος είδος είδους συστατικό"), (Word.Category, "κατηγορία ομάδα τύπος οικογένεια"), (Word.Unit, "μονάδα μονάδας μέτρησης μον τεμαχίου μμ"), (Word.Price, "τιμή τιμής"), (Word.Sale, "πώλησης λιανική λιανικής καταλόγου τελική"), (Word.Purchase, "αγοράς χονδρική"),
        (Word.Cost, "κόστος κόστους"), (Word.Tax, "φπα"), (Word.With, "με"), (Word.Without, "χωρίς"), (Word.Net, "καθαρή καθαρό"), (Word.Brand, "μάρκα παραγωγός κατασκευαστής οινοποιείο ζυθοποιία"), (Word.Supplier, "προμηθευτής προμηθευτή προμηθευτές διανομέας χονδρέμπορος"), (Word.Quantity, "ποσότητα τεμάχια"), (Word.Stock, "απόθεμα αποθέματα υπόλοιπο"),
        (Word.Current, "τρέχον"), (Word.Available, "διαθέσιμη"), (Word.Minimum, "ελάχιστο ελάχιστη"), (Word.Alert, "όριο σημείο_αναπαραγγελίας όριο_παραγγελίας"), (Word.Low, "ασφαλείας"), (Word.Target, "μέγιστο μέγιστη επιθυμητό ιδανικό"), (Word.Code, "κωδικός κωδ"), (Word.Barcode, "γραμμωτός_κώδικας γραμμοκώδικας"), (Word.Number, "αριθμός αρ"), (Word.Expiry, "λήξης λήξη λήγει ανάλωση_πριν"),
        (Word.Notes, "σημειώσεις σημείωση παρατηρήσεις σχόλια σχόλιο περιγραφή"), (Word.Volume, "όγκος"), (Word.Content, "χωρητικότητα περιεκτικότητα"), (Word.Size, "μέγεθος"), (Word.Bottle, "φιάλης φιάλη"), (Word.Pack, "συσκευασία συσκευασίας"), (Word.Weight, "βάρος"), (Word.Storage, "αποθήκη ράφι αποθήκευσης"), (Word.Place, "θέση τοποθεσία χώρος"), (Word.Alcohol, "αλκοόλ αλκοολικός αλκοολικοί"), (Word.Lot, "παρτίδα παρτίδας"),
        (Word.Filler, "ημερομηνία ημ βαθμός βαθμοί κύριος"), (Word.Other, "αξία σύνολο πωλήσεις πωληθέντα παραγγελία εικόνα περιθώριο χώρα έτος θερμίδες δημιουργίας"),

        // Russian
        (Word.Name, "название наименование номенклатура"), (Word.Item, "товар товара товаров товарная продукт продукта ингредиент позиция"), (Word.Category, "категория группа вид раздел"), (Word.Unit, "единица единицы единицу измерения ед изм шт штука"), (Word.Price, "цена цены"), (Word.Sale, "продажи розничная розница продажная реализации меню"), (Word.Purchase, "закупочная закупка закупки закупа оптовая"),
        (Word.Cost, "себестоимость учетная"), (Word.Tax, "ндс"), (Word.Without, "без"), (Word.Brand, "бренд марка торговая_марка производитель изготовитель винодельня"), (Word.Supplier, "поставщик поставщика контрагент дистрибьютор"), (Word.Quantity, "количество кол_во"), (Word.Stock, "остаток остатки на_складе складе наличии запас запаса"), (Word.Current, "текущий"), (Word.Counted, "фактический"),
        (Word.Minimum, "минимальный минимальное минимум мин неснижаемый"), (Word.Maximum, "макс"), (Word.Low, "критический страховой"), (Word.Alert, "точка_заказа"), (Word.Target, "максимальный максимум целевой норма оптимальный"), (Word.Code, "артикул код номенклатурный_номер"), (Word.Number, "номер"), (Word.Barcode, "штрихкод штрих_код шк баркод"), (Word.Expiry, "срок_годности годен годности истечения употребить_до"),
        (Word.Notes, "примечание примечания комментарий комментарии описание заметки"), (Word.Volume, "объем"), (Word.Content, "емкость литраж"), (Word.Bottle, "бутылка бутылки"), (Word.Pack, "упаковка упаковки фасовка тара"), (Word.Weight, "вес"), (Word.Storage, "склад полка стеллаж ячейка"), (Word.Place, "место зона хранения"), (Word.Alcohol, "крепость алкоголь алкоголя градус"), (Word.Lot, "партия партии серия лот"),
        (Word.Filler, "дата срок основной до содержание за"), (Word.Other, "сумма итого продано заказано изображение фото наценка маржа статус страна год калории приход расход создания обновления"), (Word.Price, "стоимость_единицы"), (Word.Other, "стоимость"), (Word.Net, "нетто"), (Word.Type, "тип"), (Word.Filler, "окончания"), (Word.Notes, "заметка"),

        // Macedonian
        (Word.Unit, "мерка"), (Word.Stock, "залиха"),

        // Japanese, of systems
        (Word.Filler, "システム"),

        // Of Japanese tills
        (Word.Other, "総商品数 総数量 客数 伝票番号 伝票金額"),

        // Of Chinese and Japanese orders, the least that can be ordered
        (Word.Other, "最低ロット 最小ロット 発注ロット 最低発注数 最小発注数 最低注文数 最低起订量 最小起订量 起订量 最小訂購量"),

        // Vietnamese
        (Word.Name, "tên ten_san_pham tên_sản_phẩm tensp tenhang tenhanghoa tennl tenvt tenmon"), (Word.Item, "sản_phẩm nguyên_liệu mặt_hàng hàng_hóa hàng san_pham"), (Word.Category, "danh_mục loại nhóm nhóm_hàng phân_loại"), (Word.Unit, "đơn_vị đơn_vị_tính đvt don_vi đơn_vị_đo donvi donvitinh dvt"), (Word.Price, "giá đơn_giá don_gia gia giá_tiền dongia"), (Word.SalePrice, "giá_bán giá_bán_lẻ gia_ban đơn_giá_bán giá_niêm_yết"),
        (Word.Cost, "giá_nhập giá_vốn gia_nhap giá_mua giá_gốc đơn_giá_nhập"), (Word.Brand, "thương_hiệu nhãn_hiệu nhà_sản_xuất hãng thuong_hieu hãng_sản_xuất"), (Word.Supplier, "nhà_cung_cấp nha_cung_cap ncc nhà_phân_phối nhà_cung_ứng"), (Word.Quantity, "số_lượng so_luong soluong sl"), (Word.SalePrice, "giaban"), (Word.Cost, "gianhap giavon"), (Word.Stock, "tonkho soluongton"), (Word.Stock, "tồn tồn_kho"), (Word.Minimum, "tối_thiểu nhỏ_nhất"), (Word.Target, "tối_đa lớn_nhất"), (Word.Level, "mức định_mức"),
        (Word.Current, "hiện_tại cuối"), (Word.Code, "mã ma_hang mã_hàng mã_sp mahang masp manl mavt"), (Word.Barcode, "mã_vạch ma_vach số_mã_vạch"), (Word.Expiry, "hạn_sử_dụng hsd hết_hạn han_su_dung hạn_dùng"), (Word.Notes, "ghi_chú ghi_chu mô_tả chú_thích diễn_giải"), (Word.Volume, "dung_tích thể_tích dung_tich"), (Word.Size, "kích_thước"), (Word.Bottle, "chai"), (Word.Pack, "quy_cách quy_cach đóng_gói bao_bì"), (Word.Weight, "khối_lượng khối_lượng_tịnh"),
        (Word.Storage, "kho kệ lưu_trữ"), (Word.Place, "vị_trí khu_vực nơi"), (Word.Alcohol, "nồng_độ nồng_độ_cồn độ_cồn cồn"), (Word.Lot, "lô số_lô mã_lô so_lo lô_hàng"), (Word.Filler, "ngày"), (Word.Other, "thành_tiền tổng giá_trị đã_bán số_lượng_bán ngày_nhập ngày_tạo hình_ảnh thuế lợi_nhuận trạng_thái xuất_xứ quốc_gia năm"), (Word.Alcohol, "nồng_độ_cồn"), (Word.Item, "món món_ăn đồ_uống thực_đơn"), (Word.Name, "tên_món tên_hàng"), (Word.Other, "hình_ảnh ảnh"),

        // Indonesian
        (Word.Name, "nama"), (Word.Item, "barang bahan baku"), (Word.Category, "jenis kelompok golongan"), (Word.Unit, "satuan"), (Word.Price, "harga"), (Word.Sale, "jual ecer eceran ritel"), (Word.Purchase, "beli grosir"), (Word.Cost, "hpp modal harga_pokok biaya"), (Word.Brand, "merek produsen pabrikan"), (Word.Supplier, "pemasok"),
        (Word.Quantity, "jumlah kuantitas"), (Word.Stock, "persediaan"), (Word.Available, "sisa tersedia"), (Word.Current, "saat_ini akhir"), (Word.Alert, "ambang batas titik_pemesanan_ulang"), (Word.Low, "aman pengaman"), (Word.Code, "kode"), (Word.Barcode, "kode_batang"), (Word.Expiry, "kadaluarsa kedaluwarsa"),
        (Word.Notes, "catatan keterangan deskripsi"), (Word.Size, "ukuran"), (Word.Content, "isi kapasitas"), (Word.Bottle, "botol"), (Word.Pack, "kemasan"), (Word.Weight, "berat"), (Word.Storage, "gudang rak penyimpanan"), (Word.Place, "lokasi tempat"), (Word.Alcohol, "kadar_alkohol kandungan_alkohol"), (Word.Percent, "persen"), (Word.Number, "nomor"), (Word.Filler, "tanggal tgl"), (Word.Net, "bersih"),
        (Word.Other, "nilai terjual dipesan dibuat diperbarui gambar pajak keuntungan laba negara asal tahun masuk keluar"), (Word.Item, "produk menu_makanan"), (Word.Expiry, "expired"), (Word.Target, "maksimal maksimum"), (Word.Minimum, "minimum_stok"),

        // Malay, as far as it is not Indonesian
        (Word.Category, "kategori"), (Word.Quantity, "kuantiti bilangan"), (Word.Unit, "unit_ukuran"), (Word.Supplier, "pembekal"), (Word.Brand, "jenama"), (Word.Expiry, "tarikh_luput luput"), (Word.Cost, "kos"), (Word.Notes, "nota"),

        // Filipino
        (Word.Name, "pangalan"), (Word.Price, "presyo halaga"), (Word.Quantity, "dami bilang"), (Word.Category, "uri"),

        // Thai
        (Word.Name, "ชื่อ ชื่อสินค้า รายการ ชื่อเมนู ชื่อวัตถุดิบ"), (Word.Item, "สินค้า วัตถุดิบ เมนู"), (Word.Category, "หมวดหมู่ หมวด ประเภท กลุ่ม หมวดหมู่สินค้า ประเภทสินค้า กลุ่มสินค้า"), (Word.Unit, "หน่วย หน่วยนับ หน่วยละ"), (Word.Price, "ราคา"),
        (Word.SalePrice, "ราคาขาย ราคาขายปลีก ราคาปลีก"), (Word.Cost, "ราคาทุน ต้นทุน ราคาซื้อ ราคาต้นทุน"), (Word.Brand, "ยี่ห้อ แบรนด์ ผู้ผลิต"), (Word.Supplier, "ผู้ขาย ผู้จำหน่าย ซัพพลายเออร์ ผู้จัดจำหน่าย"), (Word.Quantity, "จำนวน ปริมาณ"),
        (Word.Stock, "คงเหลือ สต็อก สต๊อก สต็อค ยอดคงเหลือ จำนวนคงเหลือ สินค้าคงเหลือ"), (Word.Minimum, "ขั้นต่ำ ต่ำสุด"), (Word.Alert, "จุดสั่งซื้อ"), (Word.Target, "สูงสุด"), (Word.Code, "รหัส รหัสสินค้า"), (Word.Barcode, "บาร์โค้ด บาร์โค๊ด"),
        (Word.Expiry, "วันหมดอายุ หมดอายุ"), (Word.Notes, "หมายเหตุ รายละเอียด คำอธิบาย"), (Word.Storage, "คลัง ที่เก็บ ชั้นวาง คลังสินค้า"), (Word.Place, "สถานที่ ตำแหน่ง"), (Word.Pack, "บรรจุ ขนาดบรรจุ"), (Word.Size, "ขนาด"), (Word.Weight, "น้ำหนัก"), (Word.Lot, "ล็อต"),
        (Word.Other, "ราคาส่ง วันที่ รูปภาพ รูป มูลค่า ยอดขาย ขายแล้ว ภาษี สถานะ กำไร ยอดรวม รวม"),

        // Ukrainian
        (Word.Name, "назва найменування"), (Word.Item, "продукт продукту товару інгредієнт"), (Word.Category, "категорія група вид тип"), (Word.Unit, "одиниця одиниці виміру од"), (Word.Price, "ціна ціни вартість_одиниці"), (Word.Sale, "продажу роздрібна"), (Word.Purchase, "закупівлі закупівельна"),
        (Word.Cost, "собівартість"), (Word.Brand, "виробник торгова_марка"), (Word.Supplier, "постачальник"), (Word.Quantity, "кількість"), (Word.Stock, "залишок залишки на_складі запас"), (Word.Minimum, "мінімальний мінімум мінімальна"), (Word.Target, "максимальний"), (Word.Barcode, "штрихкод"),
        (Word.Expiry, "термін_придатності придатний_до"), (Word.Notes, "примітка примітки опис коментар"), (Word.Content, "ємність обєм"), (Word.Weight, "вага"), (Word.Place, "місце"), (Word.Alcohol, "міцність"), (Word.Other, "сума разом продано замовлено зображення країна рік"),

        // Bulgarian, Serbian, Croatian, Slovene, Macedonian
        (Word.Name, "име наименование naziv ime назив"), (Word.Item, "артикул стока продукт artikal artikl proizvod proizvoda izdelek roba roba_artikl производ"), (Word.Category, "група категория kategorija skupina vrsta grupa_proizvoda категорија"), (Word.Unit, "мярка jedinica jedinica_mjere jedinica_mere enota kom komad komada"),
        (Word.Price, "cijena cena цена"), (Word.SalePrice, "продажна_цена prodajna_cijena prodajna_cena mpc"), (Word.Sale, "prodajna maloprodajna продажна"), (Word.Purchase, "nabavna доставна nakupna veleprodajna набавна"), (Word.Brand, "proizvođač proizvajalec marka robna_marka производител"), (Word.Supplier, "dobavljač dobavitelj доставчик добавувач"),
        (Word.Quantity, "količina kolicina kol количина"), (Word.Stock, "zaliha zalihe zaloga stanje наличност"), (Word.Minimum, "minimalna minimalno минимално"), (Word.Code, "šifra sifra шифра"), (Word.Barcode, "barkod crtni_kod баркод бар_код"), (Word.Expiry, "rok_trajanja rok_upotrebe rok_uporabe годност срок_на_годност"),
        (Word.Notes, "napomena opomba opis бележка бележки забелешка"), (Word.Storage, "skladište skladisce склад магацин"), (Word.Place, "mjesto mesto lokacija"), (Word.Content, "zapremina prostornina вместимост"), (Word.Pack, "pakiranje pakovanje разфасовка опаковка"), (Word.Alcohol, "alkohola"), (Word.Other, "ukupno vrijednost vrednost slika prodano prodato datum_nabavke стойност продадени снимка"),

        // Slovak
        (Word.Name, "názov"), (Word.Item, "tovar tovaru výrobok surovina"), (Word.Unit, "merná jednotka_mn"), (Word.Sale, "predajná"), (Word.Brand, "výrobca"), (Word.Supplier, "dodávateľ"), (Word.Quantity, "množstvo"), (Word.Stock, "na_sklade zásoba"), (Word.Barcode, "čiarový_kód"), (Word.Notes, "poznámka"), (Word.Size, "veľkosť"), (Word.Weight, "hmotnosť"),

        // Lithuanian, Latvian, Estonian
        (Word.Name, "pavadinimas nosaukums nimetus"), (Word.Item, "prekė prekės prece preces toode toote kaup"), (Word.Category, "kategorija kategooria grupė grupa rühm"), (Word.Unit, "vienetas vienība ühik vnt"), (Word.Price, "kaina cena hind"), (Word.Quantity, "kiekis daudzums kogus"), (Word.Stock, "likutis atlikums laoseis laos"),
        (Word.Supplier, "tiekėjas piegādātājs tarnija"), (Word.Code, "kodas kods kood"), (Word.Barcode, "brūkšninis_kodas svītrkods ribakood"), (Word.Notes, "pastabos piezīmes märkused"), (Word.Brand, "gamintojas ražotājs tootja"),

        // Catalan, Galician, Basque
        (Word.Name, "nom nome izena"), (Word.Item, "producte productes produktua"), (Word.Price, "preu prezo prezioa"), (Word.Quantity, "quantitat cantidade kopurua"), (Word.Stock, "estoc existències"), (Word.Unit, "unitat unitats"), (Word.Supplier, "proveïdor provedor hornitzailea"), (Word.Sale, "venda"), (Word.Purchase, "compra"), (Word.Expiry, "caducitat"), (Word.Notes, "observacions"), (Word.Storage, "magatzem almacén"),

        // Arabic
        (Word.Name, "الاسم اسم اسم_المنتج اسم_الصنف البيان"), (Word.Item, "المنتج الصنف المادة منتج صنف"), (Word.Category, "الفئة التصنيف المجموعة القسم النوع"), (Word.Unit, "الوحدة وحدة"), (Word.Price, "السعر سعر"), (Word.SalePrice, "سعر_البيع"), (Word.Cost, "التكلفة سعر_الشراء سعر_التكلفة الكلفة"), (Word.Quantity, "الكمية كمية العدد"),
        (Word.Stock, "المخزون الرصيد الكمية_المتاحة"), (Word.Minimum, "الحد_الأدنى"), (Word.Code, "الكود الرمز كود رقم_الصنف"), (Word.Barcode, "الباركود باركود"), (Word.Supplier, "المورد"), (Word.Brand, "العلامة_التجارية الماركة"), (Word.Expiry, "تاريخ_الانتهاء تاريخ_الصلاحية انتهاء_الصلاحية"), (Word.Notes, "ملاحظات الوصف"), (Word.Storage, "المستودع المخزن"), (Word.Place, "الموقع"),
        (Word.Other, "الإجمالي القيمة التاريخ الصورة الضريبة المبيعات"),

        // Hebrew
        (Word.Name, "שם שם_מוצר שם_פריט"), (Word.Item, "מוצר פריט"), (Word.Category, "קטגוריה קבוצה מחלקה סוג"), (Word.Unit, "יחידה יחידת_מידה"), (Word.Price, "מחיר"), (Word.SalePrice, "מחיר_מכירה מחיר_לצרכן"), (Word.Cost, "עלות מחיר_קניה מחיר_עלות"), (Word.Quantity, "כמות"), (Word.Stock, "מלאי"), (Word.Minimum, "מינימום"), (Word.Code, "קוד מקט"), (Word.Barcode, "ברקוד"),
        (Word.Supplier, "ספק"), (Word.Brand, "מותג יצרן"), (Word.Expiry, "תפוגה תאריך_תפוגה"), (Word.Notes, "הערות תיאור"), (Word.Storage, "מחסן"), (Word.Place, "מיקום"), (Word.Other, "סהכ תאריך תמונה"),

        // Persian
        (Word.Name, "نام نام_کالا نام_محصول"), (Word.Item, "کالا محصول"), (Word.Category, "دسته گروه دسته_بندی"), (Word.Unit, "واحد"), (Word.Price, "قیمت"), (Word.Quantity, "تعداد مقدار"), (Word.Stock, "موجودی"), (Word.Code, "کد"), (Word.Barcode, "بارکد"), (Word.Expiry, "تاریخ_انقضا"), (Word.Notes, "توضیحات"), (Word.Supplier, "تامین_کننده"),

        // Hindi
        (Word.Name, "नाम वस्तु_का_नाम उत्पाद_का_नाम"), (Word.Item, "वस्तु उत्पाद सामग्री"), (Word.Category, "श्रेणी"), (Word.Unit, "इकाई"), (Word.Price, "मूल्य दर कीमत"), (Word.Quantity, "मात्रा"), (Word.Stock, "स्टॉक"), (Word.Notes, "टिप्पणी"),

        // Swahili, Afrikaans
        (Word.Name, "jina naam"), (Word.Item, "bidhaa produk"), (Word.Price, "bei prys"), (Word.Quantity, "kiasi idadi hoeveelheid"), (Word.Unit, "kipimo"), (Word.Supplier, "msambazaji verskaffer"), (Word.Stock, "akiba"),
    ];
}
