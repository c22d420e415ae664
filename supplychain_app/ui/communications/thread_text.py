"""A thread's messages as inert text: the words that were read marked, doubts told, attached files to be saved."""

import html
from collections.abc import Sequence

from supplychain_app.language import tr
from supplychain_app.storage.communications import StoredMessage, StoredSuggestion
from supplychain_app.ui.shared import formats, theme

SAVE = "save:"
"""Begins the address of the link that saves a message's attached files; the message's id follows."""
_RULE = "<table width='100%' cellspacing='0'><tr><td bgcolor='{}' height='1'></td></tr></table>"
CHANNELS = {
    "mail": tr("mail"),
    "call": tr("call"),
    "meeting": tr("meeting"),
    "note": tr("note"),
    "workbook": tr("workbook"),
    "edi": "EDI",
}


def as_html(messages: Sequence[StoredMessage], found: Sequence[StoredSuggestion]) -> str:
    """The newest message first."""
    return _RULE.format(theme.colours().hairline).join(_one(message, found) for message in reversed(messages))


def _one(message: StoredMessage, found: Sequence[StoredSuggestion]) -> str:
    text = html.escape(message.body.strip())
    for one in found:
        if one.communication_id == message.id and one.words:
            words = html.escape(one.words)
            text = text.replace(words, f"<span style='background:{theme.colours().highlight}'>{words}</span>", 1)
    way = {"in": tr("from them"), "out": tr("from us"), "internal": tr("note")}.get(message.direction, "")
    channel = CHANNELS.get(message.channel, message.channel)
    head = f"<b>{html.escape(message.sender or way)}</b>  {formats.moment(message.happened_at)}, {channel}"
    if message.attachments:
        files = html.escape(tr("Attached: {files}", files=", ".join(message.attachments)))
        head += f"<br>{files} – <a href='{SAVE}{message.id}'>{html.escape(tr('save (S)'))}</a>"
    warning = theme.colours().bad
    notes = "".join(f"<p style='color:{warning}'>{html.escape(note)}</p>" for note in message.notes)
    body = text.replace("\n", "<br>")
    return f"<p><span style='color:{theme.colours().text2}'>{head}</span></p>{notes}<p>{body}</p>"
