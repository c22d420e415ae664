"""EDI messages are read whatever marks, breaks and slips they come with, and never crash the reader."""

import contextlib
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain_app.domain.errors import AppError
from supplychain_app.exchange import edi_despatch, edi_orders, edi_syntax
from supplychain_app.exchange.edi_orders import OrderAnswer
from tests.exchange.edi_messages import DESADV, ORDRSP, X12_855, X12_856, isa

BARE = ORDRSP[ORDRSP.index("UNH") : ORDRSP.index("UNZ")]
"""A message without its interchange."""
PLAIN = [isa(X12_855), isa(X12_856), ORDRSP.encode("latin-1"), DESADV.encode()]


def answer_in(data: bytes) -> OrderAnswer:
    (message,) = edi_syntax.parse(data)
    return edi_orders.order_answer(message)


@pytest.mark.parametrize(
    "data",
    [
        isa(X12_855),
        isa(X12_855, newline="\r\n"),
        isa(X12_855.replace("\n", ""), newline=""),
        isa(X12_855.replace("\n", ""), element="|", segment="\n", newline=""),
        isa(X12_855, element="^", segment="'", component=":"),
        isa(X12_855.replace("\n", ""), element="\t", segment="\n", newline=""),
        isa(X12_855).decode().encode("utf-16"),
        X12_855.encode(),  # no envelope at all
        isa(X12_855.replace("SE*16*0001~\n", "")),
        isa(X12_855.replace("SE*16", "SE*99")),
        isa(X12_855.replace("ACK*IA*100", "ack*IA*100").replace("CTT*4~\n", "CTT*9~\n")),
        b"\xef\xbb\xbf" + X12_855.replace("~\n", "\r\n").encode(),
        re.sub(r"(?m)^([A-Z0-9]+)", lambda tag: tag[1].lower(), X12_855).encode(),
        X12_855.replace("*", " * ").encode(),
        X12_855.replace("*", ",").replace("~\n", "~ ").encode(),
        isa(X12_855.replace("R-4712~\n", "R-4712\n")),  # one mark forgotten at the end of a line
    ],
)
def test_an_acknowledgement_is_read_whatever_its_marks(data: bytes) -> None:
    answer = answer_in(data)
    assert (answer.order, answer.answer, answer.supplier_order) == ("4500012345", "changed", "SO-778")
    assert [line.own_line for line in answer.lines] == ["10", "20", "30", "40"]
    assert [line.answer for line in answer.lines] == ["accepted", "changed", "refused", "accepted"]
    assert [(d.kind, d.on) for d in answer.lines[0].dates] == [("delivery", "2026-12-04")]
    assert [(d.on, d.quantity) for d in answer.lines[1].dates] == [("2026-12-10", 20.0), ("2026-12-18", 30.0)]
    assert [d.kind for d in answer.lines[3].dates] == ["ship"]


@pytest.mark.parametrize(
    "text",
    [
        ORDRSP,
        ORDRSP.replace("\n", ""),
        ORDRSP.replace("\n", "\r\n"),
        ORDRSP.replace("'\n", "\n").replace("?'", ""),
        "UNA:+.? '" + ORDRSP,
        "UNA|;.! ~" + ORDRSP.replace("?'", " ").replace("'", "~").replace("+", ";").replace(":", "|"),
        ORDRSP[ORDRSP.index("UNH") :],
        "\ufeff" + BARE.lower().replace("r-47", "R-47").replace("\n", "").replace("so-778", "SO-778"),
        BARE.replace("\n", "\r"),
        BARE.replace("?'", " ").replace("'", "~"),
        BARE.replace("?'", " ").replace("+", ";").replace(":", "|"),
        "\n\n  " + BARE.replace("\n", "\n\n  ").replace("BGM+", "BGM +"),
        "UNA:+.? '\n" + BARE,
        ORDRSP.replace("UNT+28+1'\nUNZ+1+77'\n", ""),
        "\n".join(ORDRSP.replace("\n", "")[i : i + 80] for i in range(0, len(ORDRSP), 80)),  # folded at column 80
    ],
)
def test_an_edifact_answer_is_read_whatever_its_marks(text: str) -> None:
    data = text.encode("utf-8" if "\ufeff" in text else "cp1252")
    assert edi_syntax.is_edi(data)
    answer = answer_in(data)
    assert (answer.order, answer.supplier_order) == ("4500012345", "SO-778")
    assert [line.buyer_item for line in answer.lines] == ["R-4711", "R-4712", "R-4713", "R-4714"]
    assert answer.lines[0].line == "10"
    assert [(d.kind, d.on) for d in answer.lines[0].dates] == [("delivery", "2026-12-04")]
    assert [(d.on, d.quantity) for d in answer.lines[1].dates] == [("2026-12-10", 20.0), ("2026-12-18", 30.0)]


def test_a_mark_that_is_released_belongs_to_the_text() -> None:
    assert answer_in(ORDRSP.encode("cp1252")).sender == "Gießerei O'Neill"


