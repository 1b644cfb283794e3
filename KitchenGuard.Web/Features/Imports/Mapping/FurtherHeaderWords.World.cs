namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <content>The same words again, where languages have several for one thing, and those of languages that are rarer in trade.</content>
internal static partial class FurtherHeaderWords
{
    internal static readonly (Word Word, string Spellings)[] World =
    [
        // English, Spanish, French, German, Italian, Portuguese, Dutch: what traders say besides.
        (Word.Supplier, "trader stockist comerciante commerciante marchand commerçant vertrieb verkäufer stammlieferant handelaar"), (Word.Category, "classification"), (Word.Purchase, "pur purch"),
        (Word.Maximum, "high upper haut haute superieur superieure superior superiore hoog hoge obere oberer obergrenze alto"), (Word.Low, "lower inferior inferiore inferieur inferieure untere unterer lagere"), (Word.Alert, "untergrenze"),
        (Word.Filler, "propio propia proprio propria propre eigener eigenes"), (Word.Tax, "tasse imposte"), (Word.Other, "parent file"), (Word.Storage, "cedi cedis centro_de_distribucion distribution_center distribution_centre"), (Word.Cost, "prate"), (Word.SalePrice, "srate"),
        (Word.Code, "external_key ext_key product_key item_key article_key legacy_id legacy_key sap_no sap_nr sap_number sap_id artikelschlussel"), (Word.Notes, "notatka adnotacja adnotacje"), (Word.Available, "残り"),
        (Word.SalePrice, "counter_price rec_retail rec_retail_price precio_regular prezzo_ivato rek_pris"), (Word.Filler, "most_recent recent par_defaut podstawowa"), (Word.Alert, "reorder_at restock_point"),
        (Word.Stock, "in_house on_shelf buchbestand"), (Word.Brand, "roastery creamery cidery meadery brewhouse embouteilleur engarrafador torrefador tostador tostadora"), (Word.Item, "produce mercadería producten insumo_nombre"),
        (Word.Code, "no_article no_articulo no_artigo no_articolo no_produit no_producto no_produto sachnummer sachnr materialnr"), (Word.Unit, "basismengeneinheit"), (Word.Content, "nennvolumen nenninhalt"),

        // Short forms, as people who write programs call columns.
        (Word.Quantity, "jml"), (Word.Price, "hrg unit_pr vr"), (Word.SalePrice, "sales_pr sale_pr"), (Word.Category, "categ"), (Word.Supplier, "sup_nm sup_name vend_nm vend_name"), (Word.Unit, "und_med unid_med un_med uni_med"), (Word.Barcode, "bar_cd barcd bar_no"),
        (Word.Storage, "whs minibar minibars"), (Word.Opening, "początkowy początkowa początkowe początek primo"), (Word.Current, "końcowy końcowa końcowe 当月"), (Word.Notes, "rmk rmks cmt"), (Word.Stock, "stk_on_hand stk_bal stk_balance"), (Word.Available, "disp"), (Word.Alert, "min_stk"),

        // What was sold.
        (Word.Other, "vendute vendues vendus vendues verkaufte verkauften sprzedane sprzedanych prodaných predané myydyt sålda solgte проданных проданные проданого prodane satılmış"),

        // Catalan
        (Word.Name, "descripció_del_producte"), (Word.Unit, "unitari unitària"), (Word.Brand, "celler cerveseria"), (Word.Code, "codi"), (Word.Place, "ubicació lloc"), (Word.Storage, "prestatge"), (Word.Content, "capacitat contingut"),
        (Word.Size, "mida"), (Word.Notes, "comentaris descripció"), (Word.Wrapping, "envàs"), (Word.Type, "tipus"), (Word.Supplier, "proveidor majorista"),

        // Romanian
        (Word.Name, "numele denumirea"), (Word.Item, "produsului produsele marfă marfa băutură băuturi preparat preparate materie_primă materii_prime mărfuri"), (Word.Price, "prețuri prețurile"), (Word.Cost, "preț_marfă preț_de_intrare"),
        (Word.SalePrice, "preț_cu_amănuntul preț_raft preț_la_raft"), (Word.Available, "disponibil rămas rămase"), (Word.Unit, "unități"), (Word.Category, "categorii fel felul"), (Word.Supplier, "importator comerciant vânzător"),
        (Word.Brand, "berărie firma_producătoare firmă_producătoare distilerie"), (Word.Code, "referință"), (Word.Size, "mărime mărimi mărimea dimensiune dimensiuni"), (Word.Content, "capacitate"), (Word.Notes, "notițe"), (Word.Storage, "raft raftul rafturi"),

        // Polish, Czech, Slovak
        (Word.Item, "produkty surowiec składnik składniki jídlo jídla danie potrawa potrawy napój napoje výrobek výrobky nápoj nápoje suroviny produktov"), (Word.Purchase, "nabycia nákup nákupná"), (Word.Cost, "nákladová"), (Word.SalePrice, "cena_sprzedaz doporučená_cena odporúčaná_cena"),
        (Word.Available, "dostępna dostępne dostępny pozostało zůstatek zostatok dostupné zostáva zbývá"), (Word.Supplier, "sprzedawca importer_główny dovozce dovozca prodejce predajca"), (Word.Brand, "winnica destylarnia palírna pálenica vinárstvo"),
        (Word.Code, "numer_katalogowy"), (Word.Size, "rozmiar wielkość rozměr rozmer"), (Word.Notes, "uwaga"), (Word.Expiry, "expirácia"), (Word.Place, "umiestnenie miesto"), (Word.Pack, "balenie"), (Word.Price, "cena_bez_dph"), (Word.Storage, "polička"),

        // Hungarian, Turkish
        (Word.Name, "megnevezése isim"), (Word.Item, "tétel ital italok mal içecek içecekler hammadde yiyecek"), (Word.Price, "listaár güncel_fiyat"), (Word.Cost, "önköltség"), (Word.Available, "maradék elérhető mevcut"), (Word.Category, "fajta"),
        (Word.Supplier, "nagykereskedő importőr kereskedő ithalatçı"), (Word.Brand, "sörfőzde borászat üretici_firma imalatçı firması"), (Word.Place, "helyszín"), (Word.Purchase, "toptan"), (Word.Alert, "stok_uyarı uyarı"),

        // Greek
        (Word.Name, "περιγραφή_είδους περιγραφή_προϊόντος"), (Word.Item, "προϊόντα είδη ποτό ποτά"), (Word.Supplier, "εισαγωγέας έμπορος"),

        // Russian, Ukrainian, Bulgarian
        (Word.Item, "блюдо блюда напиток напитки товары материал материалы сырье ингредиенты страва страви напій напої товари продукти матеріал"), (Word.Purchase, "прихода входная приходная оптова закупівля покупна покупная"), (Word.Cost, "себестойност"),
        (Word.SalePrice, "цена_в_меню цена_на_дребно ціна_в_меню"), (Word.Sale, "отпускная відпускна"), (Word.Stock, "в_наявності в_наличии"), (Word.Available, "наличие доступно налично наявність наявності"), (Word.Quantity, "кол к_сть к_во"), (Word.Type, "тип"), (Word.Category, "отдел розділ відділ"),
        (Word.Supplier, "импортер поставщики поставщиков продавец торговец дистрибутор імпортер постачальники продавець вносител търговец"), (Word.Brand, "пивоварня пивоварна винарна"), (Word.Code, "арт"),
        (Word.Place, "расположение помещение розташування място"), (Word.Storage, "полиця рафт"), (Word.Size, "размер розмір обсяг"), (Word.Content, "об_єм"), (Word.Pack, "фасування пакування"), (Word.Minimum, "мін минимална"), (Word.Unit, "единична м_ка одиницю"),
        (Word.Filler, "покупки"), (Word.Notes, "забележка забележки"),

        // Croatian, Serbian, Slovene
        (Word.Item, "sastojak sastojci piće pića sirovina namirnica jelo sestavina"), (Word.Unit, "jedinična jed јединица јединице мере jed_mjere jed_mere"), (Word.Cost, "trošak troškovi"), (Word.Sale, "продајна малопродајна"), (Word.Stock, "na_zalihi na_stanju zalihi стање"),
        (Word.Supplier, "distributer uvoznik uvoznici добављач trgovac veletrgovac"), (Word.Brand, "brend proizvodjac произвођач vinarija pivovara pivara destilarija"), (Word.Barcode, "bar_kod črtna_koda бар_код"), (Word.Expiry, "datum_isteka isteka рок_трајања рок_употребе"),
        (Word.Storage, "polica magacin"), (Word.Size, "veličina"), (Word.Weight, "težina"), (Word.Wrapping, "ambalaža"), (Word.Notes, "napomene напомена"),

        // Swedish, Danish, Norwegian, Icelandic
        (Word.Item, "dryck drycker varor produkter drik drikke drikkevarer matvare matvarer fødevare livsmedel vöru"), (Word.Name, "varebeskrivelse nafn heiti vöruheiti"), (Word.Current, "aktuellt nuvarande nåværende nuværende"), (Word.Available, "tillgängligt tillgänglig tillgängliga tilgængelig tilgængeligt tilgjengelig kvar"),
        (Word.Counted, "inventoitu telt"), (Word.Stock, "nuvarande_lager nuværende_lager nåværende_lager"), (Word.Supplier, "importör importør återförsäljare forhandler birgir birgi"), (Word.Brand, "destilleri vingård vingårds framleiðandi vörumerki"), (Word.Expiry, "hållbarhet hållbarhetstid holdbarhed holdbarhet sidste_anvendelse sidste_salgsdag"),
        (Word.Storage, "lagerställe förråd hylde"), (Word.Notes, "noteringar"), (Word.Cost, "engrospris snittkost snittkostnad kostnaðarverð innkaupsverð"), (Word.Sale, "vejledende veiledende"), (Word.Content, "rumfang"), (Word.Place, "sted"),
        (Word.Price, "verð einingaverð"), (Word.SalePrice, "söluverð útsöluverð"), (Word.Quantity, "magn fjöldi"), (Word.Stock, "birgðir lagerstaða"), (Word.Unit, "eining"), (Word.Category, "flokkur vöruflokkur"), (Word.Code, "vörunúmer"), (Word.Barcode, "strikamerki"),

        // Finnish
        (Word.Item, "tuotteet juoma juomat ruoka elintarvike"), (Word.Cost, "omakustannushinta keskihankintahinta keskiostohinta"), (Word.SalePrice, "ovh suositushinta verollinen_hinta"), (Word.Quantity, "lukumäärä"), (Word.Available, "saatavilla jäljellä käytettävissä"), (Word.Minimum, "vähimmäis vähimmäismäärä"),
        (Word.Unit, "yks"), (Word.Category, "laji pääryhmä"), (Word.Supplier, "jakelija tukkukauppa tukkuri"), (Word.Brand, "tislaamo viinitila"), (Word.Place, "paikka"), (Word.Notes, "huom huomautus"),

        // Lithuanian, Latvian, Estonian
        (Word.Item, "produkts produkti produktas kauba gėrimas dzēriens jook"), (Word.Unit, "vieneto vienības vienībai ühiku mērvienība mõõtühik"), (Word.Cost, "savikaina pašizmaksa omahind"), (Word.Purchase, "pirkimo iepirkuma ostu hanke"),
        (Word.Sale, "pardavimo pārdošanas mažmeninė müügi jae"), (Word.Stock, "laojääk atsargos krājumi"), (Word.Available, "jääk"), (Word.Quantity, "skaits"), (Word.Minimum, "minimalus minimālais miinimum"), (Word.Type, "tipas tüüp"), (Word.Category, "liik kaubagrupp rūšis"),
        (Word.Supplier, "hankija"), (Word.Brand, "prekės_ženklas zīmols kaubamärk"), (Word.Barcode, "barkodas triipkood"), (Word.Expiry, "galioja_iki derīguma_termiņš parim_enne galiojimo aegumiskuupäev säilivusaeg"), (Word.Storage, "sandėlis noliktava ladu lentyna"),
        (Word.Place, "vieta asukoht atrašanās_vieta"), (Word.Notes, "aprašymas apraksts kirjeldus"), (Word.Volume, "tūris tilpums maht"),

        // Indonesian, Malay, Vietnamese, Filipino, Swahili
        (Word.Type, "tipe"), (Word.Supplier, "penyedia penjual agen nhà_nhập_khẩu tagatustos muuzaji"), (Word.Code, "kd mã_vật_tư"), (Word.Expiry, "tanggal_expired tgl_expired tgl_exp"), (Word.Notes, "ket"), (Word.Item, "barangan minuman makanan produkto"), (Word.Unit, "seunit dvt yunit"),
        (Word.Purchase, "belian borong"), (Word.Sale, "jualan"), (Word.Available, "baki còn_lại"), (Word.Cost, "giá_sỉ chi_phí gharama bei_ya_kununua"), (Word.SalePrice, "giá_lẻ bei_ya_kuuza"), (Word.Average, "trung_bình rata_rata"), (Word.Size, "kích_cỡ"), (Word.Weight, "trọng_lượng"),
        (Word.Name, "pangalan_ng_produkto"), (Word.Category, "kategorya aina kundi"),

        // Thai, Lao, Khmer, Burmese
        (Word.Name, "ชื่อรายการ ชื่อ_สินค้า ຊື່ ຊື່ສິນຄ້າ ឈ្មោះ ឈ្មោះទំនិញ အမည် ပစ္စည်းအမည်"), (Word.Unit, "ต่อหน่วย ຫົວໜ່ວຍ ឯកតា ယူနစ်"), (Word.Cost, "ทุน"), (Word.Average, "เฉลี่ย"), (Word.Current, "ปัจจุบัน"), (Word.Stock, "ในสต็อก"), (Word.Category, "ชนิด"), (Word.Supplier, "ผู้นำเข้า"),
        (Word.Storage, "สถานที่เก็บ"), (Word.Volume, "ปริมาตร"), (Word.Price, "ລາຄາ តម្លៃ ဈေးနှုန်း"), (Word.Quantity, "ຈຳນວນ ចំនួន အရေအတွက်"),

        // Chinese
        (Word.Item, "菜品 菜名 存货 存貨 項目 项目 酒水 食品 貨品"), (Word.Price, "價錢 价钱"), (Word.Sale, "銷售"), (Word.SalePrice, "定價 定价"), (Word.Purchase, "进货 進貨 采购 採購 批发 批發"), (Word.Filler, "最新 默认 預設 主要"), (Word.Available, "剩余 剩餘 可用 可售"),
        (Word.Counted, "实际 實際 实盘 實盤"), (Word.Stock, "结存 結存 现存 现存量 存量 庫存數量 账面库存"), (Word.Current, "期末 目前 當前 当前 現有"), (Word.Opening, "期初 账面 帳面"), (Word.Unit, "計算單位 存货单位"),
        (Word.Category, "类型 類型 大类 小类 大類 小類 一级分类 二级分类 类目 品類 系列"), (Word.Supplier, "廠商 经销商 經銷商 進口商 进口商 默认供应商 主供应商 供货单位 供货方 批发商 代理商"), (Word.Brand, "酒庄 酒莊 製造商 生产厂家 生产企业 生產商 酒廠 酒厂"),
        (Word.Code, "料号 料號 品号 品號 款号"), (Word.Barcode, "国际条码 國際條碼"), (Word.Expiry, "有效日期 有效期限 失效日期"), (Word.Storage, "儲位 倉位 储位 仓位 存放區域 存放区域 庫位 貨架"), (Word.Size, "尺寸"), (Word.Pack, "规格型号 包裝"), (Word.Volume, "体积 體積"), (Word.Weight, "净重 淨重"),

        // Korean
        (Word.Name, "명"), (Word.Price, "가"), (Word.Item, "자재 원자재 물품 음료 주류 메뉴 원재료 식재료"), (Word.Purchase, "구입 구매 매입 입고 공급 도매"), (Word.Sale, "소매"), (Word.Average, "평균"), (Word.Available, "잔량 잔여 남은 가용"), (Word.Stock, "실재고 보유량 잔고"), (Word.Current, "현재 기말"), (Word.Opening, "기초"),
        (Word.Quantity, "개수 갯수"), (Word.Type, "유형 타입"), (Word.Category, "제품군 중분류 소분류"), (Word.Brand, "제조원"), (Word.Supplier, "판매원 업체 수입사 도매상 도매업체"), (Word.Brand, "양조장 와이너리 증류소"), (Word.Number, "번호"), (Word.Storage, "선반"), (Word.Size, "크기 사이즈"), (Word.Notes, "참고"), (Word.Unit, "개당"),

        // Japanese
        (Word.SalePrice, "通常価格"), (Word.Opening, "理論"), (Word.Available, "利用可能"), (Word.Target, "標準在庫"), (Word.Category, "特定名称"), (Word.Supplier, "輸入元 インポーター 商社 輸入業者"), (Word.Brand, "醸造元 酒造"), (Word.Filler, "主要"),

        // Arabic
        (Word.Item, "السلعة المكون المكونات البضاعة للمنتج للصنف المنتجات الاصناف"), (Word.Name, "وصف_الصنف وصف_المنتج اسم_السلعة"), (Word.Cost, "تكلفة سعر_الجملة"), (Word.SalePrice, "سعر_التجزئة سعر_المستهلك"), (Word.Available, "المتوفرة المتبقية المتبقي المتاح المتوفر"), (Word.Current, "الحالي الحالية"),
        (Word.Stock, "للمخزون"), (Word.Alert, "حد_إعادة_الطلب حد_الطلب حد_الأمان نقطة_إعادة_الطلب"), (Word.Category, "نوع_المنتج فئة فئة_المنتج نوع_الصنف"), (Word.Supplier, "الموزع المستورد البائع التاجر"), (Word.Brand, "الشركة_المصنعة المصنع الشركة_المنتجة"),
        (Word.Code, "رمز"), (Word.Barcode, "الرقم_الشريطي"), (Word.Expiry, "الصلاحية صلاحية"), (Word.Storage, "مكان_التخزين الرف"), (Word.Notes, "ملاحظة"), (Word.Size, "الحجم السعة المقاس"), (Word.Pack, "العبوة التعبئة"), (Word.Weight, "الوزن"),

        // Hebrew
        (Word.Name, "תיאור_פריט תאור_פריט תיאור_מוצר תאור_מוצר"), (Word.Item, "חומר_גלם המוצר הפריט מוצרים פריטים"), (Word.Unit, "ליחידה יח"), (Word.Purchase, "קנייה קניה רכישה סיטונאי"), (Word.Sale, "קמעונאי"), (Word.Available, "יתרה יתרת זמינה זמין"), (Word.Stock, "במלאי"), (Word.Current, "נוכחית נוכחי"),
        (Word.Minimum, "מינימלי מינימלית"), (Word.Alert, "נקודת_הזמנה"), (Word.Supplier, "יבואן הספק ספקים משווק שם_הספק"), (Word.Brand, "יקב מבשלה"), (Word.Code, "מק_ט מספר_פריט"), (Word.Barcode, "בר_קוד"), (Word.Expiry, "תוקף בתוקף_עד"), (Word.Storage, "מדף"), (Word.Notes, "הערה"),
        (Word.Size, "גודל"), (Word.Volume, "נפח"), (Word.Pack, "אריזה"), (Word.Weight, "משקל"), (Word.Content, "תכולה"),

        // Persian, Urdu
        (Word.Name, "شرح_کالا عنوان"), (Word.Purchase, "خرید"), (Word.Sale, "فروش مصرف_کننده"), (Word.Cost, "هزینه"), (Word.Minimum, "حداقل"), (Word.Alert, "نقطه_سفارش"), (Word.Unit, "واحد_اندازه_گیری اکائی"), (Word.Category, "زمرہ قسم"), (Word.Type, "نوع"), (Word.Supplier, "فروشنده سپلائر فراہم_کنندہ"),
        (Word.Brand, "برند سازنده تولید_کننده"), (Word.Storage, "انبار"), (Word.Place, "مکان محل"), (Word.Notes, "یادداشت"), (Word.Item, "پروڈکٹ آئٹم چیز"), (Word.Stock, "اسٹاک"),

        // Hindi, Nepali
        (Word.Item, "सामान माल आइटम पदार्थ उपज कृषि_उपज उत्पादन मालसामान पेय वस्तुको सामानको"), (Word.Name, "सामान_का_नाम वस्तुको_नाम सामानको_नाम"), (Word.Price, "भाव रेट भाउ"), (Word.Cost, "लागत क्रय_मूल्य खरीद_मूल्य खरीद_दर"), (Word.SalePrice, "विक्रय_मूल्य बिक्री_मूल्य बिक्री_दर"),
        (Word.Available, "शेष बाकी बाँकी उपलब्ध"), (Word.Unit, "माप ईकाइ एकाइ"), (Word.Type, "प्रकार"), (Word.Category, "वर्ग समूह"), (Word.Supplier, "आपूर्तिकर्ता विक्रेता सप्लायर"), (Word.Brand, "ब्रांड निर्माता"), (Word.Code, "कोड"), (Word.Barcode, "बारकोड"), (Word.Expiry, "समाप्ति_तिथि"),
        (Word.Place, "स्थान"), (Word.Storage, "गोदाम"), (Word.Notes, "विवरण कैफियत"), (Word.Average, "औसत"), (Word.Minimum, "न्यूनतम"), (Word.Maximum, "अधिकतम"), (Word.Quantity, "परिमाण"), (Word.Stock, "मौज्दात स्टक"),

        // Bengali, Tamil
        (Word.Name, "নাম পণ্যের_নাম பெயர் பொருள்_பெயர் பொருளின்_பெயர்"), (Word.Item, "পণ্য পণ্যের দ্রব্য আইটেম উপকরণ பொருள்"), (Word.Price, "মূল্য দাম দর விலை"), (Word.Cost, "ক্রয়_মূল্য ক্রয়মূল্য খরচ"), (Word.SalePrice, "বিক্রয়_মূল্য বিক্রয়মূল্য"), (Word.Quantity, "পরিমাণ அளவு எண்ணிக்கை"),
        (Word.Stock, "মজুদ স্টক মজুত இருப்பு"), (Word.Current, "বর্তমান"), (Word.Unit, "একক ইউনিট அலகு"), (Word.Category, "বিভাগ শ্রেণী ক্যাটাগরি வகை"), (Word.Type, "ধরন"), (Word.Supplier, "সরবরাহকারী"), (Word.Brand, "ব্র্যান্ড"), (Word.Code, "কোড"), (Word.Barcode, "বারকোড"),
        (Word.Expiry, "মেয়াদ মেয়াদ_উত্তীর্ণের_তারিখ"), (Word.Place, "স্থান"), (Word.Storage, "গুদাম"), (Word.Notes, "মন্তব্য বিবরণ"),

        // Georgian, Armenian, Azerbaijani, Kazakh
        (Word.Name, "დასახელება անվանում атауы"), (Word.Item, "პროდუქტი საქონელი ապրանք məhsul məhsulun тауар"), (Word.Price, "ფასი գին qiymət qiyməti бағасы"), (Word.Quantity, "რაოდენობა քանակ miqdar miqdarı саны"), (Word.Unit, "ერთეული միավոր vahid ölçü_vahidi"), (Word.Category, "კატეგორია կատեգորիա kateqoriya"),
    ];
}
