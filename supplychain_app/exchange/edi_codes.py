"""What the codes of EDI messages mean here: which dates are promises, what an answer says, which numbers track."""

from dataclasses import dataclass

DELIVERY, SHIP, PORT, WISH, MESSAGE, SHIPPED, DELIVERED = (
    "delivery",
    "ship",
    "port",
    "wish",
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


# Qualifiers of dates: UN/EDIFACT data element 2005 and X12 data element 374 are two lists that share few numbers.
EDIFACT_DATES: dict[str, tuple[str, str]] = {
    "2": (WISH, "delivery requested"),
    "10": (WISH, "shipment requested"),
    "11": (SHIPPED, "despatch"),
    "17": (DELIVERY, "delivery estimated"),
    "35": (DELIVERED, "delivered"),
    "63": (DELIVERY, "delivery at the latest"),
    "65": (DELIVERY, "delivery, first schedule"),
    "67": (DELIVERY, "delivery, current schedule"),
    "68": (SHIP, "shipment, current schedule"),
    "69": (DELIVERY, "delivery promised"),
    "72": (DELIVERY, "delivery promised, not before"),
    "75": (DELIVERY, "delivery promised, not after"),
    "76": (DELIVERY, "delivery scheduled"),
    "79": (SHIP, "shipment promised"),
    "132": (PORT, "arrival of the transport, estimated"),
    "133": (SHIP, "departure estimated"),
    "136": (SHIPPED, "departed"),
    "137": (MESSAGE, "message"),
    "171": (MESSAGE, "reference"),
    "178": (DELIVERED, "arrived"),
    "186": (SHIPPED, "departed"),
    "189": (SHIP, "departure scheduled"),
    "191": (DELIVERY, "delivery expected"),
    "200": (SHIP, "collection"),
    "232": (PORT, "arrival of the transport, scheduled"),
}
X12_DATES: dict[str, tuple[str, str]] = {
    "002": (WISH, "delivery requested"),
    "010": (WISH, "shipment requested"),
    "011": (SHIPPED, "shipped"),
    "017": (DELIVERY, "delivery estimated"),
    "035": (DELIVERED, "delivered"),
    "063": (DELIVERY, "delivery not after"),
    "065": (SHIP, "shipment, first schedule"),
    "066": (DELIVERY, "delivery, first schedule"),
    "067": (DELIVERY, "delivery, current schedule"),
    "068": (SHIP, "shipment, current schedule"),
    "069": (DELIVERY, "delivery promised"),
    "070": (DELIVERY, "delivery scheduled, not before"),
    "072": (DELIVERY, "delivery promised, not before"),
    "075": (DELIVERY, "delivery promised, not after"),
    "076": (DELIVERY, "delivery scheduled, not after"),
    "078": (DELIVERY, "delivery promised, week of"),
    "079": (SHIP, "shipment promised"),
    "132": (PORT, "arrival, estimated"),
    "369": (SHIP, "departure estimated"),
    "370": (SHIPPED, "departed"),
    "371": (PORT, "arrival estimated"),
    "372": (DELIVERED, "arrived"),
}

ACCEPTED, CHANGED, REFUSED, WAITING = "accepted", "changed", "refused", "waiting"

# X12 data element 668, the answer to a line (ACK01).
LINE_ANSWERS: dict[str, tuple[str, str]] = {
    "AC": (ACCEPTED, "accepted and shipped"),
    "AR": (ACCEPTED, "accepted and released for shipment"),
    "BP": (CHANGED, "accepted in part, the rest in backorder"),
    "DR": (CHANGED, "accepted, date moved"),
    "IA": (ACCEPTED, "accepted"),
    "IB": (WAITING, "in backorder"),
    "IC": (CHANGED, "accepted with changes"),
    "ID": (REFUSED, "deleted"),
    "IE": (ACCEPTED, "accepted, price to follow"),
    "IF": (WAITING, "on hold, description incomplete"),
    "IH": (WAITING, "on hold"),
    "IP": (CHANGED, "accepted, price changed"),
    "IQ": (CHANGED, "accepted, quantity changed"),
    "IR": (REFUSED, "rejected"),
    "IS": (CHANGED, "accepted with a substitute"),
    "IW": (WAITING, "on hold, a waiver is needed"),
    "SP": (WAITING, "accepted, date to follow"),
} | {f"R{n}": (REFUSED, "rejected") for n in range(1, 10)}
# EDIFACT data element 1229, what is done with a line (LIN, second element).
LINE_ACTIONS: dict[str, tuple[str, str]] = {
    "1": (CHANGED, "added"),
    "2": (REFUSED, "deleted"),
    "3": (CHANGED, "changed"),
    "5": (ACCEPTED, "accepted"),
    "6": (CHANGED, "accepted with amendment"),
    "7": (REFUSED, "not accepted"),
    "10": (REFUSED, "not found"),
}
# BAK02 of X12 (data element 587), and the response of EDIFACT's BGM (data element 4343, or the function 1225).
ORDER_ANSWERS_X12: dict[str, tuple[str, str]] = {
    "AC": (CHANGED, "acknowledged with changes"),
    "AD": (ACCEPTED, "accepted"),
    "AE": (CHANGED, "accepted, prices excepted"),
    "AH": (WAITING, "acknowledged, on hold"),
    "AK": (ACCEPTED, "acknowledged"),
    "AP": (ACCEPTED, "acknowledged"),
    "AT": (ACCEPTED, "accepted"),
    "RD": (REFUSED, "rejected"),
    "RF": (REFUSED, "rejected, incomplete"),
    "RJ": (REFUSED, "rejected"),
    "ZZ": (ACCEPTED, "answered"),
}
ORDER_ANSWERS_EDIFACT: dict[str, tuple[str, str]] = {
    "AB": (ACCEPTED, "acknowledged"),
    "AC": (CHANGED, "acknowledged with changes"),
    "AD": (ACCEPTED, "accepted"),
    "AE": (CHANGED, "accepted with changes"),
    "AF": (WAITING, "answer to follow"),
    "AI": (CHANGED, "only changes told"),
    "AP": (ACCEPTED, "accepted"),
    "RE": (REFUSED, "rejected"),
    "27": (REFUSED, "not accepted"),
    "29": (ACCEPTED, "accepted without amendment"),
    "4": (CHANGED, "changed"),
    "12": (WAITING, "not processed"),
    "44": (ACCEPTED, "accepted without reserves"),
    "45": (CHANGED, "accepted with reserves"),
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
