"""Reads a mailbox over IMAP and never changes it: folders are examined, bodies peeked at."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import CapabilityError, IMAPClientAbortError, IMAPClientError, LoginError

from supplychain_app.domain.errors import MailError, NotFound
from supplychain_app.language import tr
from supplychain_app.mail import servers
from supplychain_app.mail.messages import Message, parse
from supplychain_app.mail.servers import Server

_HEAD = "BODY.PEEK[HEADER.FIELDS (FROM SENDER TO CC SUBJECT DATE MESSAGE-ID CONTENT-TYPE)]"


@dataclass(frozen=True)
class Head:
    """What is known of a mail before it is downloaded: its number in the folder, its size in bytes, who and what."""

    uid: int
    size: int
    message: Message


class Mailbox:
    """A signed-in connection; `examine` a folder first, then ask for what is in it."""

    def __init__(self, client: Any, server: Server, patience: float) -> None:
        self._client, self._server, self._patience = client, server, patience

    def folders(self) -> list[str]:
        """The folders that hold mails, by name."""
        with _sentences(self._server, self._patience):
            listed = self._client.list_folders()
        return sorted(str(name) for flags, _, name in listed if b"\\Noselect" not in flags)

    def examine(self, folder: str) -> int:
        """Open a folder for reading only; its UIDVALIDITY. NotFound when there is no such folder."""
        with _sentences(self._server, self._patience):
            try:
                state = self._client.select_folder(folder, readonly=True)
            except IMAPClientAbortError:
                raise
            except IMAPClientError:
                raise NotFound(
                    tr("The mailbox has no folder “{folder}”. Choose its folders in Settings → Mail.", folder=folder)
                ) from None
        return int(state.get(b"UIDVALIDITY", 0))

    def uids(self, *, after: int, since: date | None) -> list[int]:
        """The numbers of the folder's mails above `after` that arrived on `since` or later, in order."""
        criteria: list[Any] = ["UID", f"{after + 1}:*"] + (["SINCE", since] if since else [])
        with _sentences(self._server, self._patience):
            found = self._client.search(criteria)
        return sorted(int(uid) for uid in found if uid > after)  # `n:*` always answers with the last one too

    def heads(self, uids: Sequence[int]) -> Iterator[Head | int]:
        """Sender, recipients and size of these mails; the bare number of one whose head cannot be read."""
        try:
            answer = self._fetch(uids, ["RFC822.SIZE", _HEAD])
        except MailError:
            if len(uids) == 1:
                yield uids[0]
                return
            for uid in uids:  # one answer is broken: find out which
                yield from self.heads([uid])
            return
        for uid in sorted(answer):
            parts = answer[uid]
            head = next((value for key, value in parts.items() if key.startswith(b"BODY[HEADER")), None)
            if uid in uids and isinstance(head, bytes):
                yield Head(int(uid), int(parts.get(b"RFC822.SIZE", 0)), parse(head))

    def original(self, uid: int) -> bytes | None:
        """The mail as it came; None when it has been deleted meanwhile."""
        body = self._fetch([uid], ["BODY.PEEK[]"]).get(uid, {}).get(b"BODY[]")
        return body if isinstance(body, bytes) else None

    def _fetch(self, uids: Sequence[int], what: list[str]) -> dict[int, dict[bytes, Any]]:
        with _sentences(self._server, self._patience):
            answer: dict[int, dict[bytes, Any]] = self._client.fetch(list(uids), what)
        return answer


class ConnectionLost(MailError):
    """The server can no longer be asked: nothing more comes over this connection."""


@contextmanager
def opened(server: Server, secret: str, *, patience: float = servers.PATIENCE) -> Iterator[Mailbox]:
    """Sign in and hand out the mailbox. MailError, in a sentence, for whatever keeps us out."""
    server.check()
    client = _connect(server, patience)
    try:
        with _sentences(server, patience):
            _sign_in(client, server, secret)
        yield Mailbox(client, server, patience)
    finally:
        _leave(client)


def _connect(server: Server, patience: float) -> Any:
    timeout = SocketTimeout(connect=min(servers.CONNECT_WITHIN, patience), read=patience)
    context = None if server.security == servers.PLAIN else servers.tls_context()
    implicit = server.security == servers.TLS
    with _sentences(server, patience):
        client = IMAPClient(
            server.host, port=server.port, ssl=implicit, ssl_context=context if implicit else None, timeout=timeout
        )
        if server.security == servers.STARTTLS:
            try:
                client.starttls(context)
            except CapabilityError:
                _drop(client)
                raise MailError(
                    tr("{host} offers no STARTTLS on port {port}. Choose TLS.", host=server.host, port=server.port)
                ) from None
            except BaseException:
                _drop(client)
                raise
        return client


def _sign_in(client: Any, server: Server, secret: str) -> None:
    try:
        if server.sign_in == servers.TOKEN:
            bearer = client.has_capability("AUTH=OAUTHBEARER")
            (client.oauthbearer_login if bearer else client.oauth2_login)(server.user, secret)
        elif client.has_capability("AUTH=PLAIN"):
            client.plain_login(server.user, secret)
        else:
            client.login(server.user, secret)
    except LoginError as error:
        if isinstance(error.__context__, IMAPClientAbortError):  # it hung up: that is no answer about the password
            raise error.__context__ from None
        raise server.refusal() from None


def _leave(client: Any) -> None:
    try:
        client.logout()
    except (IMAPClientError, OSError):
        _drop(client)


def _drop(client: Any) -> None:
    """Close a connection that may be closed already."""
    with suppress(OSError):
        client.shutdown()


@contextmanager
def _sentences(server: Server, patience: float) -> Iterator[None]:
    try:
        yield
    except IMAPClientAbortError as error:
        raise ConnectionLost(str(server.fault(error, patience))) from error
    except IMAPClientError as error:
        said = " ".join(re.sub(r"[^\x20-\x7e]", " ", str(error)).split())[:160]
        raise MailError(tr("{host} did not do what was asked: {said}", host=server.host, said=said)) from error
    except OSError as error:
        raise ConnectionLost(str(server.fault(error, patience))) from error
