"""The words under which ERPs and people head their columns, in English, German, French, Spanish and Portuguese."""


# One entry a field: headers as exported, `|` between them; spelling, case, dots and accents do not matter (see words.py).  # noqa: E501
# Where a header is used by one known ERP only, the ERP stands in LAYOUTS below.

HEADERS: dict[str, str] = {
    "purchase_order": """purchase order|purchase order number|purchase order id|po|po number|po no|po nr|po id|p.o.|p.o. number|po #|p.o. no
        |order number|order no|order id|purch.doc.|purchasing document|purchase document|purchasing doc|purchdoc|ebeln|order|document number|doc number
        |purch order|pur order|order reference|po reference|po ref|our order|our order number|po / so #|po / so|document no|doc no|docnum|doc num
        |purchase order name|buy-from order no|order ref|reference|po num|ponum|purchid|external document number|source document|origin document|your po|your po number|your order|your order number|customer po|customer po number|customer order|customer order number|customer reference|consignee reference|importer reference|po numbers|po(s)
        |bestellung|bestellnummer|bestellnr|bestell-nr|best.nr|einkaufsbeleg|ek-beleg|bestellbeleg|belegnummer|belegnr|bestell nr|auftragsnummer|auftragsnr|auftrag|einkbeleg|eink.beleg|unsere bestellung|ihre bestellung|ihre bestellnummer|ihre bestellnr|kundenbestellung|kundenbestellnummer|kundenbestellnr
        |commande|numero de commande|n commande|no commande|n de commande|num commande|commande d'achat|bon de commande|document d'achat|doc. achat|document achat|reference commande|no de commande|commande achat|votre commande|vos commandes|numero commande|cde|no cde|n cde
        |pedido|numero de pedido|n pedido|no pedido|num pedido|pedido de compra|orden de compra|oc|n oc|no oc|orden compra|numero de orden|documento de compras|doc. compras|documento compras|doc.compr.|pedido compra|nro pedido|su pedido|sus pedidos|nro oc|numero orden de compra|no. de orden
        |ordem de compra|numero do pedido|n do pedido|pedido de compras|documento de compra|doc. de compra|n pedido de compra|ordem|numero da ordem
        |ordine|ordine di acquisto|numero ordine|inkooporder|transaction number|purchase order/number|purchaseordernumber|name|num|vendor order|orden""",  # noqa: E501
    "line": """line|line number|line no|line id|line num|line item|item|item no.|item number|pos|pos.|position|po line|po item|po line number|order line|order line number|ebelp|itm|row|row no|ln|ln no|line nr|lineno|linenum|purchase order line|po line no|po pos|idx|sl no|sr no|s no|seq
        |posnr|pos nr|bestellposition|belegposition|positionsnummer|zeile|zeilennr|best.pos|posi|zeilennummer|bestellpos
        |poste|ligne|no ligne|numero de ligne|n ligne|ligne de commande|poste commande|num ligne
        |posicion|linea|numero de linea|n linea|no linea|num linea|partida|renglon|linea de pedido|pos pedido
        |item do pedido|linha|numero da linha|n linha|posicao|item pedido|line_no|erpnext idx|line sequence number|row number|item nr po""",  # noqa: E501
    "schedule": """schedule line|schedule|sched line|schedule line number|delivery schedule|shipment num|shipment line|etenr|einteilung|einteilungsnummer|echeance|reparto|reparto linea|release|schedule number|release number|lieferplaneinteilung|divisao de remessa|divisao""",  # noqa: E501
    "row_id": "id|row id|record id|unique id|uid|key|internal id|recid|external id|satz id|lfd nr|lfdnr|line internal id|line unique key",  # noqa: E501
    "supplier_code": """vendor|supplier|vendor code|vendor no|vendor number|vendor id|vendor #|supplier code|supplier no|supplier number|supplier id|vendor account|supplier account|supp code|lifnr|cardcode|bp code|buy-from vendor no|customer/vendor code|vendor acct|order account|vendoraccount|vend no|account number|purchase from vendor
        |lieferant|lieferantennummer|lieferantennr|lief.nr|lieferanten-nr|kreditor|kreditorennummer|lieferantencode|kred.nr|kreditor nr|lief nr|lieferanten nr|kreditorenkonto
        |fournisseur|code fournisseur|numero fournisseur|n fournisseur|no fournisseur|compte fournisseur|code frs|frs
        |proveedor|codigo proveedor|codigo de proveedor|n proveedor|no proveedor|cod proveedor|cod. prov|numero de proveedor|nro proveedor|acreedor
        |fornecedor|codigo fornecedor|codigo do fornecedor|cod fornecedor|n fornecedor|cod. forn|fornitore|codice fornitore""",  # noqa: E501
    "supplier_name": """vendor name|partner id|wer|lieferfirma|bei wem|supplier name|name of vendor|name of supplier|name 1|vendor|supplier|supplier/vendor|company name|cardname|bp name|buy-from vendor name|customer/vendor name|main vendor|vendor description|name of supplying plant|supplier/supplying plant|vendor/supplying plant|supplying plant|partner|vendor/display name|entity|manufacturer name|suppliername|vendorname|source name|supplied by|buy from|bought from|who|seller|purchase name|delivery name|payee|name
        |lieferantenname|lieferant name|name lieferant|name des lieferanten|firma|lieferant|lieferant/lieferwerk|kreditorname|name 1 des lieferanten|name1|lieferantenbezeichnung|bezeichnung lieferant
        |nom fournisseur|nom du fournisseur|raison sociale|fournisseur|fournisseur/division|libelle fournisseur|societe
        |nombre proveedor|nombre del proveedor|nombre de proveedor|proveedor|razon social|proveedor/centro suministrador|nombre acreedor
        |nome fornecedor|nome do fornecedor|fornecedor|razao social|fornecedor/centro fornecedor|nome fornitore|empresa fornecedora""",  # noqa: E501
    "material": """material|material number|material no|material code|item number|item no|item code|item id|item|part|part number|part no|part #|product|product code|product id|product number|sku|matnr|article|article number|article no|itemcode|itemid|internal reference|product/internal reference|component|stock code|our part|our part number|item name|mat no|mat. nr|catalog number|itemnumber|part num|material id|product/service|product name|ref|item #|mat|no.|nr.
        |materialnummer|materialnr|mat.nr|mat.-nr|artikel|artikelnummer|artikelnr|artikel-nr|art.nr|teilenummer|teilenr|teile-nr|teil|sachnummer|sachnr|produkt|produktnummer|artikelcode
        |article|code article|reference article|ref article|n article|produit|code produit|reference|designation article|numero d'article|reference produit|matiere
        |material|articulo|codigo articulo|codigo de articulo|cod articulo|n articulo|referencia|producto|codigo producto|numero de material|codigo material|numero de articulo|cod. material|codigo de material|clave|no. de parte|numero de parte
        |artigo|codigo artigo|produto|codigo produto|codigo do produto|codigo do material|cod material|cod produto|numero do material|peca|articolo|codice articolo|componente""",  # noqa: E501
    "description": """description|was|ware|name|linedescription|txz01|maktx|short text|material description|item description|product description|part description|text|item/service description|dscription|itemname|memo|product name|item name|material text|desc|details|product/name|display name|label|goods|what|memo/description|name of item|line description|article description|search name|specification
        |kurztext|bezeichnung|beschreibung|materialbezeichnung|materialkurztext|artikelbezeichnung|artikelbeschreibung|benennung|artikeltext|produktbezeichnung|text kurz|teilebezeichnung
        |designation|libelle|description|texte bref|libelle article|designation article|description article|texte court
        |descripcion|texto breve|descripcion articulo|descripcion del articulo|denominacion|descripcion material|detalle|concepto|descripcion del producto
        |descricao|texto breve|descricao do material|descricao do produto|descricao do artigo|denominacao|descrizione|descricao produto|descricao material|texto breve de material|texto breve material|texto de material""",  # noqa: E501
    "quantity": """quantity|stk|stueck|orderedpurchasequantity|wieviel|qty|order quantity|ordered quantity|order qty|ordered qty|qty ordered|quantity ordered|po quantity|po qty|ordqty|ordered|scheduled quantity|menge|qty.|line item quantity|line quantity|purchase quantity|purchased quantity|total quantity|total qty|qty in order unit|product_qty|quantity in purchase unit|pieces|amount ordered|qty purchased|original quantity|how many|purchase qty|qty in une|qty in unit of entry|quantity in une|quantity in unit of entry|ordered quantity total|qty total|ordqty
        |bestellmenge|menge|best.menge|auftragsmenge|anzahl|bestellte menge|stueckzahl|stuck|einteilungsmenge|bestmg|bestmenge|menge in erfassungsmenge|menge in erfme|menge in erfassme|menge in erfassungsme|erfmg|erfassungsmenge|gesamtmenge|bestellt
        |quantite|quantite commandee|qte|qte commandee|qte cdee|qte cde|quantite de commande|quantite d'achat|nb pieces|qte commande|quantite echeancee|quantite en unite de saisie|nombre
        |cantidad|cantidad pedida|cantidad de pedido|cant|cant. pedida|ctd|ctd. pedido|cantidad ordenada|cantidad solicitada|unidades|cantidad reparto|cantidad pedido|ctd.en um entrada|cantidad en um entrada|cantidad comprada
        |quantidade|qtd|qtde|quantidade pedida|quantidade do pedido|qtd pedida|quantidade encomendada|qtd do pedido|qtd.pedido|qtd encomendada|quantidade comprada|quantidade solicitada|qtd.um registro|quantita|quantita ordinata|quantidade pedido""",  # noqa: E501
    "unit": """unit|unit symbol|purchase unit symbol|uom name|meins|bstme|uom|unit of measure|order unit|oun|bun|base unit|base unit of measure|purchase unit|unit of measure code|units|um|u/m|stock uom|uom code|purchase uom|unit code|unit of entry|eun|une|une unit|product uom|sku unit|opun|ordunit|purchase unit of measure
        |mengeneinheit|einheit|bestellmengeneinheit|me|bme|basismengeneinheit|einh|erfassungsmengeneinheit|meinh|einheitencode|erfme|erfassme|best.me
        |unite|unite de mesure|unite d'achat|ua|unite commande|uq|udm|unite de quantite base|unite de saisie
        |unidad|unidad de medida|um pedido|ump|umb|u.m.|ud|unidad medida base|un.medida|unidad medida
        |unidade|unidade de medida|un|unid|unid. medida|umr|und|unidade medida basica|unita di misura""",  # noqa: E501
    "open_quantity": """open quantity|restbestellungsmenge|restauftragsmenge|open qty|still to be delivered|still to be delivered (qty)|outstanding quantity|remaining quantity|qty remaining|balance|balance quantity|remaining qty|outstanding qty|qty outstanding|quantity remaining|backordered|backorder|qty open|quantity due|undelivered quantity|openqty|open po qty|qty due|remaining open qty|pending qty|pending quantity|to receive|qty to receive|quantity to receive|deliver remainder|remaining purchase physical|balance qty|to be delivered|qty on order|to be received|quantity open|still due|delivery remainder|remain purch physical|left|qty not received
        |offene menge|restmenge|noch zu liefern|noch zu liefern (menge)|noch zu lief|offen|ausstehende menge|rueckstand|rueckstandsmenge|offene bestellmenge|zu liefernde menge|noch offen|rest
        |quantite restante|reste a livrer|qte restante|quantite ouverte|reliquat|solde|reste a recevoir|qte en attente|quantite en attente|restant|quantite a livrer|encore a livrer|encore a livrer (qte)|qte restant a livrer|qte a livrer
        |cantidad pendiente|pendiente|cant. pendiente|ctd. pendiente|cantidad abierta|por entregar|pendiente de recibir|por suministrar|por suministrar (cantidad)|saldo|por recibir|cantidad por recibir
        |quantidade pendente|quantidade em aberto|saldo|qtd pendente|qtd em aberto|saldo a entregar|a fornecer|a fornecer (quantidade)|quantidade restante|a receber|quantidade a receber|pendente|qtd.pendente|quantidade aberta""",  # noqa: E501
    "received_quantity": """received quantity|qty received|quantity received|received qty|delivered quantity|qty delivered|quantity delivered|delivered qty|received|delivered|goods receipt quantity|gr quantity|gr qty|qty_received|receipt quantity|received so far|qty rcvd|quantity fulfilled/received|fulfilled|quantity shipped received|received quantity total|already received|fulfilled/received|receivedqty|qty fulfilled|accepted quantity|accepted qty|total received|delivered so far|received_qty
        |gelieferte menge|wareneingangsmenge|we-menge|geliefert|erhaltene menge|wareneingang menge|gelief.menge|eingegangene menge|erhalten|liefermenge|bisher geliefert
        |quantite livree|quantite recue|qte livree|qte recue|livre|recu|quantite receptionnee|qte receptionnee|quantite entree marchandises|deja livre
        |cantidad recibida|cantidad entregada|recibido|entregado|cant. recibida|ctd. entregada|ctd.recibida|cantidad suministrada|cant. entregada
        |quantidade recebida|quantidade entregue|recebido|entregue|qtd recebida|qtd entregue|quantidade fornecida|qtde recebida|quantita ricevuta""",  # noqa: E501
    "rejected_quantity": """rejected quantity|qty rejected|quantity rejected|rejected qty|rejects|rejected|defect quantity|scrap quantity|returned quantity|qty returned|defective|bad quantity|rejected_qty|faulty
        |ausschuss|reklamierte menge|zurueckgewiesene menge|retourenmenge|abgelehnte menge|fehlmenge|gesperrt
        |quantite refusee|quantite rejetee|rebut|qte rejetee|qte refusee
        |cantidad rechazada|rechazado|rechazos|cant. rechazada
        |quantidade rejeitada|rejeitado|refugo|qtd rejeitada""",  # noqa: E501
    "unit_price": """unit price|price|net price|net order price|price per unit|unit cost|cost|rate|direct unit cost|purchase price|cost price|unit price excl. tax|netpr|price/unit|price each|purchprice|item rate|net unit price|price per piece|each|direct unit cost excl. vat|pack price|basic rate
        |preis|nettopreis|netto-bestellpreis|einzelpreis|stueckpreis|bestellpreis|nettobestellpreis|einkaufspreis|ep|preis pro einheit|nettopr
        |prix|prix unitaire|prix net|prix de commande|pu|pu ht|prix d'achat|prix unitaire ht|prix net commande|cout unitaire
        |precio|precio unitario|precio neto|precio de compra|p. unitario|precio neto pedido|coste unitario|costo unitario|p.u.
        |preco|preco unitario|preco liquido|valor unitario|preco de compra|vl unitario|vlr unitario|custo unitario|preco liquido do pedido|prezzo""",  # noqa: E501
    "currency": """currency|curr|currency code|crcy|curr.|cur|po currency|transaction currency|waers|doc currency|document currency|ccy|doccur|vendor currency|currencycode
        |waehrung|wahr|waehrg|waehrungscode|waers|whg|belegwaehrung
        |devise|monnaie|code devise|dev
        |moneda|divisa|mon|codigo divisa|mda
        |moeda|divisa|codigo moeda|valuta""",  # noqa: E501
    "line_value": """line value|line item value|net value|net order value|amount|total|line total|total amount|value|order value|extended price|extended cost|line amount|total price|ext price|ext cost|po value|net amount|total value|linetotal|subtotal|amount (foreign currency)|gross amount|line amount excl. vat|total cost|price_subtotal|effective value|netwr|net line amount|untaxed amount|sum|open value|still to be delivered (value)|order amount|openbalance|purchase amount
        |nettowert|bestellwert|nettobestellwert|gesamtpreis|gesamtwert|betrag|positionswert|wert|summe|nettobetrag|zeilenbetrag|netto-bestellwert|netto
        |valeur|valeur nette|montant|montant ht|total ht|valeur de commande|montant ligne|total ligne|valeur nette commande|prix total|montant total
        |valor|valor neto|importe|importe total|total|valor neto pedido|importe linea|monto|precio total|importe neto|valor neto de pedido|subtotal
        |valor liquido|valor total|montante|valor do pedido|total da linha|valor liquido do pedido|vl total|vlr total|valor|importo|preco total""",  # noqa: E501
    "issued_on": """order date|bestellt|ordered|bestellt wann|order placed on|po date|purchase order date|date ordered|ordered on|ordered date|document date|doc. date|issue date|issued|issued on|date issued|po issue date|po sent date|sent date|sent on|po sent to vendor date|date sent|release date|released on|po release date|purchase date|doc date|docdate|bedat|placed on|order placed|order placed date|date placed|posting date of order|transaction date|order sent|po date sent|approved date|approval date|confirmation date order|date_order|po created|dispatched to supplier|sent to supplier|po sent|order issue date|issued date|date|when ordered|date approved|date of order|submitted date|order deadline|orderdate|transaction_date|po issued|accounting date
        |bestelldatum|belegdatum|best.datum|auftragsdatum|bestellt am|datum|bestell-datum|bestelldat|belegdat|gesendet am|versendet am bestellung|einkaufsdatum|ausgestellt am|bestdat
        |date de commande|date commande|date du document|date document|commande le|date d'achat|date cde|date de la commande|date piece|date d'envoi|date d'emission|date emission
        |fecha de pedido|fecha pedido|fecha documento|fecha de orden|fecha del pedido|fecha|fecha de compra|fecha doc.|fecha de emision|fecha emision|fecha de documento|fecha orden|fecha oc|fecha envio pedido|fecha de la orden
        |data do pedido|data pedido|data do documento|data da ordem|data de emissao|data emissao|data|data da compra|data documento|data doc.|data de compra|data ordine|data do doc.|data de envio|data ordem""",  # noqa: E501
    "created_on": """created on|created date|creation date|created|date created|entry date|changed on|aedat|pq first sent to client date|quote date|requisition date|rfq date|create date|created at|createddate|created datetime|create_date|input date|createdon|requested on|quotation date|request date|requisitioned on
        |angelegt am|erfasst am|erstellt am|erstelldatum|anlagedatum|erfassungsdatum|geaendert am|anforderungsdatum|banf datum
        |date de creation|cree le|date creation|creation|date de saisie
        |fecha de creacion|creado el|fecha creacion|fecha alta
        |data de criacao|criado em|data criacao|data de registro|data do registro|dt criacao""",  # noqa: E501
    "required_on": """required date|required on|need date|need by date|need-by date|needby|needed by|required by|requested date|requested delivery date|requested receipt date|request delivery date|customer required date|date required|required delivery date|req date|req. date|reqd by|reqd by date|requested ship date|req. delivery date|requirement date|material required by|due date requested|needed on|must arrive by|in house date|dock date required|want date|required|reqdate|schedule_date|required by date|mrp date|requested by date|planned delivery date|date needed|when needed|wanted|needed|target date|requestdate|required receipt date|date wanted|demand date|requested dlv date
        |bedarfsdatum|wunschtermin|wunschlieferdatum|wunschdatum|bedarfstermin|benoetigt am|benoetigt bis|gewuenschtes lieferdatum|solltermin|gewuenschtes wareneingangsdatum|angefordertes wareneingangsdatum|bedarf am|anliefertermin|wunsch lieferdatum|gewuenschter termin
        |date requise|date de besoin|date souhaitee|date demandee|date de livraison demandee|date de livraison souhaitee|date besoin|besoin le|date reception demandee|requis pour le|livraison souhaitee|livraison demandee
        |fecha requerida|fecha de necesidad|fecha necesidad|fecha solicitada|fecha de entrega solicitada|fecha requerimiento|fecha necesaria|requerido para|fecha recepcion solicitada|necesario para
        |data necessaria|data requerida|data de necessidade|data solicitada|data da necessidade|data de entrega solicitada|data necessidade|necessario em|data desejada|data richiesta|data remessa desejada""",  # noqa: E501
    "first_promise": """first promise|first promised date|original promise date|original promised date|first promise date|initial promise|original delivery date|original due date|stat.-rel. del. date|statistical delivery date|stat.del.date|stat. delivery date|statistics-relevant delivery date|stat.-rel. delivery date|orig promise|orig. promise date|original commit date|first commit date|first confirmed date|initial delivery date|baseline date|baseline delivery date|original confirmed date|statdeldt|statrel.deldate|stat-rel del date|slfdt|first confirmed|original eta|original receipt date|first due date|first agreed date|original date|orig due date|orig del date|original scheduled date|first delivery date
        |statistisches lieferdatum|stat.lieferdatum|stat. lieferdatum|statistikrelevantes lieferdatum|stat.-rel. lieferdatum|urspruenglicher termin|erster liefertermin|ursprungstermin|erstzusage|erster bestaetigter termin|urspruengliches lieferdatum|stat.lfdatum|1. termin|ersttermin|erste zusage|statliefd|stat.rel.lieferdatum
        |date de livraison statistique|date livr. statistique|premiere promesse|date initiale|date de livraison initiale|date promise initiale|date livraison initiale|premiere date confirmee|date stat. livraison|dt livr. stat.|date de livraison d'origine
        |fecha entrega estadistica|fecha de entrega estadistica|fecha estadistica de entrega|primera promesa|fecha original|fecha de entrega original|primera fecha prometida|fecha prometida original|fecha entrega inicial|fecha entrega original|fe.entrega estad.|fecha entrega estad.
        |data de remessa estatistica|data remessa estatistica|data estatistica de remessa|primeira promessa|data original|data de entrega original|primeira data prometida|data prometida original|data entrega original|data de entrega inicial|data rem.estatistica|data de remessa relevante para estatistica""",  # noqa: E501
    "current_promise": """promise date|versprochen|zugesagt fuer|kommt am|ankunft|soll kommen|promised date|promised on|promise|promised delivery date|promised receipt date|current promise|current promise date|latest promise|confirmed delivery date|confirmed date|delivery date|del. date|dlv.date|deliv. date|dlvdate|deldate|due date|expected date|expected delivery date|expected receipt date|expected arrival|expected receipt|expected on|eta|scheduled delivery date|scheduled date|schedule date|scheduled receipt date|scheduled arrival|committed date|commit date|commitment date|acknowledged date|revised date|revised delivery date|planned receipt date|planned date|estimated delivery date|estimated arrival|estimated delivery|est delivery|latest date|agreed date|agreed delivery date|vendor promise date|supplier promise date|supplier commit date|supplier confirmed date|confirmed receipt date|confirmed ship date|docduedate|shipdate|eindt|date_planned|new date|new delivery date|current date|confirmed|confirmed dlv date|arrival date|receipt date expected|receipt by|receive by|end date|enddate|deliverydate|confirmed delivery|current due date|expected_delivery_date|delivery due|deliver by|due|coming|line delivery date|supplier date|date promised|latest delivery date|latest eta|promised|vendor date|when due|scheduled arrival date|expected ship date|latest promise date|expected by|promised by|expected
        |lieferdatum|liefertermin|lief.datum|lieferdat|bestaetigtes lieferdatum|bestaetigter termin|bestaetigter liefertermin|zugesagter termin|zugesagtes wareneingangsdatum|erwartetes wareneingangsdatum|erwarteter liefertermin|erwartetes lieferdatum|faellig am|faelligkeitsdatum|termin|liefertermin bestaetigt|zusagetermin|zugesagt|aktueller termin|aktueller liefertermin|neuer termin|geplantes lieferdatum|wareneingangsdatum geplant|lfd|lf-datum|lieferdatum bestaetigt|ab-termin|ab termin|bestaetigt|voraussichtlicher liefertermin|vsl. liefertermin|zugesagtes lieferdatum|anlieferdatum|geplantes wareneingangsdatum|faellig|lt bestaetigt|best. termin|best termin|lieferzusage
        |date de livraison|date livraison|date promise|date confirmee|date de livraison confirmee|date prevue|date de livraison prevue|date de reception prevue|livraison prevue|echeance|date d'echeance|date reception prevue|date reception promise|date accusee|date livr.|dt livr.|date livr. confirmee|date ar|delai|date promise fournisseur|livraison confirmee|date estimee|date livraison confirmee|date de reception promise|arrivee prevue|nouvelle date|date livr
        |fecha de entrega|fecha entrega|fecha prometida|fecha confirmada|fecha de entrega confirmada|fecha prevista|fecha de vencimiento|fecha recepcion prevista|fecha esperada|fecha de entrega prevista|fecha de recepcion esperada|fecha compromiso|entrega prevista|fecha recepcion prometida|fe.entrega|fecha entr.|fecha planificada|fecha entrega confirmada|fecha estimada|nueva fecha|llegada prevista|fecha de recepcion prevista|fecha recepcion esperada|f. entrega
        |data de entrega|data entrega|data prometida|data confirmada|data de entrega confirmada|data prevista|data de remessa|data remessa|previsao de entrega|data prevista de entrega|data de vencimento|previsao|data esperada|data planejada|dt entrega|data da remessa|data di consegna|data de entrega prevista|entrega prevista|data de recebimento prevista|data planeada|previsao de chegada""",  # noqa: E501
    "confirmed_on": """confirmation date|acknowledgement date|acknowledged on|ack date|confirmed on|date confirmed|order confirmation date|order acknowledgement date|oa date|date acknowledged|confirmation received|acknowledgment date|acknowledgement received|confirmation sent|date_approve|vendor confirmation date|acked|acknowledgment received|conf. date|oc date|ack received
        |bestaetigungsdatum|auftragsbestaetigung|bestaetigt am|ab-datum|ab datum|ab vom|auftragsbestaetigung vom|datum auftragsbestaetigung|datum ab
        |date d'accuse|date accuse de reception|date d'ar|accuse le|date de confirmation|confirme le|date confirmation|date accuse reception commande
        |fecha de confirmacion|fecha confirmacion|confirmado el|fecha acuse|fecha de acuse
        |data de confirmacao|data confirmacao|confirmado em|data da confirmacao|data conferma""",  # noqa: E501
    "received_on": """received date|gekommen|angekommen|delivered|da seit|angeliefert|date received|received on|receipt date|goods receipt date|gr date|actual delivery date|actual receipt date|actual arrival|actual date|delivered on|delivered date|delivery actual|arrived on|arrived|arrival|date delivered|delivered to client date|actual arrival date|item receipt date|grn date|warehouse receipt date|dock date|rcvd date|physical receipt date|last receipt date|actual received date|date arrived|delivered to|date of receipt|effective date|product receipt date|received at|received_date|when received|came in|actual delivery|actual receipt|arrived date|good receipt date|receiptdate|received
        |wareneingangsdatum|we-datum|we datum|eingangsdatum|geliefert am|eingang am|tatsaechliches lieferdatum|ist-termin|ist-lieferdatum|anlieferung am|erhalten am|wareneingang|wareneingang am|eingegangen am|eingang|istdatum|tats. lieferdatum|lieferung am
        |date de reception|date reception|recu le|date entree marchandises|date de livraison reelle|date de livraison effective|livre le|date d'arrivee|date em|reception le|date reelle|date de reception effective|date arrivee|date reception reelle|arrive le
        |fecha de recepcion|fecha recepcion|recibido el|fecha de entrada|fecha entrada mercancias|fecha real de entrega|entregado el|fecha de llegada|fecha em|fecha entrega real|fecha real|fecha llegada|fecha de entrega real|fecha de recibo
        |data de recebimento|data recebimento|recebido em|data entrada|data da entrada|data real de entrega|entregue em|data de chegada|data em|data entrega real|data real|data do recebimento|data ricevimento|data de recepcao|data de entrega real|data chegada""",  # noqa: E501
    "posted_on": """posting date|posted on|booking date|booked on|posted date|date posted|delivery recorded date|recorded date|recorded on|pstng date|pstng.date|budat|booked|entered on|post date|transaction posting date|postingdate|receipt posting date|posting dt|date recorded|recorded|posting_date
        |buchungsdatum|buch.dat|buchungsdat|gebucht am|verbucht am|bu.dat
        |date comptable|date de comptabilisation|date cpt|date d'enregistrement|comptabilise le|date comptab.|date comptabilisation
        |fecha contable|fecha de contabilizacion|fecha contab|fecha de registro|fe.contab.|contabilizado el|fecha registro|fecha contabilizacion
        |data de lancamento|data lancamento|data contabil|lancado em|dt lancamento|data lanc.|data di registrazione|data lcto""",  # noqa: E501
    "shipped_on": """ship date|shipped date|shipped on|date shipped|shipment date|dispatch date|despatch date|departure date|etd|actual ship date|pickup date|collected on|shipping date|atd|ex works date|sailing date|ex factory date|ship_date|dispatched|departed|sent out|loading date|shipped|pick up date|goods issue date|departure|despatched|collection date
        |versanddatum|versendet am|versand am|abgangsdatum|abholdatum|verladedatum|abgeholt am|verschickt am|versandtag|abgang
        |date d'expedition|date expedition|expedie le|date d'enlevement|date depart|date de depart|date d'envoi colis|enleve le|date enlevement
        |fecha de envio|fecha envio|enviado el|fecha de expedicion|fecha despacho|fecha de salida|fecha de embarque|despachado el|fecha embarque|fecha salida
        |data de envio mercadoria|data envio|enviado em|data de expedicao|data de embarque|data de despacho|data embarque|data de saida|data saida|despachado em|data expedicao|data di spedizione""",  # noqa: E501
    "carrier": """carrier|carrier name|forwarder|freight forwarder|shipping company|shipping agent|courier|shipping agent code|logistics provider|transporter|ship via|forwarding agent|carrier code|scac|line operator|shipping line|shipped by|shipped with|shipping carrier|service provider|logistics partner|haulier|trucker|airline
        |spediteur|frachtfuehrer|transporteur|versanddienstleister|spedition|carrier|zusteller|paketdienst|reederei|versender dienst|zustellercode|transportdienstleister
        |transporteur|transitaire|transporteur code|compagnie maritime|messagerie
        |transportista|transporte empresa|agencia de transporte|naviera|empresa de transporte|mensajeria|paqueteria|transitario
        |transportadora|transportador|empresa de transporte|armador|corriere""",  # noqa: E501
    "tracking_number": """tracking number|tracking no|tracking id|tracking|tracking #|track and trace number|consignment number|parcel number|waybill|waybill number|awb|awb number|air waybill|airway bill|hawb|mawb|bill of lading|bl number|b/l|b/l no|package tracking number|package tracking no|trackingno|tracking_number|tracking ref|pro number|bol|bol number|connote|tracking code|carrier reference|tracking reference|trackingnumber|bl no|carrier tracking number|mbl|mbl no|master bl|master b/l|hbl|hbl no|house bl|house b/l|b/l number|carrier tracking ref|shipment tracking number|docket|booking|booking no|booking number|booking ref|booking reference|carrier booking|carrier booking number
        |buchungsnummer|buchungsnr|buchungs-nr|sendungsnummer|sendungsnr|paketnummer|trackingnummer|frachtbriefnummer|paketscheinnummer|sendungsverfolgungsnummer|frachtbrief|luftfrachtbrief|sendungs-nr|trackingnr|tracking-nr|konnossement|sendungsverfolgung
        |numero de suivi|n suivi|no de suivi|numero de colis|lta|connaissement|numero d'expedition|no suivi|n de suivi|suivi|numero de connaissement|numero de tracking
        |numero de seguimiento|n seguimiento|no seguimiento|guia|numero de guia|guia aerea|conocimiento de embarque|seguimiento|rastreo|numero de rastreo|nro guia|no. de guia
        |codigo de rastreio|numero de rastreio|rastreio|codigo de rastreamento|numero de rastreamento|conhecimento|conhecimento de embarque|rastreamento|numero do conhecimento|guia de transporte|numero de tracking""",  # noqa: E501
    "container": """container|container number|container no|container id|container #|cntr|equipment number|ctr no|container nr|cont no|containernumber|cntr no|equipment
        |containernummer|containernr|container-nr|behaelternummer
        |conteneur|numero de conteneur|n conteneur|no conteneur|numero conteneur
        |contenedor|numero de contenedor|n contenedor|no. contenedor|numero contenedor
        |numero do container|conteiner|contentor|n container|numero do contentor|numero container""",  # noqa: E501
    "shipment_number": """shipment number|shipment no|shipment|shipment id|asn|asn number|asn/dn #|delivery note|delivery note number|packing slip|packing slip number|inbound delivery|dn number|delivery number|shipment ref|shipment reference|asn no|packing list|delivery note no|consignment|packing list number|packing slip no|vendor shipment no|asn/dn
        |lieferschein|lieferscheinnummer|lieferscheinnr|anlieferung|anlieferungsnummer|transportnummer|lieferschein-nr|sendung|avis
        |bon de livraison|numero bl|bl|avis d'expedition|livraison entrante|expedition|n expedition|numero expedition|n bl
        |albaran|numero de albaran|aviso de envio|entrega entrante|envio|embarque|numero de embarque|n albaran|numero de envio|remision
        |nota de entrega|aviso de remessa|fornecimento|numero da remessa|recebimento|romaneio|embarque numero|remessa|guia de remessa""",  # noqa: E501
    "mode": """mode|mode of transport|transport mode|shipment mode|shipping mode|ship mode|transportation mode|freight mode|shipment method|shipping method|mode of shipment|delivery mode|ship method|transport type|mot|freight type|mode of delivery|shipped via|shipping type|transport
        |transportart|versandart|verkehrstraeger|transportmittel|verkehrszweig|lieferart|frachtart|transportweg
        |mode de transport|mode d'expedition|mode de livraison|moyen de transport|type de transport
        |modo de transporte|medio de transporte|via|forma de envio|via de transporte|tipo de transporte|metodo de envio
        |modo de transporte|modal|via de transporte|meio de transporte|tipo de transporte|modalidade|forma de envio""",  # noqa: E501
    "incoterm": """incoterm|incoterms|inco term|inco terms|incoterm code|delivery terms|terms of delivery|vendor inco term|inco|inco.|freight terms|delivery term|shipping terms|incot|shipment terms|trade terms|terms|inco1|incoterms (part 1)
        |lieferbedingung|lieferbedingungen|lieferbed|lieferklausel|incoterms teil 1
        |conditions de livraison|incoterm|condition de livraison|cond. livraison
        |condiciones de entrega|condicion de entrega|cond. entrega|termino de entrega|terminos de entrega
        |condicoes de entrega|condicao de entrega|termos de entrega""",  # noqa: E501
    "incoterm_place": """incoterm place|incoterms place|incoterms (part 2)|incoterm location|named place|incoterms 2|incoterms part 2|incoterms location 1|place of delivery|inco place|inco2|incoterms location|inco. 2|named place of delivery
        |incoterms teil 2|incoterm ort|lieferort|incoterms 2|incoterms ort|lieferbedingung ort
        |lieu incoterm|lieu incoterms|lieu convenu|incoterms 2
        |lugar incoterm|lugar de entrega|lugar convenido|incoterms 2
        |local incoterm|local de entrega|incoterms 2""",  # noqa: E501
    "origin": """origin|ship from|port of loading|pol|origin port|from|departure port|place of loading|loading port|shipped from|from location|origin location|source|from city|pickup location|place of origin|origin city
        |abgangsort|abgangshafen|ladehafen|versandort|von|abgangsflughafen|herkunft|herkunftsort|ladeort
        |origine|port de chargement|lieu de depart|port de depart|expedie de
        |origen|puerto de carga|puerto de origen|lugar de origen|puerto de embarque|desde
        |origem|porto de origem|porto de embarque|local de origem|porto de carga|de onde""",  # noqa: E501
    "destination": """destination|ship to|port of discharge|pod|plant|deliver to|destination port|site|warehouse|delivery address|location|location code|receiving site|to|storage location|receiving plant|ship to location|to location|plnt|werks|delivery location|inventory location|ship to name|target warehouse|dest|warehouse code|whscode|ship-to code|ship-to|picking type|deliver to site|receiving location|ship to city|plant name|receiving warehouse
        |werk|zielort|empfangswerk|bestimmungsort|zielhafen|lager|lagerort|lieferadresse|anlieferort|empfaenger|lagerortcode|nach|abladestelle|zielflughafen|bestimmungshafen|loeschhafen|entladehafen
        |destination|division|magasin|port de dechargement|lieu de livraison|entrepot|site|usine|port d'arrivee|adresse de livraison|code magasin
        |destino|centro|almacen|puerto de destino|planta|puerto de descarga|deposito|cod. almacen|ce.
        |destino|centro|deposito|porto de destino|armazem|planta|porto de descarga|local de destino|cen.""",  # noqa: E501
    "country": """country|country of origin|supplier country|vendor country|country code|origin country|ship from country|country/region|country/region code|country of dispatch|coo|ctry|nation|land1|destination country
        |land|herkunftsland|ursprungsland|lieferantenland|laendercode|laenderkennzeichen|land/region|landcode|versandland
        |pays|pays d'origine|pays fournisseur|code pays|pays/region
        |pais|pais de origen|pais proveedor|codigo pais|pais/region
        |pais de origem|pais do fornecedor|pais origem|codigo do pais|paese""",  # noqa: E501
    "buyer": """buyer|buyer name|purchaser|purchasing group|purch. group|pgr|buyer code|planner|purchaser code|purchasing agent|requester|purchase representative|responsible|owner|buyer id|ekgrp|created by|requisitioner|ordered by|purchasing manager|managed by|buyer/planner|contact person|prepared by|purchase responsible|user_id|our contact|employee|sales employee name|requested by|purchasegroup|slpname
        |einkaeufer|einkaeufergruppe|ekg|ekgr|disponent|sachbearbeiter|bearbeiter|einkaufsgruppe|zustaendig|besteller|verantwortlich|einkaeufercode|bestellt von|ansprechpartner
        |acheteur|groupe d'acheteurs|code acheteur|responsable|gestionnaire|approvisionneur|demandeur|groupe acheteurs|gac
        |comprador|grupo de compras|responsable|solicitante|codigo comprador|encargado|gcp
        |comprador|grupo de compradores|responsavel|solicitante|requisitante|grupo compradores|gcm""",  # noqa: E501
    "status": """status|order status|line status|po status|delivery completed|delivery completed indicator|deletion indicator|state|closed|document status|po line status|delivery complete|receipt status|purchase order status|line item status|billing status|linestatus|docstatus|docstatus text|purchstatus|completed|delivery status|shipment status|receiving status|open/closed|d
        |status|lieferstatus|endlieferung|endlieferungskennzeichen|loeschkennzeichen|bestellstatus|belegstatus|elk|loeschkz|erledigt
        |statut|etat|indicateur livraison finale|statut commande|code suppression|livraison finale|etat commande|solde?
        |estado|estatus|situacion|indicador de entrega final|entrega final|estado pedido|indicador borrado
        |status|situacao|estado|remessa final|codigo de eliminacao|status do pedido|estado do pedido""",  # noqa: E501
    "receipt_document": """material document|mat. doc.|material doc|goods receipt|goods receipt number|receipt number|receipt no|gr number|grn|grn number|item receipt|mblnr|receipt document|gr document|goods receipt po|receipt|grpo|material doc.|posted receipt no|product receipt|grn no|purchase receipt|receipt id|goods receipt no|receipt #|mat doc|matdoc|receipt name
        |materialbeleg|wareneingangsbeleg|wareneingangsnummer|we-nummer|mat.beleg|we-beleg|matbeleg|we nummer|we-nr|wareneingang nr|eingangsbeleg
        |document article|doc. article|bon de reception|numero de reception|entree marchandises|doc article|n reception|no reception|br
        |documento material|doc.mat.|numero de recepcion|documento de material|entrada de mercancias|n recepcion|numero de entrada
        |documento de material|doc. material|numero do recebimento|nota de recebimento|n recebimento|doc.material|entrada de mercadorias""",  # noqa: E501
    "receipt_line": """material doc.item|mat. doc. item|item of material document|material document item|zeile mblpo|matdoc item|receipt line|receipt line number|materialbelegposition|poste doc. article|pos.doc.mat.|pos. documento material|posicion doc.material|item do documento|mblpo|mat.doc.item|matbelegpos""",  # noqa: E501
    "movement_type": """movement type|mvt|mvt type|movement|bwart|mvmt type|mvt. type|transaction type|movementtype|mvt. type text|mov type
        |bewegungsart|bwa|bew.art|bewart|beweg.art
        |code mouvement|type de mouvement|type mouvement|cmv|cmvt|code mvt
        |clase de movimiento|tipo de movimiento|cmv|clase movimiento|clmv|cl.mov.
        |tipo de movimento|tmv|tipo movimento|tp.movimento|tipo mov.""",  # noqa: E501
    "lead_time_days": """lead time|planned delivery time|lead time days|lead time (days)|plifz|pdt|planned deliv. time|purchasing lead time|delivery lead time|vendor lead time|lead time calculation|leadtime|planned delivery time in days|pl. deliv. time|lead_time_days|supplier lead time|procurement lead time|purchase lead time|delay|lt days|plnd delivery time|std lead time|lead time in days
        |planlieferzeit|wiederbeschaffungszeit|lieferzeit|beschaffungszeit|wbz|lieferzeit (tage)|plz|lieferzeit in tagen|planlieferz.|wbz (tage)|planlieferzeit in tagen
        |delai de livraison prevu|delai d'approvisionnement|delai de livraison|delai fournisseur|delai previsionnel de livraison|delai (jours)|delai appro|delai de reapprovisionnement|dlp
        |plazo de entrega previsto|plazo de entrega|tiempo de entrega|plazo entrega|plazo entrega prev.|plazo (dias)|lead time (dias)|tiempo de aprovisionamiento
        |prazo de entrega previsto|prazo de entrega|tempo de reposicao|prazo entrega|prazo (dias)|prazo de fornecimento|prz.entrega prev.""",  # noqa: E501
    "material_group": """material group|product group|item group|product category|commodity|category|matl group|matkl|item category code|itmgrp|commodity code|group|item group name|item_group|mat group
        |warengruppe|materialgruppe|artikelgruppe|produktgruppe|warengrp|artikelkategorie
        |groupe de marchandises|famille|categorie|groupe article|famille article
        |grupo de articulos|familia|categoria|grupo articulos|grupo de materiales
        |grupo de mercadorias|familia|categoria|grupo de materiais""",  # noqa: E501
    "email": "email|e-mail|e mail|mail|email address|e-mail-adresse|e-mail address|correo|correo electronico|courriel|contact email|smtp_addr|adresse e-mail|email contato|emailaddress|e_mail|email id",  # noqa: E501
    "phone": "phone|telephone|telefon|tel|tel.|phone number|telefono|telefone|telephone number|phone no|telefonnummer|mobile|telf1|phone1|contact phone",  # noqa: E501
    "contact": "contact|contact name|contact person|ansprechpartner|kontakt|kontaktperson|personne de contact|interlocuteur|persona de contacto|contacto|contato|pessoa de contato|primary contact|cntctprsn|contact no",  # noqa: E501
    "language": "language|language code|sprache|langue|idioma|lingua|lang|spras|langu",
    "happened_at": "date|when|date/time|sent|sent at|timestamp|datum|quand|fecha|data|date sent|datum/zeit|date et heure|fecha y hora|data e hora|time|day|happened on|occurred|call date|gesendet|erhalten|message date|communication date",  # noqa: E501
    "direction": "direction|in/out|inbound/outbound|richtung|sens|direccion|direcao|type of message|who contacted|ein/aus|incoming/outgoing",  # noqa: E501
    "channel": "channel|medium|type|via|kanal|canal|art|communication type|method|how|contact method|tipo|type de contact|activity type|communication medium",  # noqa: E501
    "subject": "subject|topic|betreff|objet|asunto|assunto|sujet|title|thema|regarding|re",
    "body": "body|message|text|notes|note|content|nachricht|inhalt|notiz|contenu|mensaje|nota|mensagem|texto|summary|comment|comments|details|what was said|notizen|commentaire|remarks|bemerkung|contenido|description|resumen|notas",  # noqa: E501
    "manufacturer": "manufacturing site|manufacturer|hersteller|fabricant|fabricante|mpn|manufacturer part number|herstellerteilenummer",  # noqa: E501
    "supplier_material": """vendor material number|vendor item no|vendor part number|supplier part number|supplier material|vendor mat. no|supplier item|vendor part no|supplier part no|vendor code of item|idnlf|supplier item number|vendor item number|vendor material no|supplier sku|vendor product code|supplier product code|mfr part number|vendor catalog number|vendor item
        |lieferantenmaterialnummer|lief.mat.nr|artikelnummer des lieferanten|bestellnummer lieferant|lieferantenartikelnummer|lieferanten-artikelnr|kreditoren-artikelnr|lieferanten-materialnummer
        |reference fournisseur|ref fournisseur|n article fournisseur|ref frs
        |referencia proveedor|material del proveedor|n material proveedor|ref. proveedor|codigo articulo proveedor
        |referencia do fornecedor|material do fornecedor|cod. produto fornecedor""",  # noqa: E501
    "supplier_order": """vendor order number|vendor order no|supplier order number|your reference|sales order|so number|vendor reference|supplier reference|confirmation number|order acknowledgement no|vendor so|vendor shipment no ref|partner ref|supplier invoice|vendor invoice no|vendor order ref|numatcard|vendor confirmation number
        |ihr zeichen|ihre referenz|auftragsbestaetigungsnummer|lieferantenauftragsnummer|ab-nummer|auftrag lieferant|ab nummer|ab-nr
        |votre reference|reference fournisseur commande|numero ar|su referencia|referencia del proveedor|sua referencia|pedido do fornecedor""",  # noqa: E501
    "other_quantity": """weight|gross weight|net weight|volume|packages|cartons|pallets|gewicht|poids|peso|unit of measure (per pack)|per|price unit|per unit|preiseinheit|freight cost|freight|tax|vat|discount|invoiced quantity|qty invoiced|billed|qty billed|quantity billed|still to be invoiced|still to be invoiced (qty)|noch zu berechnen|fakturierte menge|reste a facturer|pendiente de facturar|a faturar|open days|days late|days overdue|insurance|quantity invoiced|qty to invoice|per pack|amount billed|amount invoiced|noch zu berechnen (menge)|still to be invoiced (value)|still to be invoiced (val.)|noch zu liefern (wert)|still to be delivered (value)|still to be delivered (val.)|mwst|tva|iva|rabatt|remise|descuento|desconto|exchange rate|kurs|weight (kilograms)|line item insurance (usd)|freight cost (usd)|progress|days|tage verspaetung|verzug|verspaetung|retard|atraso|retraso|invoiced|berechnet|facture|facturado|faturado|qty per unit of measure|conversion factor|received %|billed %|per_received|per_billed|% received|% billed|stock|on hand|bestand|safety stock|lot size|moq|min order qty|mindestbestellmenge|losgroesse""",  # noqa: E501
    "other_date": """invoice date|rechnungsdatum|date facture|fecha factura|data da fatura|payment date|zahlungsdatum|reminder date|mahndatum|last changed|last modified|last updated|modified date|changed on|geaendert am|modifie le|modificado el|modificado em|delivery deadline reminder|next follow up|follow up date|expiry date|valid to|valid from|gueltig bis|validity end|invoice due date|closing date|closed date|closed on|last change|letzte aenderung|write date|last_modified|modified|start date|startdate|print date|vat date|snapshot date|report date|export date|run date|stichtag|as of""",  # noqa: E501
    "other_text": """supplier site|supplier site code|vendor site|vendor site code|site id|company|company code|purchasing organization|purch. org.|purchasing org|document type|doc. type|type|order type|item category|account assignment category|account assignment|cost center|gl account|project|project code|storage location|stor. loc.|sloc|lagerort|buchungskreis|einkaufsorganisation|belegart|positionstyp|kontierungstyp|kostenstelle|batch|charge|lot|lot number|lot no|time|user|user name|brand|dosage|dosage form|first line designation|sub classification|molecule/test type|fulfill via|pq #|notes|note|comment|comments|remarks|bemerkung|kommentar|commentaire|remarque|observaciones|comentario|observacao|observacoes|subsidiary|department|class|account|terms|payment terms|zahlungsbedingung|priority|revision|drawing|customer|customer name|sales order customer|tax code|location type|urgency|movement type text|bewegungsartentext|approved|approval status|approved by|invoice|invoice no|invoice number|series|operation|flow|mrp controller|profit center|plant name|purchase type|procurement type|requisition|purchase requisition|banf|po type|po version|contract|outline agreement|vertrag|rahmenvertrag|shelf|bin|street|city|postcode|address|ort|strasse|plz|ville|ciudad|cidade|zip|website|group code|vendor group|vat reg. no|tax id|ship to address|bill to|invoicing status|billing status|activity|tags|currency rate|attachments|closed by""",  # noqa: E501
}