@pytest.mark.parametrize(
    "data",
    [
        isa(X12_856),
        DESADV.encode(),
        X12_856.replace("~\n", "\n").encode(),
        X12_856.replace("*", "|").encode("utf-16"),
        DESADV[DESADV.index("UNH") :].replace("\n", "").encode(),
        DESADV[DESADV.index("UNH") :].replace("'", "~").replace("+", "*").encode(),
    ],
)
def test_a_despatch_tells_what_left_and_under_which_number(data: bytes) -> None:
    (message,) = edi_syntax.parse(data)
    found = edi_despatch.despatch(message)
    assert (found.number, found.mode, found.packages) == ("ASN-5501", "sea", 4)
    assert found.containers == ("CSQU3054383",)
    assert found.trackings == (("bill_of_lading", "HLCUHAM261199"),)
    assert found.first("shipped") is not None
    assert [(one.order, one.buyer_item, one.quantity) for one in found.lines] == [
        ("4500012345", "R-4711", 100.0),
        ("4500012345", "R-4712", 20.0),
    ]


def test_a_parcel_is_followed_with_the_carrier_its_code_means() -> None:
    text = X12_856.replace(
        "TD5*B*2*HLCU*S*Hapag-Lloyd~\nTD3*CN*CSQU*3054383~", "TD5**2*UPSN*M~\nMAN*CP*1Z999AA10123456784~"
    )
    (message,) = edi_syntax.parse(isa(text.replace("REF*BM*HLCUHAM261199~\n", "")))
    found = edi_despatch.despatch(message)
    assert (found.carrier, found.trackings) == ("ups", (("parcel", "1Z999AA10123456784"),))


def test_several_interchanges_in_one_file_each_keep_their_own_marks() -> None:
    data = isa(X12_855, element="|") + isa(X12_856) + ORDRSP.encode("latin-1") + DESADV.encode()
    assert [message.kind for message in edi_syntax.parse(data)] == ["855", "856", "ORDRSP", "DESADV"]


def test_counts_that_do_not_agree_are_said_not_refused() -> None:
    (message,) = edi_syntax.parse(isa(X12_855.replace("SE*16", "SE*99")))
    assert message.notes == ("message 0001 says it has 99 segments; 16 came",)


@pytest.mark.parametrize(
    "text", ["PO;Line;Date\n1;2;3\n", "STATUS,ISA\n1,2\n", "GS1 code,x\n", "UNIT,QTY\n", '{"a": 1}', ""]
)
def test_tables_are_not_taken_for_edi(text: str) -> None:
    assert not edi_syntax.is_edi(text.encode())


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 12, 31)))
def test_every_day_is_read_in_its_forms(day: date) -> None:
    assert edi_syntax.day_of(f"{day:%Y%m%d}", "102") == day.isoformat()
    assert edi_syntax.day_of(f"{day:%y%m%d}", "101") == day.isoformat()
    assert edi_syntax.day_of(f"{day:%Y%m%d}1430", "203") == day.isoformat()


def test_letters_typed_for_digits_are_read_as_meant() -> None:
    assert edi_syntax.day_of("2O26l2O4") == "2026-12-04"
    assert edi_syntax.day_of("OIl") is None


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_mutation_crashes_the_reader(data: st.DataObject) -> None:
    """Pieces of a message cut out, doubled, swapped and overwritten: a result, or a sentence."""
    text = bytearray(data.draw(st.sampled_from(PLAIN)))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, max(len(text) - 1, 0)))
        length = data.draw(st.integers(0, 40))
        match data.draw(st.sampled_from(["cut", "double", "overwrite", "insert"])):
            case "cut":
                del text[start : start + length]
            case "double":
                text[start:start] = text[start : start + length]
            case "overwrite":
                text[start : start + length] = data.draw(st.binary(max_size=length))
            case _:
                text[start:start] = data.draw(
                    st.sampled_from([b"'", b"~", b"*", b"+", b":", b"\n", b"?", b"LIN+", b"HL*"])
                )
    messages = []
    with contextlib.suppress(AppError):
        messages = edi_syntax.parse(bytes(text))
    for message in messages:
        edi_orders.order_answer(message)
        edi_despatch.despatch(message)


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    edi_syntax.is_edi(data)
    with contextlib.suppress(AppError):
        edi_syntax.parse(b"UNB+UNOC:3+" + data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"UNA:+.? '", "only the head of an EDI file"),
        (b"\xef\xbb\xbfUNA:+.? '\r\n", "only the head of an EDI file"),
        (b"UNA:+.?", "only the head of an EDI file"),
        (b"UNA:+.? '\nUNB+UNOC:3+S+B+26", r"ends at segment 1 \(UNB\)"),
        (isa("")[:90], r"ends at segment 1 \(ISA\)"),
        (isa(""), r"ends at segment 4 \(IEA\)"),
        (b"UNH+1", "without a message"),
    ],
)
def test_a_file_without_a_message_says_where_it_ends(data: bytes, words: str) -> None:
    assert edi_syntax.is_edi(data)
    with pytest.raises(AppError, match=words):
        edi_syntax.parse(data)
