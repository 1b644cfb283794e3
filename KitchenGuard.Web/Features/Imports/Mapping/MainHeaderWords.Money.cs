namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <content>What is paid for it by whom, and of when an amount is.</content>
internal static partial class MainHeaderWords
{
    private static readonly (Word Word, string Spellings)[] Money =
    [
        // What the house pays.
        (Word.Cost, """
            anschaffungspreis beschaffungspreis bezugspreis cmup cogs cost coste costes costi costing costo costs cout couts cst cto cump
            custo custos einstand einstands ek ekp inkoopwaarde kost kosten kostprijs last_paid pa paht pcosto pmp price_paid
            purchase_unit_price revient selbstkosten wareneinsatz wareneinstand
            コスト 仕切 卸価格 卸値 卸単価 原価 成本 进价 進價
            """),
        // About buying.
        (Word.Purchase, """
            aankoop aankopen achat achats acq acquisition acquisti acquisto adquisicion ankauf anschaffungs aquisicao atacado beschaffungs
            bezugs bought buy buying cmp compra compras coutant dealer einkauf einkaufpreis einkaufs entrada_precio gekauft groothandel gros
            grosshandel grosshandels ingrosso inkoop inkoops invoice invoiced kauf landed mayoreo mayorista paid prix_de_gros procurement
            purchase trade wholesale whsl
            仕入 仕入れ 卸 納入 納品 購入
            """),
        // A price: whose, the other words say.
        (Word.Price, """
            importe_unitario listino montant_unitaire p_unit p_unitaire p_unitario prc precio precios preco precos preis preise prezzi
            prezzo price prices pricing prijs prijsje prijslijst prijzen prix pu pvu px tarief tarif tarifa tarife tariff tariffa tariffe
            tarifs valor_unit vl vlr
            价 价格 価格 値 値段 價 價格 单价 単価 單價
            """),
        // About selling.
        (Word.Sale, """
            abgabe advies balcao bar_price boutique cardapio carta carte catering client cliente cliente_final clienti conseille consigliato
            consommateur consommateurs consumenten consumer consumidor consumidores customer detalle_precio dettaglio empf empfohlen
            empfohlener endverbraucher gast guest guests kaart karten klant kunden laden magasin menu menudeo minorista mostrador online
            particulier pubblico public publico recomendado recommended resale retail sale sales sell selling shop_price speisekarten
            store_price sugerido takeout theken tienda till varejo vend venda venda_ao_publico vendas vendita venta ventas vente verbraucher
            verkauf verkaufs verkoop verkoops vta vtas web_price winkel
            メニュー 上代 参考 参考上代 売 小売 希望 店頭 提供 販売
            """),
        // What guests pay, in one word.
        (Word.SalePrice, """
            catalog_price catalogue_price ladenpreis mrp msrp precio_de_lista preco_de_tabela prezzo_di_listino prix_catalogue prix_de_liste
            pv pvc pvp pvr pvta pvttc reg_price regular_price restaurant_price rrp srp suggested_price suggested_retail
            suggested_retail_price take_out_price takeaway_price uvp vk vkp
            售价 售價 売価 定価 零售价 零售價
            """),
        // A rate: a price beside "purchase" or "sale".
        (Word.Rate, """
            rate rates
            """),
        // What is put on a cost.
        (Word.Markup, """
            aufschlag marge margem margen marges margin margine margins markup ricarico zuschlag
            """),
        // A tax.
        (Word.Tax, """
            btw cess gst hsn hst icms igv imposta imposto impuesto ipi itbis iva ivato mwst ncm pst sales_tax steuer tax taxe taxes tva ust
            vat
            消費税 税
            """),
        // "With".
        (Word.With, """
            avec c com con inc incl included including incluido inclus inclusa inclusive inclusive_of incluye inkl inklusive ivata mit ttc
            with
            込
            """),
        // "Without".
        (Word.Without, """
            alv_0 before esc escl esclusa escluso ex exc excl excluded excluding excluido exclusive exkl hors ht ohne s sans sem senza sin
            without zonder
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
            average avg durchschnitt durchschnitts gemiddelde media medio moving_average moyen moyenne
            平均
            """),
        // What came and went since.
        (Word.Moved, """
            ontvangen purchased purchases received recibido recu ricevuto
            """),
        // As of now.
        (Word.Current, """
            actual actuales actuel actuele actuelle aktuell aktuelle aktueller attuale atual cette closing cur curr current diese dieser end
            ending final heute hoje hoy huidige now oggi present questa questo schluss this today vandaag
            現 現在
            """),
        // "Per".
        (Word.Per, """
            al je par per por pro x
            あたり 毎
            """),
    ];
}
