namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <content>Words that say nothing about the field, or that the column is about something else.</content>
internal static partial class MainHeaderWords
{
    private static readonly (Word Word, string Spellings)[] Others =
    [
        // Says nothing about the field.
        (Word.Filler, """
            a additional aktuel all am an and ao at ate au aux bar base basic basis bei bevorzugte bevorzugter bis cocina common completa
            cucina cuisine custom d da das de default del dell della dello dem den der dernier des di die do dollar dollars dos dt du e een
            eigene el em en erp estesa et euros facturacion facturation fatturazione favori fest fijo fino fisso fix fixed for full fur
            general grund hasta haupt het hoofd i icl il im iml in intern interna internal interne interner internes interno its jusqu
            jusque keuken kitchen kuche l la laatste lange langer larga las last latest le les letzte letzter list listen lo longa los lub
            main mts my na nas neu neue neuer new nieuw nieuwe no normal normale nos nouveau novo nuevo nuovo oder of offer on op or ou our
            outlet ovvero own pesos pos pounds prefere preferido preferito preferred primary principal principale raw rupees shop standard
            std store system template the their to tot ult ultima ultimo und unique until usual van volle vom von voor voorkeurs vorzugs y
            your zu zum
            の 日本語 最終 標準 欄 自社
            """),
        // How a program or a kitchen handles a thing: "batch selection" is no batch.
        (Word.Setting, """
            auswahl calculation config configuration confirmation contract contrat contrato contratto einstellung einstellungen etapa etape
            fase frequency garantia garantie garanzia guarantee hours impostazione impostazioni instelling instellingen licence license mode
            modo modus parametre parametres phase profile regel regla regola regole regra rule rules schedule scheme schemes selection
            setting settings stage stages stufe tolerance vertrag warranty
            段階 設定 選択
            """),
        // What was not reckoned: a price all the same, but no stock.
        (Word.Estimated, """
            approssimativo approx approximate approximately approximatif approximatively aprox aproximada aproximado beraknad ca cca circa
            environ estim estimada estimado estimate estimated estimativa estime estimee etwa gesch geschat geschatte geschatzt geschatzte
            geschatzter hozzavetoleges indicatief indicatif indicative indicativo odhad orientacni orientacyjna orientativo rough roughly
            stima stimata stimato szacowana szacowany tahmini ungefahr ungefahrer uppskattat примерная 概算
            """),
        // Something else, which ends it: money amounts, dates, orders, use, images, persons, nutrition, times.
        (Word.Other, """
            abc_class absatz account accuracy active activo address adjustment adresse age aktiv alias allergen allergene allergens
            allocated almacenaje_costo alt alta alte alternate alternative altes amount amt anada anbruch angebrochen annata annee annual
            annually ano anterieur anterieure anterior anteriores anual anz_basis anzahl_basis archived arrivage assembly attivo author
            backorder backordered bancale bancali base_qty base_quantity basis_menge basismenge bearbeiter bedingungen bedrag before_sale
            bestelaantal besteld bestell bestellen bestelling bestellung bestellungen betrag bezorg bezorgkosten bicchiere bicchieri bild
            bloccato blocked bloque bloqueado bonus book booked branch broken calice calories carbohydrate carbohydrates carbs carrying cbm
            center centre centre_de_cout centro_costo centro_de_coste centro_de_costo centro_de_costos centro_de_custo centro_di_costo
            change changed city client_name color colore colour commande commander committed company compare competitor comprometida
            comprometido condiciones condicoes condition conditions condizioni consigne consommation consumed consumer_name consumo
            consumption contact contact_name control conversion conversion_cost cooking copa copas copo copo_de cost_center cost_centre
            cost_of_sales couleur country cover coverage created creation cuarentena currency customer_group customer_groups customer_name
            customs dagelijks dagen daily damaged data date dates datum day days dead_stock deficit delivered deliveries delivery demand
            deposit dernier_inventaire derving desconto descuento devise diario dias diferencia difference differenz differenza dipendente
            discount display disposal dose doses due duties duty ecart eingang email empleado empleados employee employees enable enabled
            encomenda energy energy_cost entame entrega entregas entretien entsorgung envio envios erstellt ertrag erwartet erwartete estado
            excess exchange fabbricazione fabricacao fabricacion fabrication farbe fat fats fatturato faturamento fecha fee fees fiber fibre
            filiale firma flag flow forecast forecasted forecasting foto frais_de_port freight frete full_weight funcionario ganancia
            gastname geandert gebruik gebruikt gereserveerd gereserveerde gesamtwert gesperrt gesperrter gewinn giornaliero giorni gl glas
            glaser glass glasses gls gluten google gp grams gross_sales groupe_client groupe_clients grundpreis grupo_de_clientes
            gruppo_clienti guest_name handle handling happy happy_hour has hashtag hashtags hebdomadaire herkunft herstellungskosten heure
            hidden history holding_cost holding_costs hora ibu icon idioma image image_count images impegnata impegnate impegnati impegnato
            importe importo in_arrivo in_qty in_quantity income incoming index initials instruction instructions insurance is jahr jahrgang
            jahrlich journalier jours kcal key_word key_words keyword keywords klantnaam kontakt kostenplaats kostenstelle kostenstellen
            kostentrager kundengruppe kundengruppen kundenname labor labour lage_pro lagerkosten lagerwert land language langue last_count
            last_counted last_inventory last_stock last_stocktake layer layers lead ledger letzte_inventur levering lieferkosten life
            line_total lingua link livraison llegada loss losses lost lucro m3 maandelijks mail main_d_oeuvre main_d_œuvre maintain
            maintenance manage managed mano_de_obra manodopera mantenimiento manufacturing manutencao manutenzione mao_de_obra marginal
            marketing material_de_embalaje max_days medewerker mensal mensile mensual mensuel mensuelle merma method millesime min_days
            missing mitarbeiter modification modified modifier monat monatlich moneda montant month monthly mot_cle mots_cles movement
            movements mtd nahrwert nahrwerte need needed net_sales nom_client nom_du_client nombre_cliente nombre_del_cliente nome_cliente
            nome_do_cliente note_moyenne nutricion nutricional nutrients nutrition nutritional nutrizionale offer_price old omzet onderweg
            operator option options order ordered ordering orders ordine ordini origin origine ounce out out_qty out_quantity overhead
            overstock packaging_material packaging_materials paese pais palabra_clave palabras_clave palavra_chave palavras_chave palet
            palets palette paletten palettes pallet pallets parcial parola_chiave parole_chiave partial partials parziale past pays pedido
            pedidos pending perdida personal personalkosten perte pfand phone photo pickup picture planned plant plate plz policy popularity
            porcao porcion porciones portie porties portion portions porzione porzioni postal postcode pour precedent precedente precedentes
            preisliste prev previa previo previous previsao prevision previsione prevista previsto prevu prevue price_base_measure
            price_total_measure pricelist printer prior priority processing producao produccion product_count production products_count
            produktion produzione profit prognose projected promo promotion proposed protein published punkte pvc_material qte_reservee
            quantite_reservee quarantaine quarantena quarantine quarentena rabatt racion raciones rank ranking rating ratio receipt receita
            receitas recept recepten receta recetas recette recettes recipe region regular reichweite remise rendement rent request
            requested required requirement requirements resa reservada reservadas reservado reservados reserved reserviert reservierte
            reservierter responsible returned returns revenue review reviews rezept rezepte ricetta ricette riservata riservato rotacion
            rotation saison sales_gross sales_net sample scarto schlagwort schlagworte schlagworter schwund sconto score search_term
            search_terms season sellable semanal seo serve service serving settimanale setup shelf_life ship shipment shipping short
            shortage shortfall shot shrinkage signature sku_count slogan slowa_kluczowe slug sodium sold spedizione spent split spoilage
            sprache staff standard_drink standard_drinks stars statiegeld stato status statut stichwort stichworte stichworter stock_reserve
            stockable stolen storage_cost storage_costs suchbegriff suchbegriffe sugar sugars suggested surplus taca tag tage tagline
            taxable telefon temp temperatur temperature temporada tier time track tracked tracking transfer transit transito transport
            transporte trasporto trefwoord trefwoorden trend turn turnover turns ultimo_inventario umsatz umschlag understock unit_system
            unterwegs updated urgency url usage used user userid utilidad utilisateur valeur valor valore valori valuation value values
            valuta variance variant_count variants_count variation variations vegan velocity vendido vendu venduto verbrauch verbraucht
            verbruik verkauft verlust verpackungsmaterial verre verres versand versandkosten verschil verwacht verwachte verzend
            verzendkosten vintage virtual virtuel virtuell visible voorspelling voorwaarden vorher vorherig vorherige vorheriger vorig
            vorige vorjahr vorjahres vormonat waarde wahrung wareneingang warenwert wartung wastage waste wasted web website week weekly
            weeks wekelijks werk wert werte wijnglas winst wk woche wochentlich worker worth year yearly yield ytd zeit zip zoekwoorden
            キーワード グラス 作成 使用 入庫 入荷 关键词 出庫 出荷 差異 年 年間 担当 日 日付 日時 更新 月 月間 注文 画像 発注 週間 金額 關鍵詞 額 키워드
            """),
    ];
}
