using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <content>What people write over their columns, by field and by how surely it means it; null: it means no field of an item.</content>
internal static partial class HeaderAliases
{
    private static (string? Field, decimal Strength, string Aliases)[] Table =>
    [
        (ItemField.Name, 1m, """
            name|item name|product name|item|product|article|article name|ingredient|ingredient name|product title|title|stock item|
            beverage|drink|nombre|producto|nombre del producto|nombre producto|articulo|nombre articulo|nombre del articulo|ingrediente|
            nombre ingrediente|nom|produit|nom du produit|nom produit|nom article|designation|libelle|nom de l article|intitule|artikel|
            artikelname|produkt|produktname|bezeichnung|artikelbezeichnung|produktbezeichnung|zutat|ware|getrank|nome|prodotto|
            nome prodotto|articolo|nome articolo|denominazione|vino|nome do produto|nome produto|produto|artigo|item nome|商品名|品名|名称|名前|製品名|
            食材名|食材|品目|品目名|材料名|銘柄|商品
            """),
        (ItemField.Name, 0.8m, """
            inventory item|inventory items|stock description|inventory description|lagerartikel|product or service|product service|
            article description|ingredient description|brand per item|item description|product description|desc|item desc|product desc|
            item per brand|material|goods|supply|particulars|raw material|spirit|liquor|wine|wine name|beer|beer name|
            descripcion del producto|descripcion producto|descripcion articulo|description du produit|description article|
            descrizione prodotto|descricao do produto|warenbezeichnung|wein|nome vino|vinho|variante|denominacion|spirituose|spirituosen|
            weine|vin|vins|vinos|vini|wijn|bier|biere|cerveza|birra|cerveja|bebida|bevanda|boisson|dranken|drank|cocktail|dish|gericht|
            speise|plat|plato|piatto|prato|gerecht|menu item|sake|お酒|酒名|料理名|メニュー名|etichetta|etiqueta|appellation|cuvee|materialkurztext|
            stock line|stock lines
            """),
        (ItemField.Name, 0.65m, """
            species|recipe name|rezeptname|nombre receta|nombre de la receta|nom de la recette|nome ricetta|nome da receita
            """),
        (ItemField.Name, 0.45m, """
            bottle|flasche|botella|bouteille|bottiglia|garrafa|fles|ボトル|expression|menu|メニュー|carte|speisekarte|display name|concepto|fass|
            keg|fut|fusto|barril|vat|what|brand name|label|short name|product brand
            """),
        (ItemField.Sku, 1m, """
            sku|sku code|supc|item number|item no|item code|product code|product number|product no|article number|article no|article code|
            material code|material number|stock code|code|plu|codigo|codigo producto|codigo del producto|codigo de producto|codigo articulo|
            referencia|referencias|referenze|ref|cod|code produit|code article|reference|reference produit|artikelnummer|artikel nr|
            artikelnr|art nr|artnr|artikelcode|bestellnummer|produktnummer|nummer|codice|codice prodotto|codice articolo|riferimento|
            codigo do produto|variant sku|商品コード|品番|商品番号|コード|製品コード|品目コード
            """),
        (ItemField.Sku, 0.8m, "best nr|bestnr|bestell nr"),
        (ItemField.Sku, 0.75m, """
            id producto|id articulo|id produit|id produto|id prodotto|id artikel|item id|product id|variant id|商品id|vendor item number|
            vendor code|supplier code|supplier sku|part number|mpn
            """),
        (ItemField.Sku, 0.6m, "brand code|id|model number|model no|handle code|number|no|nr|numero|sku number"),
        (ItemField.Barcode, 1m, """
            barcode|bar code|code bars|codebars|barcod|barecode|bare code|upc|ean|gtin|ean13|ean 13|ean code|upc code|upc number|
            codigo de barras|codigo barras|code barre|code barres|code a barres|strichcode|ean nummer|codice a barre|cod a barre|cod barre|
            codice ean|variant barcode|jan|janコード|jan コード|バーコード
            """),
        (ItemField.Brand, 1m, """
            brand|brand name|manufacturer|maker|marca|fabricante|marque|fabricant|marke|hersteller|produttore|marchio|brewery|winery|
            distillery|producer name|weingut|cantina|domaine|chateau|bodega|メーカー|製造元|ブランド|製造者|蔵元|酒造|酒蔵
            """),
        (ItemField.Brand, 0.8m, "product brand|item brand|manf|manuf|mfg|mfr|manufact|producer"),
        (ItemField.Brand, HeaderMeaning.Weak, """
            company|company name|empresa|compania|companyia|compagnie|societe|societa|firma|firma adi|firma unvani|unternehmen|bedrijf|
            компания|компанія|sirket|perusahaan|会社|会社名|公司|회사|회사명|شركة|الشركة|חברה
            """),
        (ItemField.Category, 1m, """
            category|cat|category name|product category|item category|group|item group|product group|family|categoria|categoria producto|
            grupo|familia|categorie|categories|groupe|famille|kategorie|kategorien|warengruppe|artikelgruppe|gruppe|produktgruppe|
            categoria prodotto|gruppo|famiglia|grupo de produto|カテゴリー|カテゴリ|分類|種類|区分|ジャンル
            """),
        (ItemField.Category, 0.9m, """
            itms grp nam|itmsgrpnam|rubro|nom rubro|nombre rubro|nomrub|department|section|dept|report category|reporting category|
            report group|reporting group|sales category|google product category|seccion|rayon|reparto|abteilung|afdeling|部門
            """),
        (ItemField.Category, 0.75m, """
            type|menu group|product type|item type|class|kind|spirit category|spirit type|liquor type|wine type|tipo|tipo de producto|sorte|
            typ|art|tipologia|style|genre
            """),
        (ItemField.Category, 0.6m, """
            collection|collections|coleccion|colecciones|collezione|collezioni|colecao|colecoes|collectie|kollektion|kolekcja|kollektio|
            kolekce|коллекция|range|serie|series
            """),
        (ItemField.Category, 0.5m, """
            subcategory|sub category|podkategoria|podkategorie|подкатегория|підкатегорія|underkategori|underkategorie|alaryhma|alt kategori|
            υποκατηγορια|alkategoria|subcategoria|sous categorie|unterkategorie|sottocategoria|tags|color|colour|couleur|farbe|weinfarbe|
            kleur|cor|colore|varietal
            """),
        (ItemField.Category, HeaderMeaning.Weak, """
            category slug|category key|slug category|categoria slug|slug categoria|categorie slug|slug categorie|kategorie slug
            """),
        (ItemField.Quantity, 1m, """
            how many|how much|nombre de bouteilles|quantity|qty|quantity on hand|qty on hand|on hand|onhand|on hand qty|on hand quantity|
            in stock|stock|current stock|current stock level|stock level|stock on hand|soh|qoh|physical qoh|current quantity|current qty|
            current units|current inventory|inventory|inventory qty|inventory quantity|variant inventory qty|count|counted|physical count|
            actual count|stock count|stock qty|stock quantity|available qty|balance|closing stock|closing inventory|ending inventory|
            end qty|ending qty|units on hand|units in stock|bottles on hand|full bottles|bottle count|cantidad|existencias|existencia|
            stock actual|cantidad actual|cantidad en stock|inventario|unidades|en stock|disponible|quantite|qte|quantite en stock|
            qte en stock|stock disponible|stock actuel|menge|bestand|lagerbestand|anzahl|istbestand|ist bestand|aktueller bestand|vorrat|
            quantita|giacenza|giacenze|rimanenza|rimanenze|scorta|scorte|disponibilita|qta|esistenza|quantidade|qtd|qtde|estoque|
            estoque atual|existencias atuais|saldo|quantidade em estoque|数量|在庫|在庫数|在庫数量|現在庫|個数|残数|棚卸数
            """),
        (ItemField.Quantity, 0.7m, """
            n items|n of items|no of items|nb items|num items|n pieces|n of pieces|n bottles|no of bottles|nb bouteilles|nbre bouteilles|
            n bouteilles|n bottiglie|n botellas|n garrafas|n pezzi|n piezas
            """),
        (ItemField.Quantity, 0.8m, """
            hay|aantal in huis|in huis|gez menge|gezahlte menge|gezahlt|在庫計|在庫合計|recuento|conteo|conteggio|finns hemma|hemma|stock bac btl|
            have|quanti|quante|quanto|cuantos|cuantas|cuanto|combien|wie viel|wie viele|wieviel|wieviele|quantos|quantas|hoeveel|ile|kolik|
            user cellar count|in cellar|in the cellar|en cave|im keller|in cantina|en bodega|na adega|in kelder
            """),
        (ItemField.Quantity, 0.6m, """
            setstock|set stock|item count|closing|ultimo|ultimo lager|lager ultimo|ultimo beholdning|bottle|flasche|botella|bouteille|
            bottiglia|garrafa|fles|ボトル|opening stock|opening balance|opening qty|opening quantity|opening inventory|stock initial|available|
            supply|mevcut|eldeki
            """),
        (ItemField.Quantity, HeaderMeaning.Weak, "amount"),
        (ItemField.Unit, 1m, """
            unit|uom|unit of measure|unit of measurement|units of measure|measure|measure unit|count unit|counting unit|inventory unit|
            stock unit|unit type|unit name|base unit|unidad|unidad de medida|u m|um|unite|unite de mesure|einheit|mengeneinheit|me|
            masseinheit|unita|unita di misura|unidade|unidade de medida|un|単位|数量単位
            """),
        (ItemField.Unit, 0.7m, "uv|u v|unite de vente|uf|u f|unite de facturation|unite facturation"),
        (ItemField.Unit, 0.9m, "eh|einh|enh|eenh|storage unit|invntry uom|invntryuom|primary units type"),
        (ItemField.Unit, 0.6m, """
            units|container|container type|package type|qty unit|quantity unit|recipe unit|sold by|gebindeart|je|per|pro|und
            """),
        (ItemField.Unit, 0.45m, "variant unit name"),
        (ItemField.Unit, HeaderMeaning.Weak, """
            price unit|cost unit|price uom|cost uom|preiseinheit|unidad de precio|unidad precio|unite de prix|unita prezzo|unidade de preco|
            prijseenheid
            """),
        // "Unité de vente consommateur": one of what is in a French case.
        (ItemField.UnitCost, 0.85m, """
            prix uvc|prix par uvc|prix de l uvc|prix unitaire uvc|prix achat uvc|prix d achat uvc|prix net uvc|pu uvc|tarif uvc|cout uvc
            """),
        (ItemField.UnitCost, 1m, """
            unit cost|cost|cost price|cost per unit|unit costs|purchase price|purchase cost|buying price|buy price|cost each|bottle cost|
            cost per bottle|cost per item|item cost|average cost|valuation rate|avg cost|last cost|last price|last purchase price|
            wholesale price|net cost|landed cost|default cost|product cost|each cost|supplier price|vendor price|coste|costo|coste unitario|
            costo unitario|precio de coste|precio costo|precio de costo|precio compra|precio de compra|coste unidad|precio coste|cout|
            cout unitaire|prix d achat|prix achat|prix achat ht|prix d achat ht|cout d achat|prix de revient|pa ht|prix unitaire d achat|
            einkaufspreis|ek|ek preis|ekpreis|ek netto|einstandspreis|kosten|stuckkosten|stuckpreis einkauf|prezzo di acquisto|
            prezzo acquisto|prezzo d acquisto|custo|custo unitario|preco de custo|preco custo|preco de compra|原価|仕入単価|仕入れ単価|仕入価格|仕入れ値|仕入原価|
            仕入値|仕切|inkoop ex|inkoop excl|ek per einh|ek per einheit|ep|ep netto|preis per einh|バラ単価|prix licencie|prix de licence
            """),
        (ItemField.UnitCost, 0.8m, """
            pcu|p medio|p u ht|pu h t|px achat|px ht|nc s dph|nc bez dph|pcm|pmp|cmp|cump|pamp|pmc|wholesale|trade|p compra|pcompra|p coste|
            pcoste|p costo|pcosto|valor de compra|valor compra|valor de custo|valor custo
            """),
        (ItemField.UnitCost, 0.7m, """
            price|unit price|price per unit|price each|price per bottle|bottle price|price bottle|rate|each price|net price|
            list price per unit|price list|prices|amount each|precio|precio unitario|precio unidad|precio por unidad|prix|prix unitaire|
            prix u|prix ht|pu ht|pu|tarif|tarif ht|preis|stuckpreis|einzelpreis|preis pro stuck|nettopreis|preis netto|flaschenpreis|prezzo|
            prezzo unitario|preco|preco unitario|valor unitario|単価|価格|値段
            """),
        (ItemField.UnitCost, HeaderMeaning.Weak, """
            valor|bedrag|betrag|montant|importe|importo|belop|net|neto|netto|reference price|referenzpreis|precio referencia|
            precio de referencia|prix de reference|prezzo di riferimento|preco referencia|preco de referencia|richtprijs
            """),
        (ItemField.PackSize, 1m, """
            pack|pack size|packsize|pack per size|package size|packaging|pack description|purchase unit|package|packing|purchase pack|
            unit size|format|formato|presentacion|envase|conditionnement|packung|verpackung|verpackungseinheit|packungsgrosse|gebinde|
            gebindegrosse|confezione|confezionamento|embalagem|apresentacao|規格|入数規格|荷姿|容器|包装
            """),
        (ItemField.PackSize, 0.9m, "forpackn|forp|baleni"),
        (ItemField.PackSize, 0.6m, """
            units|variant|variation|variation name|option1 value|option 1 value|option value|net weight|net content|contents|portion
            """),
        (ItemField.CaseSize, 1m, """
            case size|casesize|units per case|bottles per case|bottle per case|case pack|per case|qty per case|items per case|
            units per pack|unit per case|cans per case|unidades por caja|botellas por caja|unidades caja|u per caja|uxc|uxb|unid por caja|
            uds por caja|unidades por bulto|unid por bulto|uds por bulto|unites par carton|bouteilles par carton|par carton|colisage|
            stuck pro karton|flaschen pro kiste|pezzi per cartone|pz per cartone|bottiglie per cartone|unidades por caixa|入数|入り数|ケース入数|
            入数 per 1lot|入数 per lot|入数 per ロット|入数 per 1ロット|入数 per ケース|pcb|antal per kasse|antal per kolli|antal pr kasse|antall per kasse|
            stk per kasse|stk pr kasse|kpl per ltk|kpl laatikossa|ilosc w opakowaniu|ilosc w kartonie|szt w kartonie|szt w opakowaniu|
            sztuk w kartonie|kusu v baleni|ks v baleni|ks v kartonu|kusu v kartonu|db per karton|darab per karton|buc per bax|buc per cutie|
            bucati per bax|koli ici|koli ici adet|koli adedi|isi per dus|isi per karton|jumlah per dus|箱规|装箱数|每箱数量|箱入数|裝箱數|每箱數量|박스입수|박스당수량|
            입수|박스당입수|в упаковке|штук в упаковке|шт в упаковке|кол во в упаковке|штук в коробке|шт в коробке|kom u kartonu|kom u pakovanju
            """),
        (ItemField.CaseSize, 0.8m, """
            p krat|p per krat|per krat|bac de|casier de|ki a|kiste a|kasten a|ks per prepr|ks v prepravce|stk pr kolli|case count|
            nbr par casier|nombre par casier|bouteilles par casier|flaschen pro kasten|stuck pro kasten
            """),
        (ItemField.CaseCost, 1m, """
            ek per geb|ek per gebinde|px bac|px bac htva|prix bac|prix du bac|px casier|prix casier|prix du casier|krat prijs|
            prijs per krat|kratprijs|case cost|cost per case|case price|price per case|price per package|cost case|price case|cs price|
            cs cost|precio por caja|precio caja|coste por caja|costo por caja|prix carton|prix par carton|prix du carton|preis pro karton|
            kistenpreis|kartonpreis|preis pro kiste|prezzo cartone|prezzo per cartone|costo cartone|preco por caixa|preco caixa|
            prix par caisse|prix caisse|prix du colis|prix colis|prijs per doos|prijs per kist|doosprijs|kassepris|kollipris|pris per kasse|
            pris pr kasse|pris per kolli|cena za karton|cena kartonu|cena za opakowanie zbiorcze|karton ar|koli fiyati|koli fiyatı|
            koli fiyat|harga per dus|harga dus|ケース単価|ケース価格|箱价|整箱价|箱價|박스단가|박스가격|박스가|цена за коробку|цена коробки|цена за ящик
            """),
        (ItemField.SalePrice, 1m, """
            sale price|selling price|sell price|retail price|retail|menu price|shelf price|customer price|price incl vat|price inc vat|
            price ttc|default price|pos price|regular price|variant price|resale price|sales price|public price|consumer price|
            precio de venta|precio venta|pvp|precio publico|precio al publico|precio carta|prix de vente|prix vente|prix ttc|pv|pv ttc|
            prix public|prix carte|prix de vente ttc|verkaufspreis|vk|vk preis|vkpreis|vk brutto|bruttopreis|ladenpreis|kartenpreis|
            endpreis|prezzo di vendita|prezzo vendita|prezzo al pubblico|prezzo pubblico|prezzo listino|preco de venda|preco venda|
            preco de venda ao publico|pvp iva|販売価格|売価|小売価格|小売価格 税込|税込価格|販売単価|上代|税抜価格
            """),
        (ItemField.SalePrice, 0.9m, "pv salle ttc|pv salle|ladenverkauf|ladenverkaufspreis"),
        (ItemField.SalePrice, 0.75m, """
            sp inc vat|sp incl vat|sp ex vat|precio salon|precio sala|precio mesa|preco balcao|balcao|prix salle
            """),
        (ItemField.SalePrice, 0.65m, "price tier1|price tier 1|final price|precio final|prezzo finale|preco final|prix final"),
        (ItemField.SalePrice, 0.8m, """
            pdv|p venta|pventa|p vendita|pvendita|valor de venda|valor venda|rsp|normalpreis|normal price|precio normal|prix normal|
            prezzo normale|prezzo pieno|preco normal|normale prijs|normalpris|cena regularna|normalna cena|bezna cena
            """),
        (ItemField.SalePrice, 0.7m, "mrp|msrp|rrp|srp|list price|uvp|定価|希望小売価格"),
        (ItemField.SalePrice, 0.5m, "online sale price|variant compare at price|compare at price"),
        (ItemField.ParLevel, 1m, """
            should have|tiene q haber|tiene que haber|debe haber|moet er zijn|ska finnas|preferred stock level|preferred level|par|
            par level|par stock|par units|par qty|par quantity|pars|build to|build to par|max stock|max quantity|max qty|max level|
            maximum stock|maximum|max|target stock|target level|target|ideal stock|desired stock|stock par|stock maximo|stock ideal|
            stock objetivo|nivel par|stock max|stock maximal|stock cible|sollbestand|soll bestand|soll|hochstbestand|maximalbestand|
            scorta massima|scorta ideale|livello par|estoque ideal|estoque maximo|nivel de par|適正在庫|目標在庫|最大在庫|定数
            """),
        (ItemField.ParCases, 1m, "par cases|par in cases|par case|par cs|case par"),
        (ItemField.ReorderPoint, 1m, """
            re order at|order at|nachbest ab|nachbestellen ab|bestellen ab|min amt|minimum amt|minimum before reorder|min before reorder|
            rol|reorder point|reorder level|re order level|reorder|reorder at|minimum|min|min level|min stock|minimum stock|min quantity|
            minimum quantity|min qty|min amount|minimum level|low stock|low stock amount|stock bajo|existencias bajas|inventario bajo|
            estoque baixo|scorte basse|stock faible|stock bas|low stock level|low stock threshold|alert quantity|alert level|low inventory|
            safety stock|rop|minimum stock level|order point|stock minimo|minimo|punto de pedido|punto de reorden|existencia minima|
            cantidad minima|stock de seguridad|stock minimum|stock mini|seuil|seuil d alerte|seuil de reappro|stock min|point de commande|
            mindestbestand|minimalbestand|meldebestand|mindestmenge|minimum bestand|min bestand|scorta minima|scorta di sicurezza|
            punto di riordino|livello minimo|estoque minimo|ponto de pedido|ponto de reposicao|quantidade minima|最低在庫|最小在庫|発注点|安全在庫
            """),
        (ItemField.Supplier, 1m, """
            supplier|supplier name|vendor|vendor name|distributor|distributor name|preferred supplier|preferred vendor|primary vendor|
            default supplier|purveyor|wholesaler|buy from|proveedor|nombre proveedor|distribuidor|fournisseur|distributeur|lieferant|
            lieferantenname|handler|fornitore|fornecedor|仕入先|仕入れ先|取引先|業者|問屋|納入業者|発注先
            """),
        (ItemField.Supplier, 0.8m, "a quien|onde compra|donde se compra|where bought|bei wem|chez qui|da chi|van wie"),
        (ItemField.Supplier, 0.7m, """
            card name|cardname|enseigne|insegna|chain|store chain|retail chain|supermarket chain|handelskette|cadena|groothandel|
            grosshandel|mayorista|source|bought from|grower
            """),
        (ItemField.Supplier, HeaderMeaning.Weak, """
            store|store name|shop|shop name|retailer|supermarket|supermarkt|supermercado|supermarche|supermercato|tienda|negozio|loja|
            magasin|winkel|geschaft
            """),
        (ItemField.StorageArea, 1m, """
            where|dove|donde|onde|wo|waar|gdzie|kde|storage area|storage|location|storage location|location name|storage place|bin location|
            bin|area|shelf|zone|stored in|store room|storeroom|warehouse|stock location|ubicacion|almacen|lugar|zona|localizacion|
            emplacement|lieu|lieu de stockage|zone de stockage|stockage|lagerort|lagerplatz|lager|standort|regal|ort|posizione|ubicazione|
            magazzino|scaffale|luogo|localizacao|local|armazem|deposito|prateleira|保管場所|保管|場所|置き場|置場|倉庫|ロケーション|棚
            """),
        (ItemField.StorageArea, 0.55m, "folder|primary folder"),
        (ItemField.StorageArea, 0.7m, "cleneni skladu|shelf no|shelf number|bin no|bin number|rack no|rack number|regal nr|regalnummer"),
        (ItemField.ExpiresOn, 1m, """
            termin wazn|data wazn|wazne do|bb|bb date|best by|best by date|expiration date|expiry date|expiry|expires|expires on|expiration|
            exp date|exp|best before|best before date|bbd|bbe|use by|use by date|useby|sell by|shelf life date|fecha de caducidad|caducidad|
            fecha caducidad|fecha de vencimiento|vencimiento|fecha vencimiento|consumo preferente|date d expiration|date de peremption|
            peremption|dlc|ddm|dluo|dlc ddm|date expiration|date limite|date limite de consommation|mhd|mindesthaltbarkeitsdatum|
            haltbar bis|ablaufdatum|verfallsdatum|mindestens haltbar bis|verbrauchsdatum|scadenza|data di scadenza|data scadenza|tmc|
            validade|data de validade|data validade|vencimento|data de vencimento|賞味期限|消費期限|期限|有効期限
            """),
        (ItemField.LotCode, 1m, """
            lot|lot number|lot no|lot code|batch|batch number|batch no|batch code|lote|numero de lote|no de lot|numero de lot|chargennummer|
            charge nr|los|lotto|numero lotto|numero do lote|ロット|ロット番号|ロットno
            """),
        (ItemField.BottleSize, 1m, """
            bottle size|bottle volume|size|volume|btl size|measurement|capacity|container size|bottle capacity|size per volume|unit volume|
            tamano|volumen|capacidad|contenido|contenance|taille|volume bouteille|contenance bouteille|centilisation|grosse|inhalt|
            flaschengrosse|fullmenge|flascheninhalt|gebinde inhalt|formato bottiglia|capacita|dimensione|contenuto|tamanho|
            volume da garrafa|容量|内容量|サイズ|ボトルサイズ
            """),
        (ItemField.BottleSize, 0.6m, """
            l|liter|liters|litre|litres|litri|litro|litros|mls|millilitros|ml|cl|milliliter|millilitres|centilitres|zentiliter
            """),
        (ItemField.Abv, 1m, """
            abv|alcohol|alcohol percent|alc|alc percent|alcohol by volume|alc vol|alc by vol|abv percent|alcohol content|percent abv|
            percent alcohol|percent vol|vol percent|graduacion|grado alcoholico|grados|alcohol vol|graduacion alcoholica|degre|
            degre d alcool|degre alcool|alcool|taux d alcool|titre alcoometrique|tav|alkohol|alkoholgehalt|alkohol percent|alkohol vol|
            alc gehalt|gradazione|gradazione alcolica|alcol|titolo alcolometrico|grado|graduacao|teor alcoolico|teor de alcool|アルコール度数|度数|
            アルコール|アルコール分
            """),
        (ItemField.Notes, 0.5m, """
            pnotes|private notes|private note|explanation|explanations|erklarung|explicacion|explication|spiegazione|explicacao|
            characteristics|caracteristicas|caracteristiques|eigenschaften|caratteristiche|kenmerken|short desc|shortdesc|taste|tastes|smak|
            smag|geschmack|gout|sabor|gusto|smaak|tasting|degustation|info|infos|information|informationen|informations|informacion|
            informazioni|informacoes|informatie|informatii|informasjon|informacje|コメント|味わいコメント|item description|product description|desc|
            item desc|product desc|article description|descripcion del producto|descripcion producto|description du produit|
            descrizione prodotto|descricao do produto
            """),
        (ItemField.Notes, 1m, """
            rem|pozn|anm|bem|bijz|bijzonderheden|notes|note|comment|comments|remarks|remark|memo|observations|par notes|additional info|
            additional information|notas|nota|comentarios|comentario|observaciones|remarques|remarque|commentaire|commentaires|bemerkung|
            bemerkungen|notiz|notizen|anmerkung|anmerkungen|kommentar|hinweis|osservazioni|commenti|annotazioni|observacoes|observacao|
            anotacoes|備考|メモ|注記|コメント|説明
            """),
        (ItemField.Notes, 0.6m, """
            description|descripcion|beschreibung|descrizione|descricao|details|detail|body|item notes|kurzbeschreibung|long description|
            short description|descripcion corta|description courte|especificaciones|especificacion|specification|specifications|specs|
            spezifikation|specifiche|caracteristicas|caracteristiques|caratteristiche|inhaltsangabe|body html|tasting notes|
            descripcion larga|descrizione estesa|descricao longa|lange omschrijving|product story
            """),
        (null, 1m, """
            wareneinsatz|bruttomenge|nettomenge|why|who|when|by whom|warum|wer|wann|pourquoi|por que|quien|cuando|perche|porque|quem|waarom|
            wanneer|lieferart|versandart|zahlungsart|per lb|per kg|per pound|vat rate|gst rate|tax rates|size uom|size unit|price type|menu|
            total|total value|total cost|total price|value|stock value|inventory value|stock cost|inventory cost|extended|extension|
            ext cost|extended cost|extended price|amount|valor|valor total|total general|valeur|valeur totale|valeur stock|wert|gesamtwert|
            warenwert|lagerwert|gesamt|summe|gesamtpreis|valore|valore totale|totale|合計|金額|在庫金額|小計|合計金額|last updated|updated|updated at|
            created|created at|date|last order date|last restock|last count|last counted|last order|purchase date|available on|order date|
            purchased|date added|lead time|lead time days|order qty|order quantity|reorder quantity|reorder qty|order|to order|qty to order|
            on order|order number|margin|markup|tax|vat|iva|tva|mwst|tax rate|image|image src|image url|photo|url|link|website|picture|
            shipping category|tax category|currency|company|status|active|published|on demand|available from|barcode type|tipo iva|
            tipo de iva|prix barre|stock in|stock out|qty in|qty out|variant grams|origin|origine|country|pays|land|herkunft|paese|pais|
            region|vintage|year|annee|jahrgang|annata|ano|allergens|allergenes|allergene|allergeni|alergenos|usage|used|sold|sales|
            purchases|received|waste|variance|difference|pour size|pour cost|pours per bottle|tier|call level|role|proof|rating|ibu|
            retailer margin|round off|special purpose fee|discount|promotion|promo|badge|none|index|row|line|variant count|product count|
            number of products|number of variants|begin qty|beginning inventory|opening value|closing value
            """),
    ];
}
