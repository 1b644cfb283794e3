namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>The words of which headers are made, in English, Spanish, French, German, Italian, Portuguese, Dutch and Japanese, and the commonest of Chinese, without accents.</summary>
internal static class HeaderWords
{
    private static readonly (Word Word, string Spellings)[] Table =
    [
        (Word.Filler, "list listen fixed fix fest fijo fisso full volle template 日本語 raw offer bis tot fino jusqu jusque hasta ate until of the a an in on at for to and my our de del della dello dell di d du des la le les l el los las lo il i der die das den dem des im am vom von fur zu zum het een van voor op " +
            "do da dos das em no na nos nas au aux en y e und et en std standard default main primary preferred haupt hoofd principal principale " +
            "latest last letzter letzte dernier ultimo ultima ult laatste pos all our general basic base basis bei grund facturation fatturazione facturacion mts の 最終 標準"),
        (Word.Item, "biere bier weine wein wijn commodity supplies supply grocery ware zutaten getranke getrank bebida bebidas bevanda boisson drank drankje denree marchandise mercadoria merce licor ingrediente ingredienten grondstof matiere materias apellation ドリンク ワイン アイテム 飲料 物品 原材料 materie premiere prima primas 货品 產品 产品 itm prd prdct prodt pdt ingr food foods drink drinks beverage beverages wine wines beer beers spirit spirits liquor dish plato art artic prod mercancia insumo insumos materia mat genere derrate rohstoff lebensmittel voedingsmiddel voce item items product products article articles artikel artikels produkt produkte produit produits producto productos articulo articulos prodotto prodotti articolo articoli produto produtos artigo artigos " +
            "material materiale materiaux ingredient ingredients zutat ingrediente ingredienti ingredientes good goods ware waren variant variante merchandise 商品 製品 品目 食材 材料 原料 品"),
        (Word.Name, "kurzbezeichnung handelsname langtext kurztext 銘柄 名稱 產品名稱 nm bez bezeichn omschr desig denom materialtext artikelbez name names nombre nom nome naam title titel titre titulo titolo designation designacao designacion denominazione denominacion denominacao denomination bezeichnung benennung omschrijving benaming libelle intitule kurztext artikeltext 名 名称 名前 品名"),
        (Word.Description, "dsc dscr description descriptions desc descr descrizione descripcion descricao beschreibung"),
        (Word.Code, "kurzcode bestell_nr bestellnr bestellnummer order_code kurzel artikelkurzel ticker bestelnummer bestelcode 型番 管理番号 编号 編號 货号 貨號 cd clave kod artikelcode itemcode codigos code codes codice codigo cod kode sku skus reference referenz referencia ref riferimento referentie plu part catalog catalogue katalog 番 コード"),
        (Word.Number, "number num no nr nummer numero numeros n nro id nbr nb nbre 番号"),
        (Word.Barcode, "条码 條碼 bcode strich gtins eancode barcode barcodes barras barre barres barra ean ean8 ean13 upc upca gtin jan strichcode streepjescode バーコード"),
        (Word.Brand, "brewer distiller destillerie brennerei distillerie distilleria destileria destilaria distilleerderij branderij fabrikat herst maison vigneron torrefacteur fabriquant fabbricante torrefazione tenuta estate vineyard trademark wijngoed domein quinta cervejaria manufactured 蒸留所 製造会社 製造メーカー 品牌 erzeuger produzent produzenten abfuller kellerei weingut winzer vinicola cantina bodega domaine chateau wijnhuis wijnmaker producent imbottigliatore elaborador winemaker roaster rosterei 生産者 製造者 醸造所 ワイナリー mfr mfg brouwer brouwerijen produtora azienda casa brand brands marke marken marque marques marca marche marchio merk manufacturer maker hersteller fabricant fabricante fabrikant produttore produtor producteur productor producer brewery brouwerij brauerei brasserie winery distillery cerveceria birrificio メーカー ブランド 製造元 蔵元"),
        (Word.Category, "style estilo rubrik sortiment assortiment bereich klasse oberkategorie categorieen departement departamento clase classe clasificacion classificacao gamme nature settore genere merceologia rubriek 大分類 中分類 小分類 グループ 類別 weinart getrankeart produktart artikelart wijnsoort biersoort product_line product_lines tipo_de_vino tipo_de_bebida type_de_vin type_de_boisson tipo_di_vino tipo_de_vinho wine_style beer_style secao seccao linha タイプ 类别 類別 分类 分類 rubro rubros linea gama sparte wgr warengr warengruppen grp catg ramo setor secao subrubro tipologia soort genero merceologica category categories cat categorie categoria categorias kategorie kategorien group groups gruppe gruppen groupe groupes grupo gruppo groep family famille familie familia famiglia class warengruppe rayon reparto seccion section department abteilung 分類 カテゴリ カテゴリー 種別 種類 区分 部門"),
        (Word.Quantity, "qnty no_of_units number_of_units 量 數量 cantd quant qnt qtt qntd aant hvh quantity quantities qty qte qta qtd qtde quantite quantita quantidade cantidad cant menge mengen anzahl anz stuckzahl aantal hoeveelheid numbers units pieces 数量 数 個数 本数"),
        (Word.Stock, "auf_lager vorhanden reststand restbestand in_magazzino in_voorraad op_voorraad aanwezig voorraadstand restvoorraad existencias_minimas esistenze eindvoorraad 期末在庫 手持 保有 库存 庫存 instock inhand exist esistenza voorr giac lagerbest stock stocks soh qoh onhand hand inventory inventories inv bestand bestande vorrat voorraad estoque existencias existencia giacenza giacenze scorta scorte rimanenza rimanenze inventario inventaire inventar stuckbestand 在庫 残"),
        (Word.Counted, "zahlmenge zahl contada contadas comptee conteo contata カウント inventur invent count counted counts stocktake stocktaking tel ist zahlung gezahlt geteld telling compte reel reelle fisico fisica physique physical endbestand contado contati conteggio contagem 棚卸 実"),
        (Word.Available, "avail verfugbare reste residua resterend left quedan existente 有効在庫 available disponible disponibles disponibile disponivel verfugbar beschikbaar verwendbar frei balance saldo solde remaining restant restante"),
        (Word.Opening, "opening begin beginning start starting initial anfang anfangs eroffnung inicial iniziale 期首 theoretical theorique teorico teorica theoretisch expected"),
        (Word.Unit, "masseinheit zahleinheit zahl_einheit rezepteinheit meeteenheid maateenheid inventariseenheid gebruikseenheid teleenheid unites eenheid_van_maat unit_of_measure piezas pezzi pecas 基本単位 ユニット udm 单位 單位 meas u eenh einh stuks stuecke pzs pza pzas stucke unit uom unidad unidade unid und uds ud un unite unita einheit einheiten mengeneinheit eenheid measure measurement mesure medida misura masseinheit um me bme mass each ea piece pieza pezzo pz pce pc pcs stuk stuck stk st 単位"),
        (Word.Bottle, "latas cans lattine ボトル本 fla bott botles gfs tin tins bottle bottles btl btls botella botellas bouteille bouteilles flasche flaschen fl bottiglia bottiglie bt garrafa garrafas fles flessen ボトル 瓶 can cans keg kegs fass fasser fut futs fust fusten"),
        (Word.Case, "bulto bultos kasten omdoos doos kistengrosse inner cassa bulto bultos fardo fardos crt crates crate kratten coffret pallet cse box boxes bx tray trays doosje scatola scatole scatolo kartonnage case cases cs carton cartons ctn karton kartons kiste kisten kasten caja cajas caisse caisses cartone cartoni cassa casse ct caixa caixas cx doos dozen colli collo colis krat ケース 箱"),
        (Word.Pack, "paquete paquetes pacote pacotes lote_de_compra besteleenheid bestelleinheit liefereinheit einkaufseinheit inkoopeenheid order_unit order_units purchase_unit purchase_size purchase_pack order_pack unite_de_commande unite_d_achat unidad_de_compra unidade_de_compra unita_di_acquisto inkoopverpakking empaque abpackung handelsform gebindegrosse packungsgrosse packungsgr verpackungsgrosse pezzatura paquet パック 梱包 発注単位 仕入単位 包装単位 规格 pkg pkgs cond condit emb verp confez pacchetto bundle ve pack packs package packages packung verpackungseinheit vpe gebinde pk packet paket pacote confezione conf conditionnement pak uvc formato format 規格 入"),
        (Word.Size, "misura_bottiglia medida_botella mililitros milliliters millilitres centilitres litrage litraggio litragem sz grootte dimensioni capacidade fassungsvermogen groesse size sizes grosse taille tamano tamanho dimensione maat capacity capacite capacidad capacita formaat サイズ"),
        (Word.Content, "inh inhalts fullung content contents inhalt inhoud contenance contenu contenido contenuto conteudo fullmenge 容量 内容量"),
        (Word.Cost, "selbstkosten beschaffungspreis anschaffungspreis bezugspreis cump pmp paht コスト cogs 卸値 卸価格 卸単価 成本 进价 進價 cst kost kostprijs cto pcosto pa cost costs cout couts coste costes costo costi custo custos kosten ek ekp einstand einstands revient 原価 仕切"),
        (Word.Purchase, "bought paid whsl invoice entrada_precio adquisicion aquisicao acquisition beschaffungs anschaffungs bezugs grosshandels ingrosso mayoreo prix_de_gros gros coutant 購入 納入 納品 卸 trade dealer grosshandel mayorista atacado groothandel acq inkoops aankopen einkaufpreis cmp ankauf purchase buy buying supply einkauf einkaufs achat achats compra compras acquisto acquisti inkoop aankoop forn wholesale landed 仕入 仕入れ"),
        (Word.Price, "价 價 单价 單價 价格 價格 px prc prijsje vlr vl tarief prijslijst price prices prix preis preise precio precios prezzo prezzi preco precos prijs prijzen tarif tariff tarifa listino pu pvu 価格 単価 値段 値"),
        (Word.Sale, "till bar_price store_price shop_price web_price takeout venda_ao_publico tienda minorista detalle_precio menudeo cliente clienti cliente_final dettaglio varejo balcao cardapio magasin boutique catalogue particulier client winkel consumenten kaart klant verbraucher endverbraucher speisekarten gast theken kunden abgabe 店頭 提供 メニュー 参考上代 上代 advies empf empfohlen empfohlener recommended conseille consigliato recomendado sugerido vta vtas vend mostrador catering verkoops sale sales selling sell retail resale menu shelf verkauf verkaufs vente venta ventas venda vendas vendita verkoop consumer customer public publico pubblico carte carta karten laden online 販売 小売 売 希望 参考"),
        (Word.Per, "per pro por par x je al あたり 毎"),
        (Word.Minimum, "minbestand mindestb min minimum minimo minima mini mindest minimal minimale mind minim 最低 最小 下限"),
        (Word.Reorder, "reorden re_order replenish replenishment ressuprimento encomenda_ponto 補充 reorder melde nachbestell reposicion reposicao riordino reappro reapprovisionnement restock bestelpunt 発注点"),
        (Word.Low, "critical kritischer kritische kritisch critique critico critica buffer lage eiserner kritiek low bajo basso baixo bas laag niedrig safety seguridad sicurezza securite sicherheits seguranca veiligheids 安全"),
        (Word.Alert, "trigger limit limiar allarme alarm allerta warn warnschwelle schwellenwert drempel drempelwaarde ondergrens signaal order_level order_point order_trigger bestellpunkt bestellgrenze bestelniveau bestelpunt herbestelpunt umbrales soglie seuils notify アラート 警告 発注基準 発注ライン limite_basse sottoscorta nachbestellen_ab warnung_ab bestellen_bij waarschuwing_bij ponto_de_encomenda ponto_de_ressuprimento seuil_de_commande alert alerte alerta warning warnung avviso aviso threshold seuil soglia schwelle umbral limite waarschuwing"),
        (Word.Level, "lvl level levels pt pts point punkt niveau nivel livello punto ponto grenze ebene 点 水準"),
        (Word.Target, "wunsch auffull auffullen auffullen_auf aanvullen_tot fill_to build_to order_up_to stock_to_level required_stock deseado desejado souhaite objectif otimo alvo meta gewenste doel norm tope dotation referencia_stock stock_de_referencia stock_de_reference 上限 基準在庫 理想 hochstb maxb streefvoorraad target soll sollwert max maximum maximo maxima maxi maximal maximale massimo massima hochst desired desire optimal optimale optimum optimo ottimale ideal ideale cible objetivo obiettivo ziel streef gewenst 適正 目標 最大"),
        (Word.Supplier, "purveyor importer importeur importador importadora importateur importatore seller supplied_by bought_from purchased_from ordered_from sourced_from order_from grosshandel grosshandler weinhandler zulieferer lieferfirma bezugsquelle bezug_von distribuidora suplidor grossiste negociant caviste vendeur distributore grossista rivenditore ragione_sociale groothandel groothandelaar toeleverancier wijnhandel gekocht_bij inkoop_bij acquistato_da comprado_a comprado_de razon_social atacadista 供給元 購入先 サプライヤー 酒販店 卸先 卸業者 ベンダー 供应商 供應商 vend vndr lief lieferer liefer lev fourn prov proveed supp distrib dist vendedor merchant supplier suppliers vendor vendors distributor distributors lieferant lieferanten fournisseur fournisseurs proveedor proveedores fornitore fornitori fornecedor fornecedores leverancier leveranciers handler distributeur distribuidor grossist wholesaler 仕入先 仕入れ先 業者 取引先 発注先"),
        (Word.Storage, "lagerbereich lagerraum lagerung aufbewahrung kuhlhaus kuhlraum stellplatz anaquel almacenaje rangement rayonnage reserve depot cave casier chambre_froide dispensa cella ripiano stoccaggio frigo nevera geladeira despensa almoxarifado camara_fria armazenamento armazenagem bewaar koelcel koeling kelder vak kast rek opslagruimte cellar walk_in cabinet stored_at stored_in kept_in where_stored fridge freezer 収納 格納 冷蔵庫 rack aisle scaffale estante estanteria prateleira etagere schap stelling gondola 保管場所 lagerpl mag almac magaz whse wh storage storages warehouse lager lagerort stockage almacen almacenamiento magazzino armazem deposito entrepot magazijn opslag bin regal fach 保管 倉庫 棚"),
        (Word.Place, "raum room position posicion posizione posicao corsia corridoio collocazione locazione lokatie ruimte endroit allee localisation pasillo corredor sitio エリア 置き場所 置き場 ubic empl loc posto stelle posiz lok location locations place area zone ort platz standort emplacement lieu ubicacion lugar zona ubicazione posizione localizacao local locatie plaats plek 場所"),
        (Word.Expiry, "discard discard_by consume_by consume_before valid_until good_until good_through best_before use_by sell_by shelf_life_end gultig_bis verwendbar_bis zu_verbrauchen_bis lauft_ab vence expiracion expiracao consumir_antes consumir_hasta consumir_ate valido_hasta valido_ate valido_fino scade consumarsi_entro consumare_entro preferibilmente_entro data_di_consumo termine_minimo consommer_avant consommer_de_preference date_limite fecha_limite date_de_validite validite perime verloopt vervalt verloop vervaldag uiterste expiratie houdbaar_tot te_gebruiken_tot consumo_preferente consumo_preferencial 品質保持期限 保质期 有效期 到期日 bestby vto vtos venc venct cad scad peremp perempt houdb expira verfalldatum haltbarkeitsd expiry expiration expires expire exp bb bbd bbe mhd tht tgt dlc ddm dluo caducidad caduca vencimiento vencimento validade scadenza peremption haltbar haltbarkeit haltbarkeits haltbarkeitsdatum mindesthaltbarkeit verfall verfalls verfallsdatum verfallt ablauf houdbaar houdbaarheid vervaldatum 賞味期限 消費期限 期限"),
        (Word.Lot, "losnummer los_nr lotes lotti partida partita バッチ 製造番号 製造ロット chargennr lotnr partie chg lot lots batch charge chargen chargennummer lote lotto partij ロット"),
        (Word.Alcohol, "alcoholic alcoholico alcoolico alcolico tenore_alcolico teor_alcoolico teor grau_alcoolico titrage 酒精度 アルコール濃度 濃度 gradi gradacion grad alkgehalt volprozent alch abv alcohol alcohols alc alk alkohol alcool alcol alcoholgehalte alkoholgehalt alcoholpercentage degre degres graduacion graduacao gradazione grado vv アルコール 度数"),
        (Word.Percent, "percentage percent prozent porcentaje pourcentage percentuale percentagem procent"),
        (Word.Volume, "voll vol volume volumen volumes"),
        (Word.Notes, "info infos information informations informazioni informaciones informacoes informatie zusatz zusatzinfo infotext sonstiges freitext kommentare extra_info special_instructions spec observation observacion anotaciones aclaraciones otros_datos precisions divers annotation descriptif commento promemoria appunti varie complemento notitie notities toelichting bijzonderheden commentaar aantekeningen overig bemerking 摘要 特記事項 補足 注意事項 概要 特徴 detalles detalhes dettagli 备注 備註 obs opm bem anm annot remarq notes note notas nota comment comments commentaire commentaires comentario comentarios kommentar bemerkung bemerkungen anmerkung anmerkungen hinweis hinweise remark remarks remarque remarques observaciones observacoes opmerking opmerkingen notizen notiz osservazioni annotazioni memo inhaltsangabe 備考 メモ"),
        (Word.Tax, "tax taxes vat iva tva mwst ust gst btw taxe steuer imposto impuesto imposta ivato hsn ncm 税 消費税"),
        (Word.With, "inclusa inclusive_of incluye inclusive included inclus inclusa incluido c with incl inc including inclusive inklusive con avec mit inkl com ttc ivata 込"),
        (Word.Without, "esclusa escluso excluido s without ex excl exc excluding exclusive exkl sin sans ohne zonder senza sem ht hors esc escl before 抜"),
        (Word.Net, "net netto neto nett netta liquido"),
        (Word.Gross, "gross brutto bruto brut lordo"),
        (Word.Total, "total totals totale totaal gesamt 合計 小計 総"),
        (Word.Average, "average avg durchschnitt durchschnitts moyen moyenne medio media gemiddelde 平均"),
        (Word.Moved, "received recu recibido ricevuto ontvangen purchases purchased"),
        (Word.Current, "current actual aktuell aktueller aktuelle actuel actuelle actuales attuale atual huidige actuele closing ending end final schluss 現 現在"),
        (Word.SalePrice, "售价 售價 零售价 零售價 pvta pvr ladenpreis vkp vk pvp pv uvp rrp msrp mrp srp 売価 定価"),
        (Word.Rate, "rate"),
        (Word.Wrapping, "packaging verpackung verpakking emballage embalagem envase presentacion confezionamento"),
        (Word.Part, "sub unter sous sotto"),
        (Word.Type, "type types tipo typ"),
        (Word.Markup, "markup ricarico aufschlag zuschlag margin margins marge marges margen margine margem opslag"),
        (Word.Weight, "weight wt gewicht nettogewicht fullgewicht poids peso gramaje gramatura grammatura gewicht_netto 重量"),
        (Word.Other, "portion portions porcion porciones porcao porzione porzioni portie porties racion raciones dose doses barre flag pvc_material calice glas taca copa copas gebruikt moyenne note_moyenne standard_drink standard_drinks valuation bestelaantal bestell split totals value values valor valeur wert werte warenwert lagerwert gesamtwert valore valori amount betrag montant importe importo bedrag waarde 金額 額 " +
            "marginal profit gp fee fees spent is has requirement requirements velocity ratio history trend rank ranking priority urgency coverage pricelist preisliste postal zip plz postcode city partial partials anbruch entame parziale parcial angebrochen amt requested request suggested missing shortage forecast " +
            "monthly weekly daily yearly annual annually mensual mensuel mensuelle mensal mensile monatlich semanal hebdomadaire wochentlich settimanale diario journalier giornaliero maandelijks wekelijks dagelijks jahrlich anual ytd mtd 月間 週間 年間 " +
            "date dates datum fecha data day days tage dias jours giorni dagen time zeit heure hora month monat week weeks woche wk year jahr jahrgang vintage annee millesime ano anada annata 日 日付 日時 更新 作成 年 月 " +
            "order orders ordered ordering bestellung bestellungen bestell bestellen besteld bestelling commande commander pedido pedidos ordine ordini encomenda 発注 注文 " +
            "sold verkauft vendu vendido venduto used usage verbrauch verbraucht gebruik consumption receipt wareneingang eingang waste wasted schwund spoilage variance difference differenz ecart diferencia differenza verschil transfer allocated reserved committed out incoming forecasted forecast 入荷 出荷 入庫 出庫 差異 使用 " +
            "image images photo picture bild foto url link website web icon colour color couleur farbe colore 画像 " +
            "created erstellt modified updated changed geandert creation modification alta user userid operator author responsible bearbeiter utilisateur kurzel initials signature company firma branch filiale werk plant 担当 " +
            "enabled enable active aktiv activo attivo visible hidden track tracking tracked sellable stockable taxable published archived status statut stato estado " +
            "grams kcal calories energy protein allergen allergens allergene gluten vegan temperature temperatur temp " +
            "lead deposit pfand statiegeld consigne discount rabatt remise descuento sconto desconto promo promotion compare regular old previous vorher yield " +
            "rating score stars punkte review reviews ibu origin origine country land pays pais paese region herkunft serve serving portion pour ounce glass gls shot verre copa bicchiere copo グラス plate recipe labor labour freight handling overhead service competitor customs duty insurance exchange conversion change changed index delivery deliveries delivered " +
            "damaged returned returns transit backorder backordered needed required need pending due expired broken stolen consumed demand bonus booked sample planned proposed turnover age cover movement movements adjustment rotation rotacion reichweite umschlag " +
            "phone telefon email mail address adresse contact kontakt display alternate alternative short alias seo google meta handle slug modifier variation variations option options printer shipping currency wahrung devise moneda valuta"),
    ];

