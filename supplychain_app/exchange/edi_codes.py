"""What the codes of EDI messages mean here: which dates are promises, what an answer says, which numbers track."""

from dataclasses import dataclass

from supplychain_app.language import tr

DELIVERY, SHIP, PORT, WISH, WISH_SHIP, MESSAGE, SHIPPED, DELIVERED = (
    "delivery",
    "ship",
    "port",
    "wish",
    "ship wish",
    "message",
    "shipped",
    "delivered",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A date as a message tells it: what it is, for how many, and in which words."""

    kind: str
    on: str
    words: str  # "DTM 69 (delivery promised)"
    quantity: float | None = None
    part: int = 0  # which delivery of the line it is of, from 1; 0: of the line as a whole


# Qualifiers of dates: UN/EDIFACT data element 2005 and X12 data element 374 are two lists that share few numbers.
EDIFACT_DATES: dict[str, tuple[str, str]] = {
    "2": (WISH, tr("delivery requested")),
    "10": (WISH_SHIP, tr("shipment requested")),
    "11": (SHIPPED, tr("despatch")),
    "17": (DELIVERY, tr("delivery estimated")),
    "35": (DELIVERED, tr("delivered")),
    "63": (DELIVERY, tr("delivery at the latest")),
    "65": (DELIVERY, tr("delivery, first schedule")),
    "67": (DELIVERY, tr("delivery, current schedule")),
    "68": (SHIP, tr("shipment, current schedule")),
    "69": (DELIVERY, tr("delivery promised")),
    "72": (DELIVERY, tr("delivery promised, not before")),
    "75": (DELIVERY, tr("delivery promised, not after")),
    "76": (DELIVERY, tr("delivery scheduled")),
    "79": (SHIP, tr("shipment promised")),
    "132": (PORT, tr("arrival of the transport, estimated")),
    "133": (SHIP, tr("departure estimated")),
    "136": (SHIPPED, tr("departed")),
    "137": (MESSAGE, tr("message")),
    "171": (MESSAGE, tr("reference")),
    "178": (DELIVERED, tr("arrived")),
    "186": (SHIPPED, tr("departed")),
    "189": (SHIP, tr("departure scheduled")),
    "191": (DELIVERY, tr("delivery expected")),
    "200": (SHIP, tr("collection")),
    "232": (PORT, tr("arrival of the transport, scheduled")),
}
X12_DATES: dict[str, tuple[str, str]] = {
    "002": (WISH, tr("delivery requested")),
    "010": (WISH_SHIP, tr("shipment requested")),
    "011": (SHIPPED, tr("shipped")),
    "017": (DELIVERY, tr("delivery estimated")),
    "035": (DELIVERED, tr("delivered")),
    "063": (DELIVERY, tr("delivery not after")),
    "065": (SHIP, tr("shipment, first schedule")),
    "066": (DELIVERY, tr("delivery, first schedule")),
    "067": (DELIVERY, tr("delivery, current schedule")),
    "068": (SHIP, tr("shipment, current schedule")),
    "069": (DELIVERY, tr("delivery promised")),
    "070": (DELIVERY, tr("delivery scheduled, not before")),
    "072": (DELIVERY, tr("delivery promised, not before")),
    "075": (DELIVERY, tr("delivery promised, not after")),
    "076": (DELIVERY, tr("delivery scheduled, not after")),
    "078": (DELIVERY, tr("delivery promised, week of")),
    "079": (SHIP, tr("shipment promised")),
    "132": (PORT, tr("arrival, estimated")),
    "369": (SHIP, tr("departure estimated")),
    "370": (SHIPPED, tr("departed")),
    "371": (PORT, tr("arrival estimated")),
    "372": (DELIVERED, tr("arrived")),
}

ACCEPTED, CHANGED, REFUSED, WAITING = "accepted", "changed", "refused", "waiting"

# X12 data element 668, the answer to a line (ACK01).
LINE_ANSWERS: dict[str, tuple[str, str]] = {
    "AC": (ACCEPTED, tr("accepted and shipped")),
    "AR": (ACCEPTED, tr("accepted and released for shipment")),
    "BP": (CHANGED, tr("accepted in part, the rest in backorder")),
    "DR": (CHANGED, tr("accepted, date moved")),
    "IA": (ACCEPTED, tr("accepted")),
    "IB": (WAITING, tr("in backorder")),
    "IC": (CHANGED, tr("accepted with changes")),
    "ID": (REFUSED, tr("deleted")),
    "IE": (ACCEPTED, tr("accepted, price to follow")),
    "IF": (WAITING, tr("on hold, description incomplete")),
    "IH": (WAITING, tr("on hold")),
    "IP": (CHANGED, tr("accepted, price changed")),
    "IQ": (CHANGED, tr("accepted, quantity changed")),
    "IR": (REFUSED, tr("rejected")),
    "IS": (CHANGED, tr("accepted with a substitute")),
    "IW": (WAITING, tr("on hold, a waiver is needed")),
    "SP": (WAITING, tr("accepted, date to follow")),
} | {f"R{n}": (REFUSED, tr("rejected")) for n in range(1, 10)}
# EDIFACT data element 1229, what is done with a line (LIN, second element).
LINE_ACTIONS: dict[str, tuple[str, str]] = {
    "1": (CHANGED, tr("added")),
    "2": (REFUSED, tr("deleted")),
    "3": (CHANGED, tr("changed")),
    "5": (ACCEPTED, tr("accepted")),
    "6": (CHANGED, tr("accepted with amendment")),
    "7": (REFUSED, tr("not accepted")),
    "10": (REFUSED, tr("not found")),
}
# BAK02 of X12 (data element 587), and the response of EDIFACT's BGM (data element 4343, or the function 1225).
ORDER_ANSWERS_X12: dict[str, tuple[str, str]] = {
    "AC": (CHANGED, tr("acknowledged with changes")),
    "AD": (ACCEPTED, tr("accepted")),
    "AE": (CHANGED, tr("accepted, prices excepted")),
    "AH": (WAITING, tr("acknowledged, on hold")),
    "AK": (ACCEPTED, tr("acknowledged")),
    "AP": (ACCEPTED, tr("acknowledged")),
    "AT": (ACCEPTED, tr("accepted")),
    "RD": (REFUSED, tr("rejected")),
    "RF": (REFUSED, tr("rejected, incomplete")),
    "RJ": (REFUSED, tr("rejected")),
    "ZZ": (ACCEPTED, tr("answered")),
}
ORDER_ANSWERS_EDIFACT: dict[str, tuple[str, str]] = {
    "AB": (ACCEPTED, tr("acknowledged")),
    "AC": (CHANGED, tr("acknowledged with changes")),
    "AD": (ACCEPTED, tr("accepted")),
    "AE": (CHANGED, tr("accepted with changes")),
    "AF": (WAITING, tr("answer to follow")),
    "AI": (CHANGED, tr("only changes told")),
    "AP": (ACCEPTED, tr("accepted")),
    "RE": (REFUSED, tr("rejected")),
    "27": (REFUSED, tr("not accepted")),
    "29": (ACCEPTED, tr("accepted without amendment")),
    "4": (CHANGED, tr("changed")),
    "12": (WAITING, tr("not processed")),
    "44": (ACCEPTED, tr("accepted without reserves")),
    "45": (CHANGED, tr("accepted with reserves")),
}

# References that name what a carrier tracks, by standard; the kind is the tracked unit's.
TRACKING_X12: dict[str, str] = {
    "2I": "parcel",
    "CN": "parcel",
    "08": "parcel",
    "BM": "bill_of_lading",
    "MB": "bill_of_lading",
    "OB": "bill_of_lading",
    "BL": "bill_of_lading",
    "AW": "air_waybill",
    "AWB": "air_waybill",
    "HA": "air_waybill",
    "MA": "air_waybill",
}
TRACKING_EDIFACT: dict[str, str] = {
    "CN": "parcel",
    "ACN": "parcel",
    "SRN": "parcel",
    "ABT": "parcel",
    "BM": "bill_of_lading",
    "MB": "bill_of_lading",
    "BH": "bill_of_lading",
    "AWB": "air_waybill",
    "MWB": "air_waybill",
    "HWB": "air_waybill",
}

# Carrier codes (SCAC) of parcel services, where they differ from the names under which they are followed.
PARCEL_CARRIERS: dict[str, str] = {
    "UPSN": "ups", "UPSS": "ups", "FDEG": "fedex", "FDEN": "fedex", "FDE": "fedex", "FXFE": "fedex", "DHLC": "dhl",
    "USPS": "usps",
}  # fmt: skip
MODES_EDIFACT: dict[str, str] = {
    "10": "sea", "1": "sea", "11": "sea", "20": "rail", "2": "rail", "21": "rail", "30": "road", "3": "road",
    "31": "road", "40": "air", "4": "air", "41": "air", "50": "parcel", "5": "parcel", "60": "multimodal",
}  # fmt: skip
MODES_X12: dict[str, str] = {
    "A": "air", "AE": "air", "AC": "air", "C": "sea", "E": "parcel", "H": "road", "J": "road", "L": "road",
    "M": "road", "LT": "road", "O": "sea", "R": "rail", "S": "sea", "SS": "sea", "U": "parcel", "VE": "sea",
    "X": "multimodal",
}  # fmt: skip
