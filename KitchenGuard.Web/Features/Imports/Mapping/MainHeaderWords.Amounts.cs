namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <content>How many there are and should be, and what one of them is.</content>
internal static partial class MainHeaderWords
{
    private static readonly (Word Word, string Spellings)[] Amounts =
    [
        // How many.
        (Word.Quantity, """
            aant aantal aantallen anz anzahl cant cantd cantidad cdad ctd hoeveelheden hoeveelheid hvh menge mengen nb nbre no_of_units
            nombre_d_unites nombre_de_bouteilles number_of_units numbers numero_de_botellas pieces qnt qntd qnty qta qtd qtde qte qtt qty
            quant quantidade quantita quantite quantites quantities quantity stuckzahl stuckzahlen stueckzahl unidades units
            個数 数 数量 數量 本数 量
            """),
        // What is there.
        (Word.Stock, """
            aanwezig amount_in_stock amount_left amount_on_hand auf_lager bestand bestande eindvoorraad esist esistenza esistenze est
            estoque exist existencia existencias giac giacenza giacenze hand holding holdings im_lager in_magazzino in_voorraad inhand
            instock inv inventaire inventar inventario inventaris inventories inventory lagerbest no_in_stock nombre_en_stock
            number_in_stock number_on_hand oh on_stock onhand op_voorraad qoh restbestand reststand restvoorraad rimanenza rimanenze scorta
            scorte soh stk_qty stock stock_amount stocks stok stuckbestand voorr voorraad voorraadstand vorhanden vorhandene vorhandener
            vorrat
            保有 在庫 库存 庫存 手持 期末在庫 残
            """),
        // What was counted.
        (Word.Counted, """
            comptage comptages compte comptee contada contadas contado contagem contata contati conteggio conteo count counted counts
            endbestand fisica fisico geteld gezahlt gezahlte gezahlter invent inventur ist physical physique recuento reel reelle stocktake
            stocktaking tallied tally tel telling zahl zahlmenge zahlung
            カウント 実 棚卸
            """),
        // What is left.
        (Word.Available, """
            avail available bal balance beschikbaar dispo disponibile disponibili disponibilita disponible disponibles disponivel existente
            frei left quedan remain remainder remaining remains residua rest restant restante reste resterend rimanente rimanenti saldo
            solde verfugbar verfugbare verwendbar
            有効在庫
            """),
        // What there was at first, or should have been.
        (Word.Opening, """
            anfang anfangs begin beginning eroffnung expected inicial initial iniziale opening start starting teorica teorico theoretical
            theoretisch theorique
            期首
            """),
        // What one of it is, or for one of it.
        (Word.Unit, """
            bme count_by counted_in ea each eaches eenh eenheden eenheid eenheid_van_maat einh einheit einheiten einzel einzeln einzelne
            gebruikseenheid individual inventariseenheid issue_unit losse maateenheid mass masseinheit me meas measure measured_in
            measurement medida meeteenheid mengeneinheit mesure misura p_st p_stuk pc pce pcs pecas pezzi pezzo piece pieza piezas pz pza
            pzas pzs rezepteinheit single singolo st stk stuck stucke stueck stuecke stuk stuks teleenheid u ud udm uds um un unid unidad
            unidade unit unit_of_measure unita unitaire unitaires unitaria unitarie unitario unitarios unite unites uo_m uofm uom uoms
            usage_unit zahl_einheit zahleinheit
            ユニット 使用単位 单位 単位 単位区分 單位 基本单位 基本単位 基本單位 基準単位 管理単位 规格单位 計数単位 計量単位 計量單位 计量单位 계량단위 규격단위 기본단위 수량단위
            """),
        // A vessel that is counted itself.
        (Word.Bottle, """
            botella botellas botles bott bottiglia bottiglie bottle bottles bouteille bouteilles bt btl btls can cans fass fasser fl fla
            flasche flaschen fles flessen fust fusten fut futs garrafa garrafas gfs keg kegs latas lattine tin tins
            ボトル ボトル本 瓶
            """),
        // What several are delivered in.
        (Word.Case, """
            box boxes bulto bultos bx caisse caisses caixa caixas caja cajas carton cartone cartoni cartons case cases cassa casse coffret
            colis colli collo crate crates crt cs cse ct ctn cx doos doosje dozen fardo fardos inner karton kartonnage kartons kasten kist
            kiste kisten kistengrosse krat kratten ktn master_case omdoos outer outers scatola scatole scatolo sleeve sleeves tray trays
            ケース 箱
            """),
        // What is bought.
        (Word.Pack, """
            abpackung besteleenheid bestelleinheit bestellgebinde bundle cdt cond condit conditionnement condt conf confez confezione
            einkaufseinheit einkaufsgebinde emb empaque format formato gebinde gebindegrosse handelsform inkoopeenheid inkoopverpakking
            liefereinheit liefergebinde lote_de_compra multipack order_pack order_unit order_units pacchetto pack package packages packed
            packet packing packs packung packungsgr packungsgrosse pacote pacotes pak paket pakete pakket pakketten paquet paquete paquetes
            paquets pezzatura pk pkg pkgs presentacion presentaciones purchase_pack purchase_size purchase_unit quantity_per_unit
            unidad_de_compra unidade_de_compra unita_di_acquisto unite_d_achat unite_de_commande uvc ve verp verpackungseinheit
            verpackungsgrosse vpe
            パック 仕入単位 入 包装単位 梱包 発注単位 規格 规格
            """),
        // What it is wrapped in.
        (Word.Wrapping, """
            behalter confezionamento container containers contenant contenedor conteneur contenitore contenitori embalagem embalaje
            emballage envase imballaggio imballo packaging recipient recipiente recipientes verpackung verpakking verpakkingsvorm
            """),
        // How large.
        (Word.Size, """
            abmessung abmessungen capacidad capacidade capacita capacite capacity centilitres dimensione dimensioni fassungsvermogen formaat
            groesse groessen grootte grosse grossen litrage litragem litraggio maat measures medida_botella mililitros milliliters
            millilitres misura_bottiglia size sizes sz taglia taglie taille tailles tamanho tamano tamanos
            サイズ
            """),
        // What is in it.
        (Word.Content, """
            contains contenance contenido content contents contenu contenuto conteudo fullmenge fullung inh inhalt inhalts inhoud
            内容量 容量
            """),
        // A weight.
        (Word.Weight, """
            fullgewicht gewicht gewicht_netto gramaje gramatura grammatura nettogewicht peso poids weight weights wt
            重量
            """),
        // A volume.
        (Word.Volume, """
            vol voll volume volumen volumes
            """),
        // How strong.
        (Word.Alcohol, """
            abv alc alch alcohol alcoholgehalte alcoholic alcoholico alcoholpercentage alcohols alcol alcolico alcool alcoolico alcvol alk
            alkgehalt alkohol alkoholgehalt alkvol deg degre degres grad gradacion gradaz gradazione gradi grado graduacao graduacion
            grau_alcoolico tenore_alcolico teor teor_alcoolico titrage titre_alcool titre_alcoometrique volprozent vv
            アルコール アルコール分 アルコール含有量 アルコール度 アルコール度数 アルコール濃度 度数 濃度 酒精度
            """),
        // "Percent".
        (Word.Percent, """
            pct perc percent percentage percentagem percentuale porcentaje pourcentage procent proz prozent
            """),
        // The least there should be.
        (Word.Minimum, """
            lowest min minbestand mind mindest mindestb mini minim minima minimal minimale minimas minimo minimos minimum niedrigste
            下限 最低 最小
            """),
        // About buying again.
        (Word.Reorder, """
            encomenda_ponto nachbestell re_order reabastecer reabastecimiento reappro reapprovisionnement reaprovisionamiento reassort
            reorden reorder reordering replenish replenishment reposicao reposicion ressuprimento restock riassortimento riordino
            補充
            """),
        // Too little, or kept for safety.
        (Word.Low, """
            baixo bajo bas basso buffer critica critical critico critique eiserner kritiek kritisch kritische kritischer laag lage low
            niedrig safety securite seguranca seguridad sicherheits sicurezza veiligheids
            安全
            """),
        // When to say so.
        (Word.Alert, """
            alarm alarms alert alerta alertas alerte alertes alerts allarme allerta aviso avviso below besteldrempel bestellen_bij
            bestellgrenze bestellmarke bestellpunkt bestelniveau bestelpunt buy_below drempel drempelwaarde herbestelpunt limiar limit
            limite limite_basse melde min_to_keep minimum_to_keep nachbestellen_ab nachbestellen_bei notification notify ondergrens
            order_below order_if_below order_level order_point order_trigger order_when ponto_de_encomenda ponto_de_pedido
            ponto_de_ressuprimento ponto_pedido ponto_reposicao reorder_below restock_at restock_below schwelle schwellenwert seuil
            seuil_de_commande seuils signaal soglia soglie sotto_scorta sottoscorta threshold trigger umbral umbrales waarschuwing
            waarschuwing_bij warn warning warnschwelle warnung warnung_ab
            アラート 最低ライン 発注ポイント 発注ライン 発注基準 発注点 警告
            """),
        // A level.
        (Word.Level, """
            ebene grenze level levels livelli livello lvl niveau niveaux niveis nivel niveles point ponto pt pts punkt punto
            水準 点
            """),
        // The most there may be: in stock, or of an order.
        (Word.Maximum, """
            hochst hochstb massima massimo max maxb maxi maxima maximal maximale maximas maximo maximos maximum tope
            上限 最大
            """),
        // What there should be.
        (Word.Target, """
            aanvullen_tot alvo auffull auffullen auffullen_auf build_to cible daily_par deseado desejado desire desired doel dotation
            fill_to full_stock_level gewenst gewenste ideal ideale meta norm obiettivo objectif objetivo optimal optimale optimo optimum
            order_up_to otimo ottimale par_amount par_niveau par_value parniveau referencia_stock required_stock soll sollwert souhaite
            stock_de_reference stock_de_referencia stock_to_level streef streefvoorraad target targets weekday_par weekend_par weekly_par
            wunsch ziel
            基準在庫 理想 目標 適正
            """),
    ];
}
