namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <content>Words that say nothing about the field, or that the column is about something else.</content>
internal static partial class MainHeaderWords
{
    private static readonly (Word Word, string Spellings)[] Others =
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
