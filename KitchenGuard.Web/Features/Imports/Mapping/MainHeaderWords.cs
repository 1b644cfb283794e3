namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// The words of which headers are made in English, Spanish, French, German, Italian, Portuguese, Dutch and Japanese, and the commonest of Chinese: by meaning, then
/// in the order of the alphabet, without accents. Words of several parts ("bar_code") stand where one of the parts alone would mean something else.
/// Each stands once: <see cref="HeaderWords"/> refuses a second meaning.
/// </summary>
internal static class MainHeaderWords
{
    internal static readonly (Word Word, string Spellings)[] Table =
    [
        // Says nothing about the field.
        (Word.Filler, """
            a additional aktuel all am an and ao at ate au aux bar base basic basis bei bevorzugte bevorzugter bis cocina common completa cucina cuisine custom d da das de default del dell
            della dello dem den der dernier des di die do dos du e een eigene el em en erp estesa et facturacion facturation fatturazione favori fest fijo fino fisso fix fixed for full fur
            general grund hasta haupt het hoofd i icl il im iml in intern interna internal interne interner internes interno its jusqu jusque keuken kitchen kuche l la laatste lange langer
            larga las last latest le les letzte letzter list listen lo longa los lub main mts my na nas neu neue neuer new nieuw nieuwe no normal normale nos nouveau novo nuevo nuovo oder of
            offer on op or ou our outlet ovvero own pos prefere preferido preferito preferred primary principal principale raw shop standard std store system template the their to tot ult
            ultima ultimo und unique until usual van volle vom von voor voorkeurs vorzugs y your zu zum
            の 日本語 最終 標準 欄 自社
            """),
        // What is stocked: goods of any kind.
        (Word.Item, """
            aliment alimenti alimento alimentos aliments apellation art artic article articles articoli articolo articulo articulos artigo artigos artikel artikels asset assets bebida
            bebidas beer beers bevanda beverage beverages bier biere birra birre boisson cerveja cervejas cerveza cervezas commodity component componente componentes componenti components
            composant composants consumable consumables denree derrate dish drank drankje drink drinks food foods foodstuff foodstuffs gericht getrank getranke goed goederen good goods
            grocery grondstof ingr ingredient ingrediente ingredienten ingredientes ingredienti ingredients insumo insumos item items itm komponente komponenten lebensmittel licor liquor
            marchandise mat materia material materiale materias materiaux materie matiere menu_item menu_items menu_name mercadoria mercancia merce merchandise pdt piatti piatto plat
            platillo platillos plato platos prd prdct premiere prima primas prod prodotti prodotto prodt product producto productos products produit produits produkt produkte produto
            produtos rohstoff sake speise speisen spirit spirits supplies supply variant variante vin vinho vinhos vini vino vinos vins voce voedingsmiddel ware waren wein weine whiskey
            whiskies whisky wijn wine wines zutat zutaten
            アイテム ドリンク ワイン 产品 原料 原材料 品 品目 商品 材料 物品 產品 製品 货品 酒類 食材 飲料
            """),
        // What a thing is called.
        (Word.Name, """
            abez artbez artikelbez artikeltext benaming benennung bez bezeichn bezeichner bezeichnung caption denom denominacao denominacion denomination denominazione desig designacao
            designacion designation expression handelsname intitule kurzbezeichnung kurztext langtext libelle materialtext naam name names nm nom nombre nome omschr omschrijving titel title
            titolo titre titulo
            名 名前 名称 名稱 品名 產品名稱 銘柄
            """),
        // A description: the name where nothing else is.
        (Word.Description, """
            beschreibung beschrijving desc descr descricao descripcion description descriptions descriptor descrizione dsc dscr
            """),
        // A code of the item.
        (Word.Code, """
            artcode artikelcode artikelkurzel asin bestelcode bestell_nr bestell_nummer bestellnr bestellnummer bestelnr bestelnummer cat_no cat_number catalog catalogue cd clave cod code
            codes codice codigo codigos epd epdnr internal_id internal_no internal_number interne_nummer interner_code itemcode itemcodes katalog kod kode kurzcode kurzel no_d_article
            no_de_article no_de_articulo nobb nobbnr nro_de_articulo numero_d_article numero_de_articulo numero_de_reference order_code part plu ref reference referencia referentie referenz
            rif riferimento short_code sku skus stk_code stk_no ticker
            コード 型番 番 管理番号 編號 编号 貨號 货号
            """),
        // A number of something: which, the other words say.
        (Word.Number, """
            id n nbr nr nro num number numero numeros nummer
            番号
            """),
        // The code that is scanned.
        (Word.Barcode, """
            bar_code bar_codes barcode barcodes barkod barra barras barre barres bcode codbarra codbarras codebarre codebarres ean ean13 ean8 eancode gencod gencode gtin gtins jan scan_code
            scancode streepjescode strich strichcode upc upca
            バーコード 条码 條碼
            """),
        // Who makes it.
        (Word.Brand, """
            abfuller azienda birrificio bodega bodegas bottler brand branderij brands brasserie brauerei brennerei brewer breweries brewery brouwer brouwerij brouwerijen cantina casa
            casa_vinicola cellars cerveceria cervejaria chateau destilaria destileria destillerie distilleerderij distiller distilleria distillerie distillery domaine domaines domein
            elaborador embotellador erzeuger estate fabbricante fabricant fabricante fabrikant fabrikat fabriquant farm farm_name farms herst hersteller imbottigliatore kellerei made_by
            maison make maker manuf manufactured manufactured_by manufacturer marca marca_comercial marche marchio marke marken marque marques merk mfg mfgr mfr mnfr producent producer
            producteur productor produtor produtora produttore produzent produzenten quinta roaster rosterei tenuta torrefacteur torrefazione trademark vigneron vineyard vinicola weingut
            weinkellerei wijngoed wijnhuis wijnmaker winemaker wineries winery winzer
            ブランド メーカー ワイナリー 品牌 生産者 蒸留所 蔵元 製造メーカー 製造会社 製造元 製造者 醸造所
            """),
        // The group it belongs to.
        (Word.Category, """
            abteilung account_category artikel_art artikelart assortiment beer_style bereich biersoort cat catagory categoria categorias categorie categorieen categories category categorys
            categry catergory catg cathegory catogory clase clasificacion class classe classificacao colecao coleccion collection collections collezione course departamento departement
            department division estilo famiglia familia familie famille family gama gamme genere genero getranke_art getrankeart gl_category goederengroep goederengroepen groep group groupe
            groupes groups grp grupo gruppe gruppen gruppo kategorie kategorien kind kinds klasse linea linha merceologia merceologica nature oberkategorie omzetgroep product_line
            product_lines produkt_art produktart ramo rayon reparto rubriek rubrik rubro rubros secao seccao seccion sectie section sector segment sektor setor settore sezione soort soorten
            sortiment sparte style subrubro tipo_de_bebida tipo_de_vinho tipo_de_vino tipo_di_vino tipologia type_de_boisson type_de_vin warengr warengrupp warengruppe warengruppen
            warenkategorie wein_art weinart wg wgr wijnsoort wine_style
            カテゴリ カテゴリー グループ タイプ 中分類 分类 分類 区分 品種 大分類 小分類 種別 種類 类别 部門 類別
            """),
        // How many.
        (Word.Quantity, """
            aant aantal aantallen anz anzahl cant cantd cantidad cdad ctd hoeveelheden hoeveelheid hvh menge mengen nb nbre no_of_units nombre_d_unites nombre_de_bouteilles number_of_units
            numbers numero_de_botellas pieces qnt qntd qnty qta qtd qtde qte qtt qty quant quantidade quantita quantite quantites quantities quantity stuckzahl stuckzahlen stueckzahl unidades
            units
            個数 数 数量 數量 本数 量
            """),
        // What is there.
        (Word.Stock, """
            aanwezig amount_in_stock amount_left amount_on_hand auf_lager bestand bestande eindvoorraad esistenza esistenze est estoque exist existencia existencias giac giacenza giacenze hand
            holding holdings im_lager in_magazzino in_voorraad inhand instock inv inventaire inventar inventario inventaris inventories inventory lagerbest no_in_stock nombre_en_stock
            number_in_stock number_on_hand oh on_stock onhand op_voorraad qoh restbestand reststand restvoorraad rimanenza rimanenze scorta scorte soh stk_qty stock stock_amount stocks stok
            stuckbestand voorr voorraad voorraadstand vorhanden vorhandene vorhandener vorrat
            保有 在庫 库存 庫存 手持 期末在庫 残
            """),
        // What was counted.
        (Word.Counted, """
            comptage comptages compte comptee contada contadas contado contagem contata contati conteggio conteo count counted counts endbestand fisica fisico geteld gezahlt gezahlte gezahlter
            invent inventur ist physical physique recuento reel reelle stocktake stocktaking tallied tally tel telling zahl zahlmenge zahlung
            カウント 実 棚卸
            """),
        // What is left.
        (Word.Available, """
            avail available bal balance beschikbaar dispo disponibile disponibilita disponible disponibles disponivel existente frei left quedan remain remainder remaining remains residua rest
            restant restante reste resterend rimanente rimanenti saldo solde verfugbar verfugbare verwendbar
            有効在庫
            """),
        // What there was at first, or should have been.
        (Word.Opening, """
            anfang anfangs begin beginning eroffnung expected inicial initial iniziale opening start starting teorica teorico theoretical theoretisch theorique
            期首
            """),
        // What one of it is, or for one of it.
        (Word.Unit, """
            bme count_by counted_in ea each eaches eenh eenheid eenheid_van_maat einh einheit einheiten einzel einzeln einzelne gebruikseenheid individual inventariseenheid issue_unit losse
            maateenheid mass masseinheit me meas measure measured_in measurement medida meeteenheid mengeneinheit mesure misura p_st p_stuk pc pce pcs pecas pezzi pezzo piece pieza piezas pz
            pza pzas pzs rezepteinheit single singolo st stk stuck stucke stuecke stuk stuks teleenheid u ud udm uds um un unid unidad unidade unit unit_of_measure unita unitaire unitaires
            unitaria unitarie unitario unitarios unite unites uo_m uofm uom uoms usage_unit zahl_einheit zahleinheit 계량단위 규격단위 기본단위 수량단위
            ユニット 使用単位 单位 単位 単位区分 單位 基本单位 基本単位 基本單位 基準単位 管理単位 规格单位 計数単位 計量単位 計量單位 计量单位
            """),
        // A vessel that is counted itself.
        (Word.Bottle, """
            botella botellas botles bott bottiglia bottiglie bottle bottles bouteille bouteilles bt btl btls can cans fass fasser fl fla flasche flaschen fles flessen fust fusten fut futs
            garrafa garrafas gfs keg kegs latas lattine tin tins
            ボトル ボトル本 瓶
            """),
        // What several are delivered in.
        (Word.Case, """
            box boxes bulto bultos bx caisse caisses caixa caixas caja cajas carton cartone cartoni cartons case cases cassa casse coffret colis colli collo crate crates crt cs cse ct ctn cx
            doos doosje dozen fardo fardos inner karton kartonnage kartons kasten kiste kisten kistengrosse krat kratten ktn master_case omdoos outer outers pallet scatola scatole scatolo
            sleeve sleeves tray trays
            ケース 箱
            """),
        // What is bought.
        (Word.Pack, """
            abpackung besteleenheid bestelleinheit bestellgebinde bundle cdt cond condit conditionnement condt conf confez confezione einkaufseinheit einkaufsgebinde emb empaque format formato
            gebinde gebindegrosse handelsform inkoopeenheid inkoopverpakking liefereinheit liefergebinde lote_de_compra multipack order_pack order_unit order_units pacchetto pack package
            packages packed packet packing packs packung packungsgr packungsgrosse pacote pacotes pak paket pakete pakket pakketten paquet paquete paquetes paquets pezzatura pk pkg pkgs
            purchase_pack purchase_size purchase_unit quantity_per_unit unidad_de_compra unidade_de_compra unita_di_acquisto unite_d_achat unite_de_commande uvc ve verp verpackungseinheit
            verpackungsgrosse vpe
            パック 仕入単位 入 包装単位 梱包 発注単位 規格 规格
            """),
        // How large.
        (Word.Size, """
            abmessung abmessungen capacidad capacidade capacita capacite capacity centilitres dimensione dimensioni fassungsvermogen formaat groesse groessen grootte grosse grossen litrage
            litragem litraggio maat measures medida_botella mililitros milliliters millilitres misura_bottiglia size sizes sz taglia taglie taille tailles tamanho tamano tamanos
            サイズ
            """),
        // What is in it.
        (Word.Content, """
            contains contenance contenido content contents contenu contenuto conteudo fullmenge fullung inh inhalt inhalts inhoud
            内容量 容量
            """),
        // What the house pays.
        (Word.Cost, """
            anschaffungspreis beschaffungspreis bezugspreis cmup cogs cost coste costes costi costing costo costs cout couts cst cto cump custo custos einstand einstands ek ekp inkoopwaarde
            kost kosten kostprijs pa paht pcosto pmp revient selbstkosten wareneinsatz wareneinstand
            コスト 仕切 卸価格 卸値 卸単価 原価 成本 进价 進價
            """),
        // About buying.
        (Word.Purchase, """
            aankoop aankopen achat achats acq acquisition acquisti acquisto adquisicion ankauf anschaffungs aquisicao atacado beschaffungs bezugs bought buy buying cmp compra compras coutant
            dealer einkauf einkaufpreis einkaufs entrada_precio gekauft groothandel gros grosshandel grosshandels ingrosso inkoop inkoops invoice invoiced kauf landed mayoreo mayorista paid
            prix_de_gros procurement purchase trade wholesale whsl
            仕入 仕入れ 卸 納入 納品 購入
            """),
        // A price: whose, the other words say.
        (Word.Price, """
            importe_unitario listino montant_unitaire p_unit p_unitaire p_unitario prc precio precios preco precos preis preise prezzi prezzo price prices pricing prijs prijsje prijslijst
            prijzen prix pu pvu px tarief tarif tarifa tarife tariff tariffa tariffe tarifs valor_unit vl vlr
            价 价格 価格 値 値段 價 價格 单价 単価 單價
            """),
        // About selling.
        (Word.Sale, """
            abgabe advies balcao bar_price boutique cardapio carta carte catering client cliente cliente_final clienti conseille consigliato consommateur consommateurs consumenten consumer
            consumidor consumidores customer detalle_precio dettaglio empf empfohlen empfohlener endverbraucher gast guest guests kaart karten klant kunden laden magasin menu menudeo minorista
            mostrador online particulier pubblico public publico recomendado recommended resale retail sale sales sell selling shop_price speisekarten store_price sugerido takeout theken
            tienda till varejo vend venda venda_ao_publico vendas vendita venta ventas vente verbraucher verkauf verkaufs verkoop verkoops vta vtas web_price winkel
            メニュー 上代 参考 参考上代 売 小売 希望 店頭 提供 販売
            """),
        // "Per".
        (Word.Per, """
            al je par per por pro x
            あたり 毎
            """),
        // The least there should be.
        (Word.Minimum, """
            lowest min minbestand mind mindest mindestb mini minim minima minimal minimale minimas minimo minimos minimum niedrigste
            下限 最低 最小
            """),
        // About buying again.
        (Word.Reorder, """
            bestelpunt encomenda_ponto nachbestell re_order reabastecer reabastecimiento reappro reapprovisionnement reaprovisionamiento reassort reorden reorder reordering replenish
            replenishment reposicao reposicion ressuprimento restock riassortimento riordino
            発注点 補充
            """),
        // Too little, or kept for safety.
        (Word.Low, """
            baixo bajo bas basso buffer critica critical critico critique eiserner kritiek kritisch kritische kritischer laag lage low niedrig safety securite seguranca seguridad sicherheits
            sicurezza veiligheids
            安全
            """),
        // When to say so.
        (Word.Alert, """
            alarm alarms alert alerta alertas alerte alertes alerts allarme allerta aviso avviso below besteldrempel bestellen_bij bestellgrenze bestellmarke bestellpunkt bestelniveau
            buy_below drempel drempelwaarde herbestelpunt limiar limit limite limite_basse melde min_to_keep minimum_to_keep nachbestellen_ab nachbestellen_bei notification notify ondergrens
            order_below order_if_below order_level order_point order_trigger order_when ponto_de_encomenda ponto_de_ressuprimento reorder_below restock_at restock_below schwelle schwellenwert
            seuil seuil_de_commande seuils signaal soglia soglie sotto_scorta sottoscorta threshold trigger umbral umbrales waarschuwing waarschuwing_bij warn warning warnschwelle warnung
            warnung_ab
            アラート 発注ライン 発注基準 警告
            """),
        // A level.
        (Word.Level, """
            ebene grenze level levels livelli livello lvl niveau niveaux niveis nivel niveles point ponto pt pts punkt punto
            水準 点
            """),
        // The most there should be.
        (Word.Target, """
            aanvullen_tot alvo auffull auffullen auffullen_auf build_to cible daily_par deseado desejado desire desired doel dotation fill_to full_stock_level gewenst gewenste hochst hochstb
            ideal ideale massima massimo max maxb maxi maxima maximal maximale maximas maximo maximos maximum meta norm obiettivo objectif objetivo optimal optimale optimo optimum order_up_to
            otimo ottimale par_amount par_niveau par_value parniveau referencia_stock required_stock soll sollwert souhaite stock_de_reference stock_de_referencia stock_to_level streef
            streefvoorraad target targets tope weekday_par weekend_par weekly_par wunsch ziel
            上限 基準在庫 最大 理想 目標 適正
            """),
        // Who sells it to the house.
        (Word.Supplier, """
            abastecedor achete_chez acquistato_da atacadista bezug_uber bezug_von bezugsquelle bought_at bought_from buy_at caviste company_supplier comprado_a comprado_de comprado_en dist
            distrib distribuidor distribuidora distributeur distributor distributore distributors forn fornecedor fornecedores fornitore fornitori fourn fournisseur fournisseurs gekauft_bei
            gekocht_bij groothandelaar grosshandler grossist grossista grossiste handler importador importadora importateur importatore importer importeur inkoop_bij lev leverancier
            leveranciers lief liefer lieferant lieferanten lieferer lieferfirma merchant negociant order_from ordered_from prov proveed proveedor proveedora proveedores provider providers
            purchase_from purchased_from purveyor ragione_sociale razon_social rivenditore seller sourced_from suministrador suplidor supp supplied_by supplier supplier_company suppliers
            toeleverancier vendedor vendeur vendor vendor_company vendors vndr weinhandler where_purchased where_to_buy wholesaler wijnhandel zulieferer
            サプライヤー ベンダー 仕入れ先 仕入先 供应商 供應商 供給元 卸先 卸業者 取引先 業者 発注先 購入先 酒販店
            """),
        // Where things are kept.
        (Word.Storage, """
            aisle almac almacen almacenaje almacenamiento almoxarifado anaquel armazem armazenagem armazenamento aufbewahrung bewaar bin cabinet camara camara_fria camaras casier cave cella
            cellar chambre_froide cupboard deposito depot despensa dispensa drawer entrepot estante estanteria etagere fach freezer fridge frigo geladeira gondola kast kelder kept_in koelcel
            koeling kuhlhaus kuhlraum kuhlschrank lager lagerbereich lagerort lagerpl lagerplatz_nr lagerraum lagerung locker mag magaz magazijn magazzino nevera opslag opslagruimte plank
            planken prateleira rack rangement rayonnage regal rek reserve ripiano scaffale schap schrank shelf shelves silo stelling stellplatz stoccaggio stock_room stockage storage storages
            store_room stored stored_at stored_in vak vitrine walk_in warehouse wh where_stored whse
            保存 保存場所 保管 保管先 保管区分 保管場所 倉庫 冷蔵庫 収納 格納 棚 棚番号
            """),
        // Any place.
        (Word.Place, """
            allee area bay collocazione corredor corridoio corsia empl emplacement endroit floor lieu loc local localisation localizacao locatie location locations locazione lok lokatie lugar
            ort pasillo plaats place platz plek posicao posicion position posiz posizione posto raum room ruimte sala sitio spot standort station stelle ubic ubicacion ubicazione zona zone
            エリア 場所 置き場 置き場所
            """),
        // Until when it is good.
        (Word.Expiry, """
            ablauf bb bb_date bbd bbe best_before best_before_end best_if_used_by bestby cad caduca caducidad consommer_avant consommer_de_preference consumare_entro consumarsi_entro
            consume_before consume_by consumir_antes consumir_ate consumir_hasta consumo_preferencial consumo_preferente data_di_consumo data_val date_de_validite date_limite ddm discard
            discard_by dlc dluo exp expira expiracao expiracion expiratie expiration expire expired_date expired_on expires expiring expiry fecha_limite good_through good_until gultig_bis
            haltbar haltbarkeit haltbarkeits haltbarkeitsd haltbarkeitsdatum houdb houdbaar houdbaar_tot houdbaarheid lauft_ab mhd mindesthaltbarkeit peremp perempt peremption perime
            preferibilmente_entro scad scade scadenza sell_by shelf_life_end te_gebruiken_tot termine_minimo tgt tht uiterste use_before use_by valid_till valid_until valid_up_to valid_upto
            validade validite valido_ate valido_fino valido_hasta venc vence vencimento vencimiento venct verbrauchen_bis verfall verfalldatum verfalls verfallsdatum verfallt verloop verloopt
            vervaldag vervaldatum vervalt verwendbar_bis vto vtos zu_verbrauchen_bis
            保质期 到期日 品質保持期限 有效期 期限 消費期限 賞味 賞味期限
            """),
        // Which batch.
        (Word.Lot, """
            batch charge chargen chargennr chargennummer chg los_nr losnummer lot lote lotes lotnr lots lotti lotto partida partie partij partita
            バッチ ロット 製造ロット 製造番号
            """),
        // How strong.
        (Word.Alcohol, """
            abv alc alch alcohol alcoholgehalte alcoholic alcoholico alcoholpercentage alcohols alcol alcolico alcool alcoolico alcvol alk alkgehalt alkohol alkoholgehalt alkvol degre degres
            grad gradacion gradazione gradi grado graduacao graduacion grau_alcoolico tenore_alcolico teor teor_alcoolico titrage titre_alcool titre_alcoometrique volprozent vv
            アルコール アルコール分 アルコール含有量 アルコール度 アルコール度数 アルコール濃度 度数 濃度 酒精度
            """),
        // "Percent".
        (Word.Percent, """
            pct perc percent percentage percentagem percentuale porcentaje pourcentage procent proz prozent
            """),
        // A volume.
        (Word.Volume, """
            vol voll volume volumen volumes
            """),
        // Free text.
        (Word.Notes, """
            aantekeningen aclaraciones anm anmerkung anmerkungen annot annotation annotazioni anotaciones appunti bem bemerking bemerkung bemerkungen bijzonderheden comentario comentarios
            comment commentaar commentaire commentaires commenti commento comments complemento descriptif divers extra_info free_text freitext hinweis hinweise infotext inhaltsangabe
            kommentar kommentare memo nota notas note notes notitie notities notiz notizen obs observ observacao observacion observaciones observacoes observation opm opmerking opmerkingen
            osservazione osservazioni otros_datos overig precisions promemoria remark remarks remarq remarque remarques sonstiges spec special_instructions toelichting varie zusatz
            zusatzinfo zusatztext
            メモ メモ欄 備考 備考欄 備註 商品説明 备注 摘要 概要 注意事項 特徴 特記事項 補足 詳細説明 説明
            """),
        // A tax.
        (Word.Tax, """
            btw cess gst hsn hst icms igv imposta imposto impuesto ipi itbis iva ivato mwst ncm pst sales_tax steuer tax taxe taxes tva ust vat
            消費税 税
            """),
        // "With".
        (Word.With, """
            avec c com con inc incl included including incluido inclus inclusa inclusive inclusive_of incluye inkl inklusive ivata mit ttc with
            込
            """),
        // "Without".
        (Word.Without, """
            alv_0 before esc escl esclusa escluso ex exc excl excluding excluido exclusive exkl hors ht ohne s sans sem senza sin without zonder
            抜
            """),
        // Net.
        (Word.Net, """
            liquido net neto nett netta netto
            """),
        // Gross.
        (Word.Gross, """
            brut bruto brutto gross lordo
            """),
        // A total.
        (Word.Total, """
            gesamt totaal total totale totals
            合計 小計 総
            """),
        // A mean.
        (Word.Average, """
            average avg durchschnitt durchschnitts gemiddelde media medio moyen moyenne
            平均
            """),
        // What came and went since.
        (Word.Moved, """
            ontvangen purchased purchases received recibido recu ricevuto
            """),
        // As of now.
        (Word.Current, """
            actual actuales actuel actuele actuelle aktuell aktuelle aktueller attuale atual closing cur current end ending final heute hoje hoy huidige now oggi present schluss today vandaag
            現 現在
            """),
        // What guests pay, in one word.
        (Word.SalePrice, """
            catalog_price catalogue_price ladenpreis mrp msrp precio_de_lista preco_de_tabela prezzo_di_listino prix_catalogue prix_de_liste pv pvc pvp pvr pvta pvttc regular_price
            restaurant_price rrp srp suggested_price suggested_retail suggested_retail_price take_out_price takeaway_price uvp vk vkp
            售价 售價 売価 定価 零售价 零售價
            """),
        // A rate: a price beside "purchase" or "sale".
        (Word.Rate, """
            rate rates
            """),
        // What it is wrapped in.
        (Word.Wrapping, """
            behalter confezionamento container containers contenant contenedor conteneur contenitore contenitori embalagem embalaje emballage envase imballaggio imballo packaging presentacion
            recipient recipiente recipientes verpackung verpakking verpakkingsvorm
            """),
        // A part of a group.
        (Word.Part, """
            sotto sous sub unter
            """),
        // The kind of something.
        (Word.Type, """
            tipo typ type types
            """),
        // What is put on a cost.
        (Word.Markup, """
            aufschlag marge margem margen marges margin margine margins markup ricarico zuschlag
            """),
        // A weight.
        (Word.Weight, """
            fullgewicht gewicht gewicht_netto gramaje gramatura grammatura nettogewicht peso poids weight weights wt
            重量
            """),
        // More about what stands before it: of the item a note, of anything else nothing that we know.
        (Word.Detail, """
            detail details detalhe detalhes detalle detalles dettagli einzelheiten info informaciones informacoes informatie information informations informazioni infos
            詳細
            """),
        // How a program or a kitchen handles a thing: "batch selection" is no batch.
        (Word.Setting, """
            auswahl calculation config configuration confirmation einstellung einstellungen etapa etape fase frequency hours impostazione impostazioni instelling instellingen mode modo modus parametre parametres phase
            profile regel regla regola regole regra rule rules schedule scheme schemes selection setting settings stage stages stufe tolerance 
            設定 選択 段階
            """),
        // Something else, which ends it: money amounts, dates, orders, use, images, persons, nutrition, times.
        (Word.Other, """
            abc_class absatz account accuracy active activo address adjustment adresse age aktiv alias allergen allergene allergens allocated alta alternate alternative amount amt anada
            anbruch angebrochen annata annee annual annually ano anual anz_basis anzahl_basis archived attivo author backorder backordered base_qty base_quantity basis_menge basismenge
            bearbeiter bedrag before_sale bestelaantal besteld bestell bestellen bestelling bestellung bestellungen betrag bicchiere bicchieri bild bonus book booked branch broken calice calories
            carbohydrate carbohydrates carbs center centre change changed city color colore colour commande commander committed company compare competitor consigne consommation consumed
            consumo consumption contact control conversion copa copas copo copo_de couleur country cover coverage created creation currency customs dagelijks dagen daily damaged data date
            dates datum day days deficit delivered deliveries delivery demand deposit dernier_inventaire derving desconto descuento devise diario dias diferencia difference differenz
            differenza discount display dose doses due duty ecart eingang email enable enabled encomenda energy entame erstellt ertrag estado excess exchange expired farbe fat fats fatturato
            faturamento fecha fee fees fiber fibre filiale firma flag flow forecast forecasted forecasting foto freight full_weight ganancia geandert gebruik gebruikt gesamtwert gewinn
            giornaliero giorni gl glas glaser glass glasses gls gluten google gp grams handle handling has hebdomadaire herkunft heure hidden history hora ibu icon idioma image images
            importe importo income incoming index initials insurance is jahr jahrgang jahrlich journalier jours kcal kontakt labor labour lagerwert land language langue last_count
            last_counted last_inventory last_stock last_stocktake lead ledger letzte_inventur life lingua link loss losses lost lucro maandelijks mail manage managed marginal mensal mensile
            mensual mensuel mensuelle merma method millesime missing modification modified modifier monat monatlich moneda montant month monthly movement movements mtd need needed
            note_moyenne old omzet operator option options order ordered ordering orders ordine ordini origin origine ounce out overhead overstock paese pais parcial partial partials
            parziale pays pedido pedidos pending perdida perte pfand phone photo picture planned plant plate plz policy popularity porcao porcion porciones portie porties portion portions
            porzione porzioni postal postcode pour preisliste previous pricelist printer priority profit projected promo promotion proposed protein published punkte pvc_material rabatt
            racion raciones rank ranking rating ratio receipt recipe region regular reichweite remise rendement request requested required requirement requirements resa reserved responsible
            returned returns revenue review reviews rotacion rotation saison sample scarto schwund sconto score season sellable semanal seo serve service serving settimanale shelf_life ship
            shipping short shortage shortfall shot shrinkage signature sku_count slug sodium sold spent split spoilage sprache standard_drink standard_drinks stars statiegeld stato status
            statut stockable stolen sugar sugars suggested surplus taca tage taxable telefon temp temperatur temperature temporada tier time track tracked tracking transfer transit trend
            turn turnover turns ultimo_inventario umsatz umschlag understock updated urgency url usage used user userid utilidad utilisateur valeur valor valore valori valuation value values
            valuta variance variation variations vegan velocity vendido vendu venduto verbrauch verbraucht verbruik verkauft verlust verre verres verschil vintage visible vorher waarde
            wahrung wareneingang warenwert wastage waste wasted web website week weekly weeks wekelijks werk wert werte wijnglas winst wk woche wochentlich year yearly yield ytd zeit zip
            グラス 作成 使用 入庫 入荷 出庫 出荷 差異 年 年間 担当 日 日付 日時 更新 月 月間 注文 画像 発注 週間 金額 額
            """),
    ];
}
