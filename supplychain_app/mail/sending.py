"""Sends mails over SMTP, and tells apart what was sent, what was refused, and what nobody can know."""

import base64
import email.policy
import re
import smtplib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from email.message import EmailMessage

from supplychain_app.domain.errors import InvalidInput, MailError
from supplychain_app.language import tr
from supplychain_app.mail import servers
from supplychain_app.mail.servers import Server

_WIRE = email.policy.SMTP.clone(cte_type="7bit")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


class Refused(MailError):
    """The server did not take this mail: it was not sent."""


class Unsure(MailError):
    """The connection broke after the whole mail was handed over: it may have been sent."""


class ConnectionLost(MailError):
    """The server can no longer be asked; the mail under way was not sent."""


class Outbox:
    """A connection that mails are sent over, one after the other."""

    def __init__(self, smtp: smtplib.SMTP, server: Server, patience: float) -> None:
        self._smtp, self._server, self._patience = smtp, server, patience

    def send(self, original: bytes, sender: str, recipients: Sequence[str]) -> tuple[str, ...]:
        """Send one mail; the recipients that were refused while others were taken.

        Raises Refused, ConnectionLost (both: not sent) or Unsure.
        """
        smtp = self._smtp
        try:
            code, said = smtp.mail(sender, [f"size={len(original)}"] if smtp.has_extn("size") else [])
            if code != 250:
                raise self._refused(tr("the sender {sender}", sender=sender), said)
            answers = {one: smtp.rcpt(one) for one in recipients}
            refused = tuple(one for one, (code, _) in answers.items() if code not in (250, 251))
            if len(refused) == len(answers):
                raise self._refused(", ".join(refused), answers[refused[0]][1])
            code, said = smtp.docmd("DATA")
            if code != 354:
                raise self._refused(tr("this mail"), said)
        except (OSError, smtplib.SMTPException) as error:
            raise ConnectionLost(str(_fault(self._server, error, self._patience))) from error
        try:
            smtp.send(re.sub(rb"(?m)^\.", b"..", original) + b".\r\n")
            code, said = smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            raise Unsure(
                tr(
                    "The connection to {host} broke off when the mail was handed over: it may have been sent. "
                    "Look in your provider's list of sent mails, or ask the supplier.",
                    host=self._server.host,
                )
            ) from error
        if code != 250:
            raise self._refused(tr("this mail"), said)
        return refused

    def _refused(self, what: str, said: bytes) -> Refused:
        with suppress(OSError, smtplib.SMTPException):
            self._smtp.rset()
        return Refused(tr("{host} did not take {what}: {words}", host=self._server.host, what=what, words=_words(said)))


def wire_form(message: EmailMessage) -> bytes:
    """The mail as it goes over the wire, in ASCII with CRLF; it is no draft any more."""
    del message["X-Unsent"]
    return message.as_bytes(policy=_WIRE)


def addresses(text: str) -> list[str]:
    """The addresses in a contact's field; InvalidInput when one of them is none."""
    found = [one.strip() for one in re.split(r"[;,]", text) if one.strip()]
    for one in found:
        if not _ADDRESS.fullmatch(one):
            raise InvalidInput(tr("“{one}” is no mail address. Correct the contact.", one=one[:80]))
    return found


@contextmanager
def opened(server: Server, secret: Callable[[], str], *, patience: float = servers.PATIENCE) -> Iterator[Outbox]:
    """Connect and sign in where the server offers that. MailError, in a sentence, for whatever keeps us out."""
    server.check()
    try:
        smtp = _connect(server, patience)
    except (OSError, smtplib.SMTPException) as error:
        raise _fault(server, error, patience) from error
    try:
        try:
            _sign_in(smtp, server, secret)
        except (OSError, smtplib.SMTPException) as error:
            raise _fault(server, error, patience) from error
        yield Outbox(smtp, server, patience)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            smtp.quit()
        smtp.close()


def _connect(server: Server, patience: float) -> smtplib.SMTP:
    if server.security == servers.TLS:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=patience, context=servers.tls_context())
    smtp = smtplib.SMTP(server.host, server.port, timeout=patience)
    try:
        if server.security == servers.STARTTLS:
            smtp.starttls(context=servers.tls_context())
    except BaseException:
        smtp.close()
        raise
    return smtp


def _sign_in(smtp: smtplib.SMTP, server: Server, secret: Callable[[], str]) -> None:
    smtp.ehlo_or_helo_if_needed()
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    if not offered or not server.user:  # a relay that knows us by our place in the network
        return
    if server.sign_in == servers.TOKEN:
        code = _auth(smtp, "XOAUTH2", f"user={server.user}\1auth=Bearer {secret()}\1\1")
    elif "PLAIN" in offered:
        code = _auth(smtp, "PLAIN", f"\0{server.user}\0{secret()}")
    else:
        try:
            smtp.login(server.user, secret())
            code = 235
        except (smtplib.SMTPAuthenticationError, UnicodeEncodeError):
            code = 535
    if code not in (235, 503):
        raise server.refusal()


def _auth(smtp: smtplib.SMTP, mechanism: str, words: str) -> int:
    code, _ = smtp.docmd("AUTH", f"{mechanism} {base64.b64encode(words.encode()).decode()}")
    if code == 334:  # it tells what is wrong, and waits for an empty line
        code, _ = smtp.docmd("")
    return code


def _fault(server: Server, error: Exception, patience: float) -> MailError:
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return MailError(
            tr("{host} offers no STARTTLS on port {port}. Choose TLS.", host=server.host, port=server.port)
        )
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return MailError(f"{server.host} says: {_words(said if isinstance(said, bytes) else said.encode())}")
    if isinstance(error, smtplib.SMTPServerDisconnected) and isinstance(error.__context__, OSError):
        return server.fault(error.__context__, patience)  # smtplib hides that it was a time-out
    return server.fault(error, patience)


def _words(said: bytes) -> str:
    return " ".join(re.sub(r"[^\x20-\x7e]", " ", said.decode("utf-8", "replace")).split())[:200]