CONTENT: dict[str, str] = {
    field: kind
    for kind, fields in {
        "date": "issued_on created_on required_on first_promise current_promise confirmed_on received_on posted_on shipped_on happened_at other_date",  # noqa: E501
        "number": "quantity open_quantity received_quantity rejected_quantity unit_price line_value lead_time_days other_quantity",  # noqa: E501
        "code": "purchase_order line schedule row_id supplier_code material shipment_number receipt_document receipt_line movement_type supplier_material supplier_order tracking_number container",  # noqa: E501
        "text": "supplier_name description carrier buyer status origin destination country incoterm_place material_group contact subject body language direction channel manufacturer other_text phone",  # noqa: E501
        "unit": "unit",
        "currency": "currency",
        "incoterm": "incoterm",
        "mode": "mode",
        "email": "email",
    }.items()
    for field in fields.split()
}
"""What kind of content each field has; columns that hold something else cannot be it."""

_STEPS = (
    "booked",
    "picked_up",
    "origin_gate_in",
    "loaded",
    "departed",
    "arrived",
    "discharged",
    "customs_released",
    "available",
    "gate_out",
    "delivered",
    "empty_returned",
)
MILESTONE_FIELDS = frozenset(f"{step}_{kind}" for step in _STEPS for kind in ("actual", "estimated"))
"""Steps of a transport that forwarders' sheets hold, one column each; milestones.py knows their headers."""
EVENT_FIELDS = frozenset({"event_on", "event", "event_place"})
"""Columns of a forwarder's sheet that has one row for each event."""
CONTENT |= dict.fromkeys((*MILESTONE_FIELDS, "event_on"), "date") | dict.fromkeys(("event", "event_place"), "text")

