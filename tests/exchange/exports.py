"""Exports as the ERPs of the world write them, made by hand: text, and the field that each column is."""

# ruff: noqa: E501 - the lines are those of the exports

from dataclasses import dataclass


@dataclass(frozen=True)
class Export:
    """One file: its name, its text, the fields expected by column, its kind, layout and number of rows."""

    name: str
    text: str
    fields: dict[str, str]
    kind: str = "orders"
    layout: str | None = None
    rows: int = 3
    orders: dict[str, str] | None = None  # column -> date order


SAP_EN = Export(
    "sap_me2m_en.txt",
    """23.11.2026                      Dynamic List Display                      1

Purchasing Documents for Material

--------------------------------------------------------------------------------------------------------------------
|Purch.Doc.|Item |Vendor/supplying plant          |Material|Short Text         |OrdQty  |OUn|Dlv.Date  |Stat.-Rel. Del. Date|Doc. Date |Still to be delivered (qty)|Net Price|Crcy|PGr|
--------------------------------------------------------------------------------------------------------------------
|4500017001|00010|100234     Acme Forge GmbH      |R-1001  |Flange DN50        |  1.000 |PC |15.12.2026|01.12.2026          |04.10.2026|                    1.000  |   12,50 |EUR |A01|
|4500017001|00020|100234     Acme Forge GmbH      |R-1002  |Flange DN80        |    250 |PC |22.12.2026|22.12.2026          |04.10.2026|                      100  |   18,90 |EUR |A01|
|4500017009|00010|100777     Nordic Castings AB   |R-2001  |Housing cast       |  2.400 |PC |30.01.2027|15.01.2027          |28.09.2026|                    2.400  |    7,05 |EUR |A02|
--------------------------------------------------------------------------------------------------------------------
|*         |     |                                |        |                   |  3.650 |   |          |                    |          |                           |         |    |   |
""",
    {
        "Purch.Doc.": "purchase_order",
        "Item": "line",
        "Vendor/supplying plant": "supplier_name",
        "Material": "material",
        "Short Text": "description",
        "OrdQty": "quantity",
        "OUn": "unit",
        "Dlv.Date": "current_promise",
        "Stat.-Rel. Del. Date": "first_promise",
        "Doc. Date": "issued_on",
        "Still to be delivered (qty)": "open_quantity",
        "Net Price": "unit_price",
        "Crcy": "currency",
        "PGr": "buyer",
    },
    layout="SAP purchasing documents (ME2M/ME2N)",
    orders={"Dlv.Date": "DMY"},
)
SAP_DE = Export(
    "sap_me2n_de.csv",
    """Einkaufsbeleg;Position;Lieferant/Lieferwerk;Material;Kurztext;Bestellmenge;Bestellmengeneinheit;Lieferdatum;Stat. Lieferdatum;Belegdatum;Noch zu liefern (Menge);Nettopreis;Währung;Einkäufergruppe;Werk
4500017001;10;100234     Acme Forge GmbH;R-1001;Flansch DN50;1.000,000;ST;15.12.2026;01.12.2026;04.10.2026;1.000,000;12,50;EUR;A01;1000
4500017001;20;100234     Acme Forge GmbH;R-1002;Flansch DN80;250,000;ST;22.12.2026;22.12.2026;04.10.2026;100,000;18,90;EUR;A01;1000
4500017009;10;100777     Nordic Castings AB;R-2001;Gehäuse;2.400,000;ST;30.01.2027;15.01.2027;28.09.2026;2.400,000;7,05;EUR;A02;1000
""",
    {
        "Einkaufsbeleg": "purchase_order",
        "Position": "line",
        "Lieferant/Lieferwerk": "supplier_name",
        "Material": "material",
        "Kurztext": "description",
        "Bestellmenge": "quantity",
        "Bestellmengeneinheit": "unit",
        "Lieferdatum": "current_promise",
        "Stat. Lieferdatum": "first_promise",
        "Belegdatum": "issued_on",
        "Noch zu liefern (Menge)": "open_quantity",
        "Nettopreis": "unit_price",
        "Währung": "currency",
        "Einkäufergruppe": "buyer",
        "Werk": "destination",
    },
    layout="SAP purchasing documents (ME2M/ME2N)",
)
SAP_FR = Export(
    "sap_me2m_fr.csv",
    """Document d'achat;Poste;Fournisseur/division fournisseur;Article;Texte bref;Quantité de commande;Unité de commande;Date de livraison;Date de livraison statistique;Date du document;Encore à livrer (qté);Prix net;Devise;Groupe d'acheteurs
4500017001;10;100234     Fonderie Acmé SA;R-1001;Bride DN50;1 000,000;PCE;15.12.2026;01.12.2026;04.10.2026;1 000,000;12,50;EUR;A01
4500017001;20;100234     Fonderie Acmé SA;R-1002;Bride DN80;250,000;PCE;22.12.2026;22.12.2026;04.10.2026;100,000;18,90;EUR;A01
4500017009;10;100777     Nordic Castings AB;R-2001;Carter;2 400,000;PCE;30.01.2027;15.01.2027;28.09.2026;2 400,000;7,05;EUR;A02
""",
    {
        "Document d'achat": "purchase_order",
        "Poste": "line",
        "Fournisseur/division fournisseur": "supplier_name",
        "Article": "material",
        "Texte bref": "description",
        "Quantité de commande": "quantity",
        "Unité de commande": "unit",
        "Date de livraison": "current_promise",
        "Date de livraison statistique": "first_promise",
        "Date du document": "issued_on",
        "Encore à livrer (qté)": "open_quantity",
        "Prix net": "unit_price",
        "Devise": "currency",
        "Groupe d'acheteurs": "buyer",
    },
)
SAP_ES = Export(
    "sap_me2m_es.csv",
    """Documento compras;Posición;Proveedor/Centro suministrador;Material;Texto breve;Cantidad de pedido;Unidad medida pedido;Fecha de entrega;Fecha entrega estadística;Fecha documento;Por suministrar (cantidad);Precio neto;Moneda;Grupo de compras
4500017001;10;100234     Forja Acme SL;R-1001;Brida DN50;1.000;PZA;15.12.2026;01.12.2026;04.10.2026;1.000;12,50;EUR;A01
4500017001;20;100234     Forja Acme SL;R-1002;Brida DN80;250;PZA;22.12.2026;22.12.2026;04.10.2026;100;18,90;EUR;A01
4500017009;10;100777     Nordic Castings AB;R-2001;Carcasa;2.400;PZA;30.01.2027;15.01.2027;28.09.2026;2.400;7,05;EUR;A02
""",
    {
        "Documento compras": "purchase_order",
        "Posición": "line",
        "Proveedor/Centro suministrador": "supplier_name",
        "Material": "material",
        "Texto breve": "description",
        "Cantidad de pedido": "quantity",
        "Unidad medida pedido": "unit",
        "Fecha de entrega": "current_promise",
        "Fecha entrega estadística": "first_promise",
        "Fecha documento": "issued_on",
        "Por suministrar (cantidad)": "open_quantity",
        "Precio neto": "unit_price",
        "Moneda": "currency",
        "Grupo de compras": "buyer",
    },
)
SAP_PT = Export(
    "sap_me2n_pt.csv",
    """Doc.compra;Item;Fornecedor/centro fornecedor;Material;Texto breve;Quantidade do pedido;UM pedido;Data de remessa;Data de remessa estatística;Data do documento;A fornecer (quantidade);Preço líquido;Moeda;Grupo de compradores
4500017001;10;100234     Forjaria Acme Ltda;R-1001;Flange DN50;1.000;PC;15.12.2026;01.12.2026;04.10.2026;1.000;12,50;BRL;A01
4500017001;20;100234     Forjaria Acme Ltda;R-1002;Flange DN80;250;PC;22.12.2026;22.12.2026;04.10.2026;100;18,90;BRL;A01
4500017009;10;100777     Fundição do Norte;R-2001;Carcaça;2.400;PC;30.01.2027;15.01.2027;28.09.2026;2.400;7,05;BRL;A02
""",
    {
        "Doc.compra": "purchase_order",
        "Item": "line",
        "Fornecedor/centro fornecedor": "supplier_name",
        "Material": "material",
        "Texto breve": "description",
        "Quantidade do pedido": "quantity",
        "Data de remessa": "current_promise",
        "Data de remessa estatística": "first_promise",
        "Data do documento": "issued_on",
        "A fornecer (quantidade)": "open_quantity",
        "Preço líquido": "unit_price",
        "Moeda": "currency",
        "Grupo de compradores": "buyer",
    },
)
SAP_ALV_SHORT = Export(
    "sap_alv_short.csv",
    """EBELN;EBELP;LIFNR;NAME1;MATNR;TXZ01;MENGE;MEINS;EINDT;SLFDT;BEDAT;NETPR;WAERS;EKGRP;WERKS
4500017001;00010;0000100234;Acme Forge GmbH;000000000000071001;Flange DN50;1000;ST;20261215;20261201;20261004;12.50;EUR;A01;1000
4500017001;00020;0000100234;Acme Forge GmbH;000000000000071002;Flange DN80;250;ST;20261222;20261222;20261004;18.90;EUR;A01;1000
4500017009;00010;0000100777;Nordic Castings AB;000000000000072001;Housing;2400;ST;20270130;20270115;20260928;7.05;EUR;A02;1000
""",
    {
        "EBELN": "purchase_order",
        "EBELP": "line",
        "LIFNR": "supplier_code",
        "NAME1": "supplier_name",
        "MATNR": "material",
        "TXZ01": "description",
        "MENGE": "quantity",
        "MEINS": "unit",
        "EINDT": "current_promise",
        "SLFDT": "first_promise",
        "BEDAT": "issued_on",
        "NETPR": "unit_price",
        "WAERS": "currency",
        "EKGRP": "buyer",
        "WERKS": "destination",
    },
)
SAP_Z_DE = Export(
    "z_report_de.csv",
    """Z-Report Offene Bestellungen;;;;;;;;;
Stand: 23.11.2026;;;;;;;;;
;;;;;;;;;
Bestellnr.;Pos.;Lief.Nr.;Lieferant;Mat.Nr.;Bezeichnung;Menge;Offen;Lief.datum;AB-Termin;Bedarfsdatum;Best.datum;Disponent
4500017001;10;100234;Acme Forge GmbH;R-1001;Flansch;1.000;1.000;15.12.26;17.12.26;10.12.26;04.10.26;Meier
4500017001;20;100234;Acme Forge GmbH;R-1002;Flansch;250;100;22.12.26;22.12.26;20.12.26;04.10.26;Meier
4500017009;10;100777;Nordic Castings AB;R-2001;Gehäuse;2.400;2.400;30.01.27;05.02.27;15.01.27;28.09.26;Schulz
Summe;;;;;;3.650;3.500;;;;;
""",
    {
        "Bestellnr.": "purchase_order",
        "Pos.": "line",
        "Lief.Nr.": "supplier_code",
        "Lieferant": "supplier_name",
        "Mat.Nr.": "material",
        "Bezeichnung": "description",
        "Menge": "quantity",
        "Offen": "open_quantity",
        "AB-Termin": "current_promise",
        "Bedarfsdatum": "required_on",
        "Best.datum": "issued_on",
        "Disponent": "buyer",
    },
)
MB51 = Export(
    "sap_mb51.txt",
    """Material Document List
--------------------------------------------------------------------------------------------------------------
|Material|Material Description|Plnt|MvT|Mat. Doc.  |Item|Pstng Date|Qty in UnE|EUn|PO         |Item |Vendor    |
--------------------------------------------------------------------------------------------------------------
|R-1001  |Flange DN50         |1000|101|5000012001 |   1|15.12.2026|    600   |PC |4500017001 |   10|100234    |
|R-1001  |Flange DN50         |1000|102|5000012009 |   1|16.12.2026|    100-  |PC |4500017001 |   10|100234    |
|R-1002  |Flange DN80         |1000|122|5000012010 |   1|18.12.2026|     50-  |PC |4500017001 |   20|100234    |
--------------------------------------------------------------------------------------------------------------
""",
    {
        "Material": "material",
        "Material Description": "description",
        "MvT": "movement_type",
        "Mat. Doc.": "receipt_document",
        "Pstng Date": "posted_on",
        "Qty in UnE": "received_quantity",
        "EUn": "unit",
        "PO": "purchase_order",
        "Item (2)": "line",
        "Vendor": "supplier_code",
    },
    kind="receipts",
    layout="SAP goods movements (MB51)",
)
MB51_DE = Export(
    "sap_mb51_de.csv",
    """Material;Materialkurztext;Werk;Lagerort;Bewegungsart;Materialbeleg;Materialbelegposition;Buchungsdatum;Menge in ErfassungsME;ErfassungsME;Bestellung;Bestellposition;Lieferant
R-1001;Flansch;1000;0001;101;5000012001;1;15.12.2026;600;ST;4500017001;10;100234
R-1001;Flansch;1000;0001;102;5000012009;1;16.12.2026;-100;ST;4500017001;10;100234
R-1002;Flansch;1000;0001;122;5000012010;1;18.12.2026;-50;ST;4500017001;20;100234
""",
    {
        "Material": "material",
        "Bewegungsart": "movement_type",
        "Materialbeleg": "receipt_document",
        "Buchungsdatum": "posted_on",
        "Menge in ErfassungsME": "received_quantity",
        "Bestellung": "purchase_order",
        "Bestellposition": "line",
        "Lieferant": "supplier_code",
    },
    kind="receipts",
    layout="SAP goods movements (MB51)",
)
B1 = Export(
    "sap_business_one.csv",
    """#,DocNum,CardCode,CardName,LineNum,ItemCode,Dscription,Quantity,OpenQty,Price,Currency,LineTotal,DocDate,DocDueDate,ShipDate,WhsCode
1,20117,V10000,Acme Associates,0,A00001,Printer cable,"1,000","1,000",12.50,USD,"12,500.00",10/04/2026,12/15/2026,12/15/2026,01
2,20117,V10000,Acme Associates,1,A00002,Toner,250,100,18.90,USD,"4,725.00",10/04/2026,12/22/2026,12/22/2026,01
3,20121,V20000,Lasercom,0,B10000,Label stock,"2,400","2,400",7.05,USD,"16,920.00",09/28/2026,01/30/2027,01/30/2027,01
""",
    {
        "DocNum": "purchase_order",
        "CardCode": "supplier_code",
        "CardName": "supplier_name",
        "LineNum": "line",
        "ItemCode": "material",
        "Dscription": "description",
        "Quantity": "quantity",
        "OpenQty": "open_quantity",
        "Price": "unit_price",
        "Currency": "currency",
        "LineTotal": "line_value",
        "DocDate": "issued_on",
        "WhsCode": "destination",
    },
    layout="SAP Business One",
    orders={"DocDate": "MDY"},
)
NETSUITE = Export(
    "netsuite.csv",
    """Internal ID,Document Number,Date,Vendor,Line ID,Item,Memo,Quantity,Quantity Fulfilled/Received,Item Rate,Amount (Foreign Currency),Currency,Expected Receipt Date,Receive By,Location,Status
88121,PO10441,10/4/2026,V100 Acme Forge Inc,1,R-1001,Flange DN50,1000,0,12.50,12500.00,USD,12/15/2026,12/10/2026,Austin,Pending Receipt
88121,PO10441,10/4/2026,V100 Acme Forge Inc,2,R-1002,Flange DN80,250,150,18.90,4725.00,USD,12/22/2026,12/20/2026,Austin,Partially Received
88177,PO10455,9/28/2026,V230 Nordic Castings,1,R-2001,Housing,2400,0,7.05,16920.00,USD,1/30/2027,1/15/2027,Austin,Pending Receipt
""",
    {
        "Document Number": "purchase_order",
        "Date": "issued_on",
        "Vendor": "supplier_name",
        "Line ID": "line",
        "Item": "material",
        "Memo": "description",
        "Quantity": "quantity",
        "Quantity Fulfilled/Received": "received_quantity",
        "Item Rate": "unit_price",
        "Amount (Foreign Currency)": "line_value",
        "Currency": "currency",
        "Expected Receipt Date": "current_promise",
        "Location": "destination",
        "Status": "status",
    },
    layout="NetSuite",
)
ORACLE = Export(
    "oracle_ebs.csv",
    """PO Number,Release Num,Line Num,Shipment Num,Supplier,Supplier Site,Item,Description,UOM,Quantity Ordered,Quantity Received,Quantity Due,Quantity Billed,Unit Price,Currency,Need-By Date,Promised Date,Creation Date,Buyer Name,Ship-To Organization
10441,,1,1,Acme Forge Inc,AUSTIN,R-1001,Flange DN50,Each,1000,0,1000,0,12.50,USD,10-DEC-2026,15-DEC-2026,04-OCT-2026,"Meier, Anna",M1
10441,,2,1,Acme Forge Inc,AUSTIN,R-1002,Flange DN80,Each,250,150,100,0,18.90,USD,20-DEC-2026,22-DEC-2026,04-OCT-2026,"Meier, Anna",M1
10455,,1,1,Nordic Castings,MALMO,R-2001,Housing,Each,2400,0,2400,0,7.05,USD,15-JAN-2027,30-JAN-2027,28-SEP-2026,"Schulz, Bo",M1
""",
    {
        "PO Number": "purchase_order",
        "Line Num": "line",
        "Shipment Num": "schedule",
        "Supplier": "supplier_name",
        "Item": "material",
        "Description": "description",
        "UOM": "unit",
        "Quantity Ordered": "quantity",
        "Quantity Received": "received_quantity",
        "Quantity Due": "open_quantity",
        "Unit Price": "unit_price",
        "Currency": "currency",
        "Need-By Date": "required_on",
        "Promised Date": "current_promise",
        "Creation Date": "created_on",
        "Buyer Name": "buyer",
    },
    layout="Oracle",
)
BC = Export(
    "business_central.csv",
    """Document Type;Document No.;Buy-from Vendor No.;Buy-from Vendor Name;Line No.;Type;No.;Description;Location Code;Quantity;Quantity Received;Outstanding Quantity;Unit of Measure Code;Direct Unit Cost Excl. VAT;Line Amount Excl. VAT;Order Date;Requested Receipt Date;Promised Receipt Date;Expected Receipt Date
Order;106001;10000;London Postmaster;10000;Item;1896-S;ATHENS Desk;EAST;1.000;0;1.000;PCS;506,60;506.600,00;04/10/26;10/12/26;15/12/26;16/12/26
Order;106001;10000;London Postmaster;20000;Item;1900-S;PARIS Chair;EAST;250;150;100;PCS;97,50;24.375,00;04/10/26;20/12/26;22/12/26;23/12/26
Order;106009;20000;AR Day Property;10000;Item;1906-S;ATHENS Pedestal;WEST;2.400;0;2.400;PCS;219,60;527.040,00;28/09/26;15/01/27;30/01/27;31/01/27
""",
    {
        "Document No.": "purchase_order",
        "Buy-from Vendor No.": "supplier_code",
        "Buy-from Vendor Name": "supplier_name",
        "Line No.": "line",
        "No.": "material",
        "Description": "description",
        "Location Code": "destination",
        "Quantity": "quantity",
        "Quantity Received": "received_quantity",
        "Outstanding Quantity": "open_quantity",
        "Unit of Measure Code": "unit",
        "Direct Unit Cost Excl. VAT": "unit_price",
        "Line Amount Excl. VAT": "line_value",
        "Order Date": "issued_on",
        "Requested Receipt Date": "required_on",
        "Promised Receipt Date": "current_promise",
    },
    layout="Dynamics 365 Business Central",
    orders={"Order Date": "DMY"},
)
BC_DE = Export(
    "business_central_de.csv",
    """Belegnr.;Eink. von Kred.-Nr.;Zeilennr.;Nr.;Beschreibung;Lagerortcode;Menge;Restbestellungsmenge;Einheitencode;EK-Preis;Bestelldatum;Gewünschtes Wareneingangsdatum;Zugesagtes Wareneingangsdatum
106001;10000;10000;1896-S;ATHEN Tisch;OST;1.000;1.000;STÜCK;506,60;04.10.26;10.12.26;15.12.26
106001;10000;20000;1900-S;PARIS Stuhl;OST;250;100;STÜCK;97,50;04.10.26;20.12.26;22.12.26
106009;20000;10000;1906-S;ATHEN Container;WEST;2.400;2.400;STÜCK;219,60;28.09.26;15.01.27;30.01.27
""",
    {
        "Belegnr.": "purchase_order",
        "Eink. von Kred.-Nr.": "supplier_code",
        "Zeilennr.": "line",
        "Nr.": "material",
        "Beschreibung": "description",
        "Lagerortcode": "destination",
        "Menge": "quantity",
        "Restbestellungsmenge": "open_quantity",
        "Einheitencode": "unit",
        "EK-Preis": "unit_price",
        "Bestelldatum": "issued_on",
        "Gewünschtes Wareneingangsdatum": "required_on",
        "Zugesagtes Wareneingangsdatum": "current_promise",
    },
)
FO = Export(
    "dynamics_fo.csv",
    """Purchase order,Line number,Vendor account,Vendor name,Item number,Product name,Quantity,Unit,Unit price,Net amount,Currency,Requested receipt date,Confirmed receipt date,Deliver remainder,Line status,Site,Warehouse,Created date and time
PO-000441,1,V-100,Acme Forge,R-1001,Flange DN50,"1,000.00",ea,12.50,"12,500.00",USD,12/10/2026,12/15/2026,"1,000.00",Open order,1,11,10/4/2026 09:12:44 AM
PO-000441,2,V-100,Acme Forge,R-1002,Flange DN80,250.00,ea,18.90,"4,725.00",USD,12/20/2026,12/22/2026,100.00,Open order,1,11,10/4/2026 09:12:44 AM
PO-000455,1,V-230,Nordic Castings,R-2001,Housing,"2,400.00",ea,7.05,"16,920.00",USD,1/15/2027,1/30/2027,"2,400.00",Open order,1,11,9/28/2026 03:40:01 PM
""",
    {
        "Purchase order": "purchase_order",
        "Line number": "line",
        "Vendor account": "supplier_code",
        "Vendor name": "supplier_name",
        "Item number": "material",
        "Product name": "description",
        "Quantity": "quantity",
        "Unit": "unit",
        "Unit price": "unit_price",
        "Net amount": "line_value",
        "Currency": "currency",
        "Requested receipt date": "required_on",
        "Confirmed receipt date": "current_promise",
        "Deliver remainder": "open_quantity",
        "Line status": "status",
        "Created date and time": "created_on",
    },
    layout="Dynamics 365 Finance & Operations",
)
ODOO = Export(
    "odoo.csv",
    """Order Reference,Vendor,Order Deadline,Purchase Representative,Order Lines/Product,Order Lines/Description,Order Lines/Quantity,Order Lines/Received Qty,Order Lines/Unit of Measure,Order Lines/Unit Price,Order Lines/Subtotal,Order Lines/Expected Arrival,Status
P00041,Acme Forge GmbH,2026-10-04 08:00:00,Mitchell Admin,[R-1001] Flange DN50,[R-1001] Flange DN50,1000.0,0.0,Units,12.5,12500.0,2026-12-15 12:00:00,Purchase Order
,,,,[R-1002] Flange DN80,[R-1002] Flange DN80,250.0,150.0,Units,18.9,4725.0,2026-12-22 12:00:00,
P00055,Nordic Castings AB,2026-09-28 08:00:00,Mitchell Admin,[R-2001] Housing,[R-2001] Housing,2400.0,0.0,Units,7.05,16920.0,2027-01-30 12:00:00,Purchase Order
""",
    {
        "Order Reference": "purchase_order",
        "Vendor": "supplier_name",
        "Order Deadline": "issued_on",
        "Purchase Representative": "buyer",
        "Order Lines/Product": "material",
        "Order Lines/Quantity": "quantity",
        "Order Lines/Received Qty": "received_quantity",
        "Order Lines/Unit of Measure": "unit",
        "Order Lines/Unit Price": "unit_price",
        "Order Lines/Subtotal": "line_value",
        "Order Lines/Expected Arrival": "current_promise",
    },
    layout="Odoo",
)
ERPNEXT = Export(
    "erpnext.csv",
    """Purchase Order,Date,Required By,Supplier,Supplier Name,Item Code,Item Name,Qty,Received Qty,Pending Qty,Stock UOM,Rate,Amount,Expected Delivery Date,Warehouse,Project,Company
PUR-ORD-2026-00041,2026-10-04,2026-12-10,SUP-0001,Acme Forge,R-1001,Flange DN50,1000,0,1000,Nos,12.5,12500,2026-12-15,Stores - A,,ACME
PUR-ORD-2026-00041,2026-10-04,2026-12-20,SUP-0001,Acme Forge,R-1002,Flange DN80,250,150,100,Nos,18.9,4725,2026-12-22,Stores - A,,ACME
PUR-ORD-2026-00055,2026-09-28,2027-01-15,SUP-0002,Nordic Castings,R-2001,Housing,2400,0,2400,Nos,7.05,16920,2027-01-30,Stores - A,,ACME
""",
    {
        "Purchase Order": "purchase_order",
        "Date": "issued_on",
        "Required By": "required_on",
        "Supplier": "supplier_code",
        "Supplier Name": "supplier_name",
        "Item Code": "material",
        "Item Name": "description",
        "Qty": "quantity",
        "Received Qty": "received_quantity",
        "Pending Qty": "open_quantity",
        "Stock UOM": "unit",
        "Rate": "unit_price",
        "Amount": "line_value",
        "Expected Delivery Date": "current_promise",
        "Warehouse": "destination",
    },
    layout="ERPNext",
)
QUICKBOOKS = Export(
    "quickbooks_open_pos.csv",
    """Acme Industries Inc.,,,,,,,,
Open Purchase Orders by Vendor,,,,,,,,
"As of November 23, 2026",,,,,,,,
,,,,,,,,
,Date,Num,Memo/Description,Deliv Date,Qty,Rcv'd,Backordered,Amount
Acme Forge Inc,,,,,,,,
,10/04/2026,1041,Flange DN50,12/15/2026,"1,000",0,"1,000","12,500.00"
,10/04/2026,1041,Flange DN80,12/22/2026,250,150,100,"4,725.00"
Total Acme Forge Inc,,,,,"1,250",150,"1,100","17,225.00"
Nordic Castings,,,,,,,,
,09/28/2026,1055,Housing,01/30/2027,"2,400",0,"2,400","16,920.00"
Total Nordic Castings,,,,,"2,400",0,"2,400","16,920.00"
TOTAL,,,,,"3,650",150,"3,500","34,145.00"
""",
    {
        "Date": "issued_on",
        "Num": "purchase_order",
        "Memo/Description": "description",
        "Deliv Date": "current_promise",
        "Qty": "quantity",
        "Rcv'd": "received_quantity",
        "Backordered": "open_quantity",
        "Amount": "line_value",
        "(group heading)": "supplier_name",
    },
    layout="QuickBooks",
)
FREPPLE = Export(
    "frepple.csv",
    """reference,item,location,supplier,ordering date,receipt date,quantity,quantity confirmed,quantity received,status
PO 41,R-1001,factory 1,Acme Forge,2026-10-04 00:00:00,2026-12-15 00:00:00,1000,1000,0,confirmed
PO 42,R-1002,factory 1,Acme Forge,2026-10-04 00:00:00,2026-12-22 00:00:00,250,250,150,confirmed
PO 55,R-2001,factory 1,Nordic Castings,2026-09-28 00:00:00,2027-01-30 00:00:00,2400,2400,0,confirmed
""",
    {
        "reference": "purchase_order",
        "item": "material",
        "location": "destination",
        "supplier": "supplier_name",
        "ordering date": "issued_on",
        "receipt date": "current_promise",
        "quantity": "quantity",
        "quantity received": "received_quantity",
        "status": "status",
    },
    layout="frePPLe",
)
PLAIN_EN = Export(
    "my orders.csv",
    """Open stuff - Anna's list (do not delete!!),,,,,,,
,,,,,,,
Order #,Who,What,Part no,How many,When ordered,When due,Carrier tracking ref,Remarks
10441,Acme Forge,Flange DN50,R-1001,1000,4-Oct-26,15-Dec-26,1Z999AA10123456784,called twice
10441,Acme Forge,Flange DN80,R-1002,250,4-Oct-26,22-Dec-26,,
10455,Nordic Castings,Housing,R-2001,2400,28-Sep-26,30-Jan-27,,waiting for AB
,,,,3650,,,,
""",
    {
        "Order #": "purchase_order",
        "Who": "supplier_name",
        "What": "description",
        "Part no": "material",
        "How many": "quantity",
        "When ordered": "issued_on",
        "When due": "current_promise",
        "Carrier tracking ref": "tracking_number",
    },
)
PLAIN_INDIA = Export(
    "po tracker india.csv",
    """Sl No,PO No.,PO Date,Vendor Name,Part Description,Ordered Qty,Balance Qty,Basic Rate,Total Value (INR),Committed Date,Transporter,Docket No
1,PO/26-27/0441,04/10/2026,Bharat Forge Works,Flange DN50,"1,00,000","1,00,000",12.50,"12,50,000.00",15/12/2026,,
2,PO/26-27/0441,04/10/2026,Bharat Forge Works,Flange DN80,250,100,18.90,"4,725.00",22/12/2026,,
3,PO/26-27/0455,28/09/2026,Deccan Castings,Housing,"2,400","2,400",7.05,"16,920.00",30/01/2027,VRL Logistics,4455667
""",
    {
        "PO No.": "purchase_order",
        "PO Date": "issued_on",
        "Vendor Name": "supplier_name",
        "Part Description": "description",
        "Ordered Qty": "quantity",
        "Balance Qty": "open_quantity",
        "Basic Rate": "unit_price",
        "Total Value (INR)": "line_value",
        "Committed Date": "current_promise",
        "Transporter": "carrier",
    },
    orders={"PO Date": "DMY"},
)
PLAIN_FR = Export(
    "suivi commandes.csv",
    """N° commande;Ligne;Fournisseur;Réf. article;Désignation;Qté cdée;Qté reçue;Reste à livrer;PU HT;Date cde;Date souhaitée;Date confirmée;Transporteur;N° de suivi
C10441;1;Fonderie Acmé;R-1001;Bride DN50;1 000;0;1 000;12,50 €;04/10/2026;10/12/2026;15/12/2026;;
C10441;2;Fonderie Acmé;R-1002;Bride DN80;250;150;100;18,90 €;04/10/2026;20/12/2026;22/12/2026;Chronopost;XY123456789FR
C10455;1;Nordic Castings;R-2001;Carter;2 400;0;2 400;7,05 €;28/09/2026;15/01/2027;30/01/2027;;
""",
    {
        "N° commande": "purchase_order",
        "Ligne": "line",
        "Fournisseur": "supplier_name",
        "Réf. article": "material",
        "Désignation": "description",
        "Qté cdée": "quantity",
        "Qté reçue": "received_quantity",
        "Reste à livrer": "open_quantity",
        "PU HT": "unit_price",
        "Date cde": "issued_on",
        "Date souhaitée": "required_on",
        "Date confirmée": "current_promise",
        "Transporteur": "carrier",
        "N° de suivi": "tracking_number",
    },
)
PLAIN_ES = Export(
    "pedidos.csv",
    """Nº pedido;Línea;Proveedor;Código artículo;Descripción;Cantidad;Pendiente;Precio unitario;Importe;Fecha pedido;Fecha requerida;Fecha prometida;Fecha original;País
P10441;1;Forja Acme SL;R-1001;Brida DN50;1.000;1.000;12,50;12.500,00;04/10/2026;10/12/2026;15/12/2026;01/12/2026;España
P10441;2;Forja Acme SL;R-1002;Brida DN80;250;100;18,90;4.725,00;04/10/2026;20/12/2026;22/12/2026;22/12/2026;España
P10455;1;Nordic Castings;R-2001;Carcasa;2.400;2.400;7,05;16.920,00;28/09/2026;15/01/2027;30/01/2027;15/01/2027;Suecia
""",
    {
        "Nº pedido": "purchase_order",
        "Línea": "line",
        "Proveedor": "supplier_name",
        "Código artículo": "material",
        "Descripción": "description",
        "Cantidad": "quantity",
        "Pendiente": "open_quantity",
        "Precio unitario": "unit_price",
        "Importe": "line_value",
        "Fecha pedido": "issued_on",
        "Fecha requerida": "required_on",
        "Fecha prometida": "current_promise",
        "Fecha original": "first_promise",
        "País": "country",
    },
)
PLAIN_PT = Export(
    "pedidos_br.csv",
    """Nº do Pedido;Item;Fornecedor;Cód. Produto;Descrição do Produto;Qtde;Saldo;Vlr Unitário;Vlr Total;Data do Pedido;Data Necessidade;Previsão de Entrega;Comprador;Transportadora
10441;1;Forjaria Acme Ltda;R-1001;Flange DN50;1.000;1.000;R$ 12,50;R$ 12.500,00;04/10/2026;10/12/2026;15/12/2026;Ana;
10441;2;Forjaria Acme Ltda;R-1002;Flange DN80;250;100;R$ 18,90;R$ 4.725,00;04/10/2026;20/12/2026;22/12/2026;Ana;
10455;1;Fundição do Norte;R-2001;Carcaça;2.400;2.400;R$ 7,05;R$ 16.920,00;28/09/2026;15/01/2027;30/01/2027;Bia;Jadlog
""",
    {
        "Nº do Pedido": "purchase_order",
        "Item": "line",
        "Fornecedor": "supplier_name",
        "Cód. Produto": "material",
        "Descrição do Produto": "description",
        "Qtde": "quantity",
        "Saldo": "open_quantity",
        "Vlr Unitário": "unit_price",
        "Vlr Total": "line_value",
        "Data do Pedido": "issued_on",
        "Data Necessidade": "required_on",
        "Previsão de Entrega": "current_promise",
        "Comprador": "buyer",
        "Transportadora": "carrier",
    },
)
SHIPMENTS = Export(
    "in transit.csv",
    """Forwarder,Container No.,B/L No.,PO Number,Ship Date,ETA,Port of Loading,Port of Discharge,Mode
Maersk,MSKU1234565,MAEU123456789,10441,2026-11-01,2026-12-10,Shanghai,Hamburg,Ocean
Maersk,MRKU7654320,MAEU123456790,10455,2026-11-03,2026-12-12,Ningbo,Hamburg,Ocean
Hapag-Lloyd,HLXU1111112,HLCUSHA261100123,10460,2026-11-04,2026-12-14,Ningbo,Rotterdam,Ocean
""",
    {
        "Forwarder": "carrier",
        "Container No.": "container",
        "B/L No.": "tracking_number",
        "PO Number": "purchase_order",
        "Ship Date": "shipped_on",
        "ETA": "current_promise",
        "Port of Loading": "origin",
        "Port of Discharge": "destination",
        "Mode": "mode",
    },
    kind="shipments",
)
RECEIPTS = Export(
    "grn register.csv",
    """GRN No,GRN Date,PO No,PO Line,Item Code,Supplier,Qty Received,Qty Rejected
GR1,2026-11-02,10441,1,R-1001,Acme Forge,600,5
GR2,2026-11-13,10441,2,R-1002,Acme Forge,250,0
GR3,2026-11-20,10455,1,R-2001,Nordic Castings,2400,0
""",
    {
        "GRN No": "receipt_document",
        "GRN Date": "received_on",
        "PO No": "purchase_order",
        "PO Line": "line",
        "Item Code": "material",
        "Supplier": "supplier_name",
        "Qty Received": "received_quantity",
        "Qty Rejected": "rejected_quantity",
    },
    kind="receipts",
)
SUPPLIERS = Export(
    "vendors.csv",
    """Vendor No.,Name,Country,E-Mail,Phone,Currency
V100,Acme Forge GmbH,DE,sales@acme.example,+49 221 1,EUR
V230,Nordic Castings AB,SE,order@nordic.example,+46 8 1,SEK
V300,Shenzhen Parts Ltd,CN,li@parts.example,+86 755 1,USD
""",
    {
        "Vendor No.": "supplier_code",
        "Name": "supplier_name",
        "Country": "country",
        "E-Mail": "email",
        "Phone": "phone",
        "Currency": "currency",
    },
    kind="suppliers",
)
MATERIALS = Export(
    "materials.csv",
    """Material;Materialkurztext;Basismengeneinheit;Warengruppe;Planlieferzeit
R-1001;Flansch DN50;ST;Guss;30
R-1002;Flansch DN80;ST;Guss;35
R-2001;Gehäuse;ST;Guss;60
""",
    {
        "Material": "material",
        "Materialkurztext": "description",
        "Basismengeneinheit": "unit",
        "Warengruppe": "material_group",
        "Planlieferzeit": "lead_time_days",
    },
    kind="materials",
)
COMMUNICATIONS = Export(
    "calls.csv",
    """Date,Type,Direction,Supplier,Subject,Notes,PO
2026-11-02,Call,out,Acme Forge,Where is it,They will ship on Friday,10441
2026-11-13,E-mail,in,Acme Forge,Re: Where is it,Shipped,10441
2026-11-20,Meeting,out,Nordic Castings,Review,Agreed on weekly calls,
""",
    {
        "Date": "happened_at",
        "Type": "channel",
        "Direction": "direction",
        "Supplier": "supplier_name",
        "Subject": "subject",
        "Notes": "body",
        "PO": "purchase_order",
    },
    kind="communications",
)
EXPORTS = tuple(value for value in list(globals().values()) if isinstance(value, Export))
