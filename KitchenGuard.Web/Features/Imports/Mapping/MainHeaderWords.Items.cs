namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <content>What an item is: what it is called, who makes and sells it, where it is kept, until when it is good.</content>
internal static partial class MainHeaderWords
{
    private static readonly (Word Word, string Spellings)[] Items =
    [
        // What is stocked: goods of any kind.
        (Word.Item, """
            aliment alimenti alimento alimentos aliments apellation art artic article articles articoli articolo articulo articulos artigo
            artigos artikel artikels asset assets bebida bebidas beer beers bevanda beverage beverages bier biere birra birre boisson
            cerveja cervejas cerveza cervezas commodity component componente componentes componenti components composant composants
            consumable consumables denree derrate dish drank drankje drink drinks food foods foodstuff foodstuffs gericht getrank getranke
            goed goederen good goods grocery grondstof ingr ingredient ingrediente ingredienten ingredientes ingredienti ingredients insumo
            insumos item items itm komponente komponenten lebensmittel licor liquor marchandise mat materia material materiale materias
            materiaux materie matiere menu_item menu_items menu_name menuitem menuitems mercadoria mercancia merce merchandise pdt piatti
            piatto plat platillo platillos plato platos prd prdct premiere prima primas prod prodotti prodotto prodt product producto
            productos products produit produits produkt produkte produto produtos rohstoff sake speise speisen spirit spirits supplies
            supply variant variante vin vinho vinhos vini vino vinos vins voce voedingsmiddel ware waren wein weine whiskey whiskies whisky
            wijn wine wines zutat zutaten
            アイテム ドリンク ワイン 产品 原料 原材料 品 品目 商品 材料 物品 產品 製品 货品 酒類 食材 飲料
            """),
        // What a thing is called.
        (Word.Name, """
            abez artbez artikelbez artikeltext benaming benennung bez bezeichn bezeichner bezeichnung caption denom denominacao denominacion
            denomination denominazione desig designacao designacion designation expression handelsname intitule kurzbezeichnung kurztext
            langtext lib libelle materialtext naam name names nm nom nombre nome omschr omschrijving titel title titolo titre titulo
            名 名前 名称 名稱 品名 產品名稱 銘柄
            """),
        // A description: the name where nothing else is.
        (Word.Description, """
            beschreibung beschrijving desc descr descricao descripcion description descriptions descriptor descrizione dsc dscr
            """),
        // A code of the item.
        (Word.Code, """
            artcode artikelcode artikelkurzel asin bestelcode bestell_nr bestell_nummer bestellnr bestellnummer bestelnr bestelnummer cat_no
            cat_number catalog catalogue cd clave cod code codes codice codigo codigos epd epdnr internal_id internal_no internal_number
            interne_nummer interner_code itemcode itemcodes katalog kod kode kurzcode kurzel no_d_article no_de_article no_de_articulo nobb
            nobbnr nro_de_articulo numero_d_article numero_de_articulo numero_de_reference order_code part plu ref reference referencia
            referentie referenz rif riferimento short_code sku skus stk_code stk_no ticker
            コード 型番 番 管理番号 編號 编号 貨號 货号
            """),
        // A number of something: which, the other words say.
        (Word.Number, """
            id n nbr nr nro num number numero numeros nummer
            番号
            """),
        // The code that is scanned.
        (Word.Barcode, """
            bar_code bar_codes barcode barcodes barkod barra barras barre barres bcode codbarra codbarras codebarre codebarres ean ean13
            ean8 eancode gencod gencode gtin gtins jan scan_code scancode streepjescode strich strichcode upc upca
            バーコード 条码 條碼
            """),
        // Who makes it.
        (Word.Brand, """
            abfuller azienda birrificio bodega bodegas bottler brand branderij brands brasserie brauerei brennerei brewer breweries brewery
            brnd brouwer brouwerij brouwerijen cantina casa casa_vinicola cellars cerveceria cervejaria chateau destilaria destileria
            destillerie distilleerderij distiller distilleria distillerie distillery domaine domaines domein elaborador embotellador
            erzeuger estate fabbricante fabricant fabricante fabrikant fabrikat fabriquant farm farm_name farms herst hersteller
            imbottigliatore kellerei made_by maison make maker manuf manufactured manufactured_by manufacturer marca marca_comercial marche
            marchio marke marken marque marques merk mfg mfgr mfr mnfr producent producer producteur productor produtor produtora produttore
            produzent produzenten quinta roaster rosterei tenuta torrefacteur torrefazione trademark vigneron vineyard vinicola weingut
            weinkellerei wijngoed wijnhuis wijnmaker winemaker wineries winery winzer
            ブランド メーカー ワイナリー 品牌 生産者 蒸留所 蔵元 製造メーカー 製造会社 製造元 製造者 醸造所
            """),
        // The group it belongs to.
        (Word.Category, """
            abt abteilung account_category artikel_art artikelart assortiment beer_style bereich biersoort cat catagory categoria categorias
            categorie categorieen categories category categorys categry catergory catg cathegory catogory clase clasificacion class classe
            classificacao cls colecao coleccion collection collections collezione course dep departamento departement department dept depto
            division dpt dpto estilo fam famiglia famil familia familie famille family gama gamme genere genero getranke_art getrankeart
            gl_category goederengroep goederengroepen groep group groupe groupes groups grp grupo gruppe gruppen gruppo kategorie kategorien
            kind kinds klasse linea linha merceologia merceologica nature oberkategorie omzetgroep product_line product_lines produkt_art
            produktart ramo rayon reparto rubriek rubrik rubro rubros secao seccao seccion sectie section sector segment sektor setor
            settore sezione soort soorten sortiment sparte style subrubro tipo_de_bebida tipo_de_vinho tipo_de_vino tipo_di_vino tipologia
            type_de_boisson type_de_vin warengr warengrupp warengruppe warengruppen warenkategorie wein_art weinart wg wgr wijnsoort
            wine_style
            カテゴリ カテゴリー グループ タイプ 中分類 分类 分類 区分 品種 大分類 小分類 種別 種類 类别 部門 類別
            """),
        // The kind of something.
        (Word.Type, """
            tipo typ type types
            """),
        // A part of a group.
        (Word.Part, """
            sotto sous sub unter
            """),
        // Who sells it to the house.
        (Word.Supplier, """
            abastecedor achete_chez acquistato_da atacadista bezug_uber bezug_von bezugsquelle bought_at bought_from buy_at caviste
            company_supplier comprado_a comprado_de comprado_en dist distrib distribuidor distribuidora distributeur distributor
            distributore distributors forn fornec fornecedor fornecedores fornitore fornitori fourn fournisseur fournisseurs gekauft_bei
            gekocht_bij groothandelaar grosshandler grossist grossista grossiste handler importador importadora importateur importatore
            importer importeur inkoop_bij lev leverancier leveranciers lief liefer lieferant lieferanten lieferer lieferfirma merchant
            negociant order_from ordered_from prov proveed proveedor proveedora proveedores provider providers purchase_from purchased_from
            purveyor rag_sociale ragione_sociale raison_sociale razon_social rivenditore seller sourced_from suministrador suplidor supp
            supplied_by supplier supplier_company suppliers toeleverancier vendcode vendedor vendeur vendname vendnm vendno vendor
            vendor_company vendors vndr weinhandler where_purchased where_to_buy wholesaler wijnhandel zulieferer
            サプライヤー ベンダー 仕入れ先 仕入先 供应商 供應商 供給元 卸先 卸業者 取引先 業者 発注先 購入先 酒販店
            """),
        // Where things are kept.
        (Word.Storage, """
            aisle almac almacen almacenaje almacenamiento almoxarifado anaquel armazem armazenagem armazenamento aufbewahrung bewaar bin
            cabinet camara camara_fria camaras casier cave cella cellar chambre_froide cupboard deposito depot despensa dispensa drawer
            entrepot estante estanteria etagere fach freezer fridge frigo geladeira gondola kast kelder kept_in koelcel koeling kuhlhaus
            kuhlraum kuhlschrank lager lagerbereich lagerort lagerpl lagerplatz_nr lagerraum lagerung locker mag magaz magazijn magazzino
            nevera opslag opslagruimte plank planken prateleira rack rangement rayonnage regal rek reserve ripiano scaffale schap schrank
            shelf shelves silo stelling stellplatz stoccaggio stock_room stockage storage storages store_room stored stored_at stored_in vak
            vitrine walk_in warehouse wh where_stored whse
            保存 保存場所 保管 保管先 保管区分 保管場所 倉庫 冷蔵庫 収納 格納 棚 棚番号
            """),
        // Any place.
        (Word.Place, """
            allee area bay collocazione corredor corridoio corsia empl emplacement endroit floor lieu loc local localisation localizacao
            locatie location locations locazione lok lokatie lugar ort pasillo plaats place platz plek posicao posicion position posiz
            posizione posto raum room ruimte sala sitio spot standort station stelle ubic ubicacion ubicaz ubicazione zona zone
            エリア 場所 置き場 置き場所
            """),
        // Until when it is good.
        (Word.Expiry, """
            ablauf bb bb_date bbd bbe best_before best_before_end best_if_used_by bestby cad caduca caducidad consommer_avant
            consommer_de_preference consumare_entro consumarsi_entro consume_before consume_by consumir_antes consumir_ate consumir_hasta
            consumo_preferencial consumo_preferente data_di_consumo data_val date_de_validite date_limite ddm discard discard_by dlc dluo
            exp expira expiracao expiracion expiratie expiration expire expired expired_date expired_on expires expiring expiry fecha_limite
            good_through good_until gultig_bis haltbar haltbarkeit haltbarkeits haltbarkeitsd haltbarkeitsdatum houdb houdbaar houdbaar_tot
            houdbaarheid lauft_ab mhd mindesthaltbarkeit peremp perempt peremption perime preferibilmente_entro scad scade scadenza sell_by
            shelf_life_end te_gebruiken_tot termine_minimo tgt tht uiterste use_before use_by valid_till valid_until valid_up_to valid_upto
            validade validite valido_ate valido_fino valido_hasta venc vence vencimento vencimiento venct verbrauchen_bis verfall
            verfalldatum verfalls verfallsdatum verfallt verloop verloopt vervaldag vervaldatum vervalt verwendbar_bis vto vtos
            zu_verbrauchen_bis
            保质期 到期日 品質保持期限 有效期 期限 消費期限 賞味 賞味期限
            """),
        // Which batch.
        (Word.Lot, """
            batch charge chargen chargennr chargennummer chg los_nr losnummer lot lote lotes lotnr lots lotti lotto partida partie partij
            partita
            バッチ ロット 製造ロット 製造番号
            """),
        // Free text.
        (Word.Notes, """
            aantekeningen aclaraciones anm anmerkung anmerkungen annot annotation annotazioni anotaciones appunti bem bemerking bemerkung
            bemerkungen bijzonderheden comentario comentarios comment commentaar commentaire commentaires commenti commento comments
            complemento descriptif divers extra_info free_text freitext hinweis hinweise infotext inhaltsangabe kommentar kommentare memo
            nota notas note notes notitie notities notiz notizen obs observ observacao observacion observaciones observacoes observation opm
            opmerking opmerkingen osservazione osservazioni otros_datos overig precisions promemoria remark remarks remarq remarque
            remarques sonstiges spec special_instructions toelichting varie zusatz zusatzinfo zusatztext
            メモ メモ欄 備考 備考欄 備註 商品説明 备注 摘要 概要 注意事項 特徴 特記事項 補足 詳細説明 説明
            """),
        // More about what stands before it: of the item a note, of anything else nothing that we know.
        (Word.Detail, """
            detail details detalhe detalhes detalle detalles dettagli einzelheiten info informaciones informacoes informatie information
            informations informazioni infos
            詳細
            """),
    ];
}