NOT_IMPORTED = frozenset(
    {"other_quantity", "other_date", "other_text", "manufacturer", "supplier_material", "supplier_order"}
)
"""Recognised only so that no other field takes these columns."""

FIELDS_OF_KIND: dict[str, frozenset[str]] = {
    "orders": frozenset(
        [
            "purchase_order",
            "line",
            "schedule",
            "row_id",
            "supplier_code",
            "supplier_name",
            "material",
            "description",
            "quantity",
            "unit",
            "open_quantity",
            "received_quantity",
            "rejected_quantity",
            "unit_price",
            "currency",
            "line_value",
            "issued_on",
            "created_on",
            "required_on",
            "first_promise",
            "current_promise",
            "confirmed_on",
            "received_on",
            "posted_on",
            "shipped_on",
            "carrier",
            "tracking_number",
            "container",
            "shipment_number",
            "mode",
            "incoterm",
            "incoterm_place",
            "origin",
            "destination",
            "country",
            "buyer",
            "status",
            "receipt_document",
            "lead_time_days",
            "material_group",
        ]
    ),
    "receipts": frozenset(
        [
            "purchase_order",
            "line",
            "schedule",
            "supplier_code",
            "supplier_name",
            "material",
            "description",
            "quantity",
            "unit",
            "received_quantity",
            "rejected_quantity",
            "received_on",
            "posted_on",
            "receipt_document",
            "receipt_line",
            "movement_type",
            "destination",
            "shipment_number",
            "buyer",
            "unit_price",
            "line_value",
            "currency",
        ]
    ),
    "shipments": frozenset(
        [
            "purchase_order",
            "line",
            "supplier_code",
            "supplier_name",
            "material",
            "description",
            "quantity",
            "unit",
            "shipped_on",
            "carrier",
            "tracking_number",
            "container",
            "shipment_number",
            "mode",
            "incoterm",
            "incoterm_place",
            "origin",
            "destination",
            "country",
            "current_promise",
            "received_on",
            "status",
            *MILESTONE_FIELDS,
            *EVENT_FIELDS,
        ]
    ),
    "suppliers": frozenset(
        [
            "supplier_code",
            "supplier_name",
            "country",
            "currency",
            "language",
            "email",
            "phone",
            "contact",
            "lead_time_days",
            "incoterm",
            "buyer",
        ]
    ),
    "materials": frozenset(
        [
            "material",
            "description",
            "unit",
            "material_group",
            "lead_time_days",
            "supplier_code",
            "supplier_name",
            "currency",
            "unit_price",
        ]
    ),
    "communications": frozenset(
        [
            "happened_at",
            "direction",
            "channel",
            "subject",
            "body",
            "supplier_code",
            "supplier_name",
            "purchase_order",
            "line",
            "contact",
            "email",
            "buyer",
        ]
    ),
}

