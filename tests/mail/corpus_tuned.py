"""Invented mails in many styles that the reader was tuned on; each with the (line, date, kind) pairs it should yield."""

# ruff: noqa: E501 - one mail a line

# (style, country, subject, body, [(line, ISO date, kind)]); all were sent on Monday 2026-11-23 about order 4500012345.
# Expected are delivery dates unless a kind is named. Line None: the order as a whole.
CASES: list[tuple[str, str, str, str, list[tuple[str | None, str, str]]]] = [
    ("plain", "US", "PO 4500012345", "Hi,\n\nitem 10 will deliver on 12/4. Item 20 is pushed to 1/15.\n\nThanks,\nJoe", [("10", "2026-12-04", "delivery"), ("20", "2027-01-15", "delivery")]),
    ("plain", "GB", "RE: PO 4500012345", "Line 10 - we expect delivery w/c 7 December. Line 20 - no change.", [("10", "2026-12-11", "delivery")]),
    ("plain", "GB", "PO 4500012345 line 30", "Unfortunately the casting failed inspection. The best we can do is 15th January.", [("30", "2027-01-15", "delivery")]),
    ("plain", "IN", "PO 4500012345", "Dear Sir, material for line 10 shall be delivered latest by 05/12/2026.", [("10", "2026-12-05", "delivery")]),
    ("short", "DE", "AW: Bestellung 4500012345 Pos. 10", "KW 50.\n\nGruß\nM. Huber", [("10", "2026-12-11", "delivery")]),
    ("short", "GB", "Re: PO 4500012345 line 10", "11th Dec.\n\nOn Mon, 23 Nov 2026 at 08:12, Buyer <b@us.example> wrote:\n> Please deliver by 1 December.\n", [("10", "2026-12-11", "delivery")]),
    ("prose", "DE", "Bestellung 4500012345", "Guten Tag,\n\nPos. 10 liefern wir in KW 50, Pos. 20 Ende Januar.\n\nMit freundlichen Grüßen\nEva Klein\nTermine bitte bis 30.11. an info@x.example", [("10", "2026-12-11", "delivery"), ("20", "2027-01-31", "delivery")]),
    ("prose", "DE", "Bestellung 4500012345", "Der Liefertermin für Position 10 verschiebt sich vom 01.12. auf den 08.12.2026.", [("10", "2026-12-08", "delivery")]),
    ("prose", "FR", "Commande 4500012345", "Bonjour,\n\nle poste 10 sera livré semaine 50 au lieu de la semaine 48.\n\nCordialement\nPaul", [("10", "2026-12-11", "delivery")]),
    ("prose", "FR", "Commande 4500012345", "Le poste 20 sera expédié le 4 décembre et arrivera chez vous le 8 décembre.", [("20", "2026-12-04", "ship"), ("20", "2026-12-08", "delivery")]),
    ("prose", "ES", "Pedido 4500012345", "La posición 10 se entregará a mediados de diciembre; la posición 20, a finales de enero.", [("10", "2026-12-15", "delivery"), ("20", "2027-01-31", "delivery")]),
    ("prose", "IT", "Ordine 4500012345", "La posizione 10 sarà consegnata entro il 15/12/2026.", [("10", "2026-12-15", "delivery")]),
    ("prose", "PT", "Pedido 4500012345", "O item 10 será entregue em 15 de dezembro de 2026.", [("10", "2026-12-15", "delivery")]),
    ("prose", "CN", "订单4500012345", "您好，\n第10行预计12月15日到货，第20行1月上旬交货。\n谢谢", [("10", "2026-12-15", "delivery"), ("20", "2027-01-05", "delivery")]),
    ("prose", "JP", "注文書4500012345", "明細10の納期は12月中旬になります。", [("10", "2026-12-15", "delivery")]),
    ("prose", "TR", "Sipariş 4500012345", "Kalem 10 teslimatı 50. hafta yapılacaktır.", [("10", "2026-12-11", "delivery")]),
    ("prose", "NL", "Bestelling 4500012345", "Regel 10 wordt geleverd op 4 december.", [("10", "2026-12-04", "delivery")]),
    ("table", "US", "Open orders", "PO | Line | Qty | Old date | New date\n4500012345 | 10 | 5 | 12/1/2026 | 12/8/2026\n4500012345 | 20 | 5 | 12/1/2026 | 12/15/2026", [("10", "2026-12-08", "delivery"), ("20", "2026-12-15", "delivery")]),
    ("table", "DE", "Rückstandsliste", "Bestellung\tPos\tMenge\tWunschtermin\tLiefertermin\n4500012345\t10\t5\t01.12.2026\t08.12.2026\n4500012345\t20\t5\t01.12.2026\tKW 51", [("10", "2026-12-08", "delivery"), ("20", "2026-12-18", "delivery")]),
    ("table", "FR", "Commande 4500012345", "Poste   Article   Qté   Date expédition   Date livraison\n10   A-1   5   01/12/2026   08/12/2026\n20   A-2   5   08/12/2026   15/12/2026", [("10", "2026-12-01", "ship"), ("10", "2026-12-08", "delivery"), ("20", "2026-12-08", "ship"), ("20", "2026-12-15", "delivery")]),
    ("split", "GB", "PO 4500012345", "Line 10: 300 pcs on 4 December, balance 200 pcs on 18 December.", [("10", "2026-12-04", "delivery"), ("10", "2026-12-18", "delivery")]),
    ("split", "DE", "Bestellung 4500012345", "Position 10: Teillieferung 300 Stk am 04.12., Rest 200 Stk am 18.12.", [("10", "2026-12-04", "delivery"), ("10", "2026-12-18", "delivery")]),
    ("not", "GB", "PO 4500012345", "Our works will be closed from 24 December to 2 January. Invoice 4711 is due on 10 January.", []),
    ("not", "GB", "PO 4500012345", "Please send us the drawing rev. C dated 12.11.2026 by Friday. Prices are valid until 31 December 2026.", []),
    ("not", "DE", "Bestellung 4500012345", "Ihr Wunschtermin 01.12.2026 für Pos. 10 ist leider nicht möglich. Wir melden uns bis Freitag.", []),
    ("not", "FR", "Commande 4500012345", "Nous reviendrons vers vous avant le 27 novembre.", []),
    ("not", "ES", "Pedido 4500012345", "Nuestra oficina estará cerrada del 24 de diciembre al 2 de enero.", []),
    ("not", "GB", "Quotation Q-881", "Our offer: delivery within 4 weeks of order, valid until 31 December.", []),
    ("not", "GB", "PO 4500012345", "We can no longer keep 4 December for line 10. A new date will follow.", []),
    ("offered", "GB", "PO 4500012345", "Line 10 – would 11 December be acceptable?", [("10", "2026-12-11", "delivery")]),
    ("offered", "DE", "Bestellung 4500012345", "Pos. 10 frühestens am 11.12., voraussichtlich eher KW 51.", [("10", "2026-12-11", "delivery"), ("10", "2026-12-18", "delivery")]),
    ("ship", "US", "PO 4500012345", "Line 10 ready to ship 12/4. ETD Shanghai 12/9, ETA Port of Long Beach 12/28, delivery to your dock 1/6.", [("10", "2026-12-04", "ship"), ("10", "2026-12-09", "ship"), ("10", "2026-12-28", "port"), ("10", "2027-01-06", "delivery")]),
    ("forward", "GB", "FW: PO 4500012345", "fyi\n\n---------- Forwarded message ---------\nFrom: Joe <joe@s.example>\nDate: Mon, 23 Nov 2026\nSubject: PO 4500012345\nTo: buyer\n\nLine 10 will be delivered on 11 December.\n", [("10", "2026-12-11", "delivery")]),
]  # fmt: skip