    /// <summary>Longest parts first, for words that are written together: "Mindestlagerbestand", "希望小売価格".</summary>
    private static readonly Dictionary<string, Word> ByText = Build();

    private static readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByText.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestWord = 22;

    private const int LongestPhrase = 4;

    /// <summary>Finds the meanings of one word, which may be several words written together.</summary>
    /// <returns>False when any part of it is unknown.</returns>
    internal static bool TryRead(ReadOnlySpan<char> text, List<Word> words)
    {
        if (Lookup.TryGetValue(text, out var whole))
        {
            words.Add(whole);
            return true;
        }

        var before = words.Count;
        if (TrySplit(text, words))
        {
            return true;
        }

        words.RemoveRange(before, words.Count - before);
        return false;
    }

    /// <summary>Whether one of a header's words is this one.</summary>
    internal static bool Says(string key, Word word) => Array.Exists(key.Split(' '), part => ByText.TryGetValue(part, out var found) && found == word);

    /// <summary>Words that mean something only together: "best before", "số lượng".</summary>
    internal static bool TryReadPhrase(ReadOnlySpan<string> parts, List<Word> words, out int taken)
    {
        for (taken = Math.Min(parts.Length, LongestPhrase); taken > 1; taken--)
        {
            if (ByText.TryGetValue(string.Join(' ', parts[..taken]), out var word))
            {
                words.Add(word);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word beside a header says more about the field than nothing; "PT" and "IT" say the language.</summary>
    internal static bool IsTelling(string word) => (word.Length > 2 || word is [> '\u3000', ..]) && ByText.TryGetValue(word, out var found) && found is not (Word.Filler or Word.Item);

    private static bool TrySplit(ReadOnlySpan<char> text, List<Word> words)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        for (var length = Math.Min(text.Length, LongestWord); length >= (text[0] < '\u3000' ? 3 : 1); length--)
        {
            if (!Lookup.TryGetValue(text[..length], out var word))
            {
                continue;
            }

            var count = words.Count;
            words.Add(word);
            var rest = text[length..];
            if (TrySplit(rest, words) || (rest.Length > 3 && rest[0] is 's' or 'n' or 'e' && TrySplit(rest[1..], words)))
            {
                return true;
            }

            words.RemoveRange(count, words.Count - count);
        }

        return false;
    }

    private static Dictionary<string, Word> Build()
    {
        var index = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var (word, spellings) in Table.Concat(FurtherHeaderWords.Table))
        {
            foreach (var spelling in spellings.Split(' '))
            {
                index.TryAdd(HeaderText.Normalize(spelling), word);
            }
        }

        return index;
    }
}