# Headers by which an ERP's own export is known; at least two must be there (normalised, see words.py).
LAYOUTS: dict[str, str] = {
    "SAP goods movements (MB51)": "movement type|material document|mat. doc.|material doc.item|bewegungsart|materialbeleg|clase de movimiento|documento material|code mouvement|document article|tipo de movimento|documento de material|mvt|bwart|mblnr",  # noqa: E501
    "SAP purchasing documents (ME2M/ME2N)": "purchasing document|purch.doc.|purchasing group|still to be delivered (qty)|short text|name of vendor|stat.-rel. del. date|supplier/supplying plant|vendor/supplying plant|einkaufsbeleg|kurztext|noch zu liefern (menge)|einkaeufergruppe|statistisches lieferdatum|stat.lieferdatum|lieferant/lieferwerk|document d'achat|texte bref|documento de compras|texto breve|documento compras|por suministrar (cantidad)|ebeln|ebelp|ekgrp|texto breve de material|doc. compras|encore a livrer (qte)|groupe d'acheteurs|grupo de compras|grupo de compradores|data de remessa estatistica",  # noqa: E501
    "SAP Business One": "docnum|docduedate|cardcode|cardname|itemcode|dscription|openqty|linenum|docdate|bp code|bp name|customer/vendor code|customer/vendor name|shipdate|remaining open qty|whscode",  # noqa: E501
    "NetSuite": "document number|internal id|quantity fulfilled/received|main vendor|expected receipt date|line id|amount (foreign currency)|subsidiary|line unique key|receive by|fulfilled/received",  # noqa: E501
    "Oracle": "need-by date|promised date|po line|shipment num|quantity due|quantity ordered|quantity received|buyer name|supplier site|po number|line num|need by date|ship-to organization|quantity billed|release num",  # noqa: E501
    "Dynamics 365 Business Central": "buy-from vendor no|buy-from vendor name|expected receipt date|promised receipt date|requested receipt date|direct unit cost|outstanding quantity|direct unit cost excl. vat|location code|unit of measure code|line amount excl. vat|planned receipt date|eink. von kred.-nr|erwartetes wareneingangsdatum|zugesagtes wareneingangsdatum|gewuenschtes wareneingangsdatum",  # noqa: E501
    "Dynamics 365 Finance & Operations": "vendor account|deliver remainder|confirmed delivery date|confirmed receipt date|requested receipt date|requested ship date|purchase order line status|purchid|order account|itemid|confirmed ship date|line status|delivery remainder|purchstatus|linenumber|confirmed dlv date|requested delivery date|site|remain purch physical|invoice account",  # noqa: E501
    "Odoo": "order reference|date_planned|product_qty|qty_received|partner_id|scheduled date|order deadline|vendor/display name|order lines/product|order lines/quantity|order lines/received qty|order lines/expected arrival|order lines|expected arrival|purchase representative|source document|vendor reference|order lines/scheduled date|order lines/unit price|order lines/description",  # noqa: E501
    "ERPNext": "reqd by date|required by|received qty|item code|schedule_date|expected_delivery_date|transaction_date|supplier name|stock uom|reqd by|item_code|per_received|qty|pending qty|received qty amount|idx|item_name|received_qty|supplier_name|qty to receive|purchase order date",  # noqa: E501
    "QuickBooks": "num|memo|memo/description|backordered|deliv date|rcv'd|product/service|transaction type|open balance|source name|qty|transaction date|vendor|received qty|backordered qty|amount",  # noqa: E501
    "frePPLe": "operation|enddate|startdate|reference|item|location|supplier|ordering date|receipt date|quantity confirmed|quantity received|feasible|criticality|batch|delivery",  # noqa: E501
}
