"""Tells which dates are those of a paper itself: its own, of its print, of the order it answers, of the payment due."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from datetime import date

from supplychain_app.mail.date_words import WEEKDAY, fold
from supplychain_app.mail.dates_in_words import FoundDate

_OWN_LABEL = re.compile(r"(?:datum|date|fecha|data|日期|日付)")
"""The bare label of the day on which a letter was written."""
_LABEL = re.compile(
    r"(?:our |your |ihre? |unsere? |votre |notre |su |vs\.? |seu |sua )?(?:"
    r"(?:(?:sales )?order|p\.?o\.?|print(?:ed|ing)?|document|doc\.?|issue|posting|invoice|entry|creation|tax|payment|report|revision|quot\w+|confirmation|delivery note|packing (?:list|slip)|acknowledge?ment) (?:due )?date|(?:printed|issued|created|generated)(?: on)?|date (?:of )?(?:order|issue|printed|print|invoice)|tax point|payment due|valid(?:ity)?(?: (?:end|until|to|from|till))?|"
    r"(?:beleg|bestell|auftrags|druck|erstell\w*|erfassungs|rechnungs|lieferschein|ausstellungs|buchungs|angebots|bestatigungs)-?(?:datum|tag)|(?:gedruckt|erstellt|ausgestellt|ausgedruckt)(?: am)?|zahlungsziel|zahlbar bis|gultig\w*(?: bis)?|fallig\w*(?: am)?|"
    r"date (?:de |d[’'] ?)?(?:la )?(?:commande|emission|edition|impression|facture|validite|echeance|reglement|document|creation|confirmation|bl)|(?:edite|imprime|emis|cree|etabli)e? le|echeance|valable jusqu[’']au|"
    r"(?:fecha|f\.) (?:de |del )?(?:pedido|emision|impresion|documento|factura|vencimiento|creacion|orden|confirmacion|albaran)|(?:emitid|impres|cread)[oa](?: el| em)?|vencimiento|valid\w* hasta|"
    r"data (?:di |del |dell[’'] ?)?(?:ordine|stampa|emissione|documento|fattura|scadenza|ddt|conferma)|(?:stampat|emess)[oa] il|scadenza(?: pagamento)?|"
    r"data (?:de |da |do )?(?:pedido|emissao|impressao|documento|fatura|vencimento|nota|confirmacao|encomenda)|vencimento(?: da fatura)?|"
    r"(?:order|bestel|print|druk|factuur|document)datum|(?:afgedrukt|geprint) op|vervaldatum|geldig tot|"
    r"(?:下单|订单|訂單|订购|打印|列印|单据|單據|制单|製單|开单|签订|签发|制表|发票|付款|开票|审核|凭证|合同)(?:日期|时间|日)|有效期(?:至|限)?|(?:発行|注文|受注|発注|印刷|作成|請求|受付|見積)(?:日付|日)|有効期限|支払期[限日])"
)
_NUMBER_AND_DATE = re.compile(
    r"(?:nummer|nr\.?|number|no\.?|numero|n[º°o]\.?)\s?/\s?(?:datum|date|fecha|data)(?![a-z])"
)
"""What heads '1020034417 / 17.03.2026'."""
_NUMBERED = re.compile(
    r"(?:order|(?<![a-z])p\.?o\.?(?![a-z])|(?<![a-z])ref|bestell|auftrag|lieferschein|delivery note|(?<![a-z])dn|invoice|rechnung|beleg|commande|(?<![a-z])cde|bon de livraison|(?<![a-z])(?:bl|ar|arc|bc|nf|oc|ddt)(?![a-z])|facture|pedido|albaran|ordine|conferma|encomenda|nota fiscal|fattura|订单|注文)"
    r"[^,;|\n]{0,40}?\d[\w./-]* ?(?:\(|,)? ?(?:vom|v\.|of|dated|du|en date du|de(?: fecha)?|del|dal|van|do|da|in data|emitid[ao] em)(?: the| el)? ?$|"
    r"(?:lieferschein|delivery note|packing list|bon de livraison|albaran|(?<![a-z])ddt|納品書|发货单|送货单)[^,;|\n]{0,20}?\d[\w./-]* ?[(（] ?$"
)
"""A document with its number, before its date: 'delivery note 8001123 of 12 May'."""
_LABELLED = re.compile(
    rf"(?:^|\s{{2,}}|[|\t;,])\s*(?P<label>[^|\t:：;,\d]{{2,40}}?)(?:\s*\.*[:：]|\s{{2,}})\s*(?:{WEEKDAY}\.?,?\s?)?$"
)


def is_of_document(text: str, one: FoundDate, sent_on: date) -> bool:
    """Whether a date found in a text is that of a document, told by its label or the number that it follows."""
    before = fold(text[text.rfind("\n", 0, one.start) + 1 : one.start])
    if _NUMBER_AND_DATE.search(before) or _NUMBERED.search(before):
        return True
    labelled = _LABELLED.search(before)
    label = labelled["label"].strip(" *-•") if labelled else ""
    return bool(_LABEL.fullmatch(label)) or (one.day == sent_on and bool(_OWN_LABEL.fullmatch(label)))
