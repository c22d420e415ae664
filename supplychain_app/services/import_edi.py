"""Applies files of EDI messages: acknowledgements become promises, despatch advices become shipments."""

from collections.abc import Sequence

from supplychain_app.domain.progress import stop_if
from supplychain_app.exchange.edi_despatch import despatch, is_despatch
from supplychain_app.exchange.edi_orders import is_order_answer, order_answer
from supplychain_app.exchange.edi_syntax import Message
from supplychain_app.language import tr
from supplychain_app.services.import_edi_despatch import Advice
from supplychain_app.services.import_edi_orders import Acknowledgement
from supplychain_app.services.import_job import Done, MessageJob


def apply(job: MessageJob, messages: Sequence[Message]) -> Done:
    """Write every message; what names no known order is rejected, never invented."""
    done = Done()
    others: dict[str, int] = {}
    for number, message in enumerate(messages, 1):
        stop_if(job.cancelled)
        job.report(number, len(messages), tr("Reading messages"))
        if is_order_answer(message):
            Acknowledgement(job, done, order_answer(message)).apply()
        elif is_despatch(message):
            Advice(job, done, despatch(message)).apply()
        else:
            others[message.kind] = others.get(message.kind, 0) + 1
        done.notes += message.notes
    done.notes += [
        tr("{count} messages of the kind {kind} are not used", count=n, kind=kind or tr("unknown"))
        for kind, n in others.items()
    ]
    done.notes = list(dict.fromkeys(done.notes))
    return done


def is_used(message: Message) -> bool:
    return is_order_answer(message) or is_despatch(message)


def rows_of(messages: Sequence[Message]) -> int:
    """How many order lines the messages speak of."""
    return sum(
        len(order_answer(message).lines) if is_order_answer(message) else len(despatch(message).lines)
        for message in messages
        if is_used(message)
    )
