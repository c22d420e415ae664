"""A chase handed over as a draft and then fetched from the folder of sent mails is one mail, not two."""

from datetime import datetime, timedelta

from supplychain_app.domain.shipments import utc_text
from supplychain_app.mail.messages import LARGEST_ATTACHMENT, Message, plain_subject
from supplychain_app.storage import chases
from supplychain_app.storage.connection import Database

SENT_WITHIN = timedelta(days=14)
"""A draft that was not sent by then is asked anew: what comes later under its subject is another mail."""


def settle(
    db: Database,
    message: Message,
    supplier_id: int,
    now: datetime,
    file_id: str | None = None,
) -> int | None:
    """The draft that this mail of ours was; it is kept as it went out from now on. None when it was no draft.

    A mail program gives a draft a Message-ID of its own, and its user may have changed the words: it is known by the
    workbook that goes with it (`file_id`), else by its supplier, its subject and its time. The questions it asked keep
    the clocks that started when it was handed over.
    """
    sent_at = message.sent_at or now
    subject = plain_subject(message.subject)
    drafts = chases.drafts_of(db, supplier_id, utc_text(sent_at - SENT_WITHIN), utc_text(sent_at))
    same_file = (found for found, _, thread in drafts if file_id and thread == f"file:{file_id}")
    same_subject = (found for found, asked, _ in drafts if plain_subject(asked) == subject)
    draft = next(same_file, None) or next(same_subject, None)
    if draft is None:
        return None
    chases.keep_as_sent(
        db,
        draft,
        {
            "message_id": message.message_id,
            "sender": message.sender or message.sender_name,
            "recipients": ", ".join(message.recipients),
            "body": message.body,
            "original": message.original if len(message.original) <= LARGEST_ATTACHMENT else None,
        },
    )
    return draft
