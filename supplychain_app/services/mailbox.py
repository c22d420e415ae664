"""The user's mailbox: set it up, try it, and file the suppliers' new mails; it is only ever read."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from supplychain_app.carriers.secrets import SESSION, SecretStore, variable
from supplychain_app.domain.errors import Cancelled, InvalidInput, MailError, NotFound
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.domain.shipments import utc_text
from supplychain_app.language import grouped, noun_for, tr
from supplychain_app.mail import mailbox as imap
from supplychain_app.mail import messages as mails
from supplychain_app.mail.servers import PATIENCE, Server
from supplychain_app.services import corresponding
from supplychain_app.storage import communications as stored
from supplychain_app.storage import correspondents, database
from supplychain_app.storage import mailboxes as boxes
from supplychain_app.storage.connection import Database
from supplychain_app.storage.mailboxes import LastFetch, MailAccount

__all__ = [
    "FetchResult",
    "LastFetch",
    "MailAccount",
    "account",
    "fetch_mail",
    "imap_server",
    "last_fetch",
    "secret_of",
    "set_mailbox",
    "smtp_server",
    "test_mailbox",
]

LARGEST = 25_000_000
"""Bytes of a mail that is fetched; larger ones are named, and can be saved and dropped on the window."""
BATCH = 100

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class FetchResult:
    """What came of a fetch: mails filed, those known already, those of others, and what could not be read."""

    recorded: tuple[int, ...] = ()
    known_already: int = 0
    left_out: int = 0
    problems: tuple[str, ...] = ()
    stopped: bool = False

    @property
    def summary(self) -> str:
        """One sentence."""
        new = len(self.recorded)
        text = tr("{count} {mails} filed", count=new, mails=noun_for(new, "new mail"))
        text += tr(", {count} known already", count=self.known_already) if self.known_already else ""
        text += tr(", {count} not from suppliers left out", count=self.left_out) if self.left_out else ""
        text += tr(", {count} could not be read", count=len(self.problems)) if self.problems else ""
        return tr("Stopped: {text}. The next fetch goes on from here.", text=text) if self.stopped else f"{text}."


@dataclass(frozen=True)
class _Circle:
    """Whose mails are filed: suppliers, and ourselves when we write to them."""

    addresses: frozenset[str]
    domains: frozenset[str]
    ours: str
    everyone: bool

    def has(self, message: mails.Message) -> bool:
        sender = message.sender
        from_us = bool(sender) and (sender == self.ours or sender.rpartition("@")[2] == self._our_domain)
        others = message.recipients if from_us else (sender, *message.undelivered_to)
        return self.everyone or any(self._is_supplier(one) for one in others)

    def _is_supplier(self, address: str) -> bool:
        domain = address.rpartition("@")[2]
        return address in self.addresses or (domain in self.domains and domain != self._our_domain)

    @property
    def _our_domain(self) -> str | None:
        domain = self.ours.rpartition("@")[2]
        return domain if "@" in self.ours and domain not in correspondents.COMMON_HOSTS else None


@dataclass
class _Tally:
    """What has been done so far."""

    recorded: list[int] = field(default_factory=list)
    known: int = 0
    left_out: int = 0
    seen: int = 0
    problems: list[str] = field(default_factory=list)

    def result(self, *, stopped: bool = False) -> FetchResult:
        return FetchResult(tuple(self.recorded), self.known, self.left_out, tuple(self.problems), stopped)


@dataclass(frozen=True)
class _Folder:
    """What there is to read in one folder."""

    name: str
    uid_validity: int
    uids: tuple[int, ...]


def account(db: Database) -> MailAccount:
    """The mail account as it is set up."""
    return boxes.account(db)


def last_fetch(db: Database) -> LastFetch:
    """When mails were last fetched, and what came of it."""
    return boxes.last_fetch(db)


def imap_server(chosen: MailAccount) -> Server:
    return Server(chosen.imap_host, chosen.imap_port, chosen.imap_security, chosen.user, chosen.sign_in)


def smtp_server(chosen: MailAccount) -> Server:
    return Server(chosen.smtp_host, chosen.smtp_port, chosen.smtp_security, chosen.user, chosen.sign_in)


def set_mailbox(db: Database, chosen: MailAccount, *, secret: str = "", store: SecretStore = SESSION) -> str:
    """Save the account in the file and its password or token in the keyring; a sentence says where that is.

    An empty secret leaves the one that is there. It is kept for this user on these servers only: a file that
    names another server does not get it.
    """
    plain = replace(
        chosen,
        imap_host=chosen.imap_host.strip().lower(),
        smtp_host=chosen.smtp_host.strip().lower(),
        user=chosen.user.strip(),
        folders=tuple(dict.fromkeys(one.strip() for one in chosen.folders if one.strip())) or ("INBOX",),
        sender_address=chosen.sender_address.strip(),
        sender_name=" ".join(chosen.sender_name.split()),
    )
    used = [server for server in (imap_server(plain), smtp_server(plain)) if server.host]
    if not used:
        raise InvalidInput(tr("No mail server is named. Give the IMAP server, or the SMTP server, or both."))
    for server in used:
        server.check()
    if plain.imap_host and not plain.user:
        raise InvalidInput(tr("A mailbox belongs to a user. Give the user name, most often the mail address."))
    if plain.smtp_host and "@" not in (plain.sender_address or plain.user):
        raise InvalidInput(tr("Mails need a sender. Give your mail address."))
    if not 1 <= plain.days_back <= 3650:
        raise InvalidInput(tr("The first fetch looks back between 1 day and 10 years."))
    where = tr("The password was not changed.")
    if secret:
        for server in used:
            where = store.set(
                _key(server),
                {server.sign_in: secret},
                instead=variable("mail", server.sign_in),
            )
    with database.writing(db):
        boxes.save_account(db, plain)
    return where


def secret_of(server: Server, store: SecretStore = SESSION) -> str:
    """The password or token of this user on this server; MailError when none is known."""
    name = server.sign_in
    found = store.get(_key(server), (name,)) or store.get("mail", (name,))
    if name not in found:
        raise MailError(
            tr(
                "No {name} is known for {user} on {host}. Type it in Settings → Mail, or set {variable} "
                "in the environment.",
                name=name,
                user=server.user,
                host=server.host,
                variable=variable("mail", name),
            )
        )
    return found[name]


def test_mailbox(  # a test of the server, not of this program
    db: Database,
    *,
    store: SecretStore = SESSION,  # noqa: PT028
    patience: float = PATIENCE,  # noqa: PT028
) -> tuple[str, list[str]]:
    """Sign in and look at the chosen folders: a sentence, and the names of all folders there are."""
    chosen = _reading(db)
    server = imap_server(chosen)
    with imap.opened(server, secret_of(server, store), patience=patience) as box:
        folders = box.folders()
        found = [_measure(box, folder) for folder in chosen.folders]
    return f"{server.host} let {server.user} in. {' '.join(found)}", folders


def fetch_mail(
    db: Database,
    *,
    now: datetime,
    again: bool = False,
    report: Report = silent,
    cancelled: IsCancelled = never,
    store: SecretStore = SESSION,
    patience: float = PATIENCE,
    largest: int = LARGEST,
) -> FetchResult:
    """File the new mails of the chosen folders; goes on where the last fetch ended, also after a break.

    `again` looks at the mails of the last days once more, say after a contact was added. What is in the file
    already is not downloaded. Raises MailError when the server cannot be asked; what was filed until then stays.
    """
    chosen = _reading(db)
    server = imap_server(chosen)
    circle = _Circle(*boxes.supplier_addresses(db), _own_address(chosen), not chosen.only_suppliers)
    if not circle.everyone and not circle.addresses:
        raise MailError(
            tr(
                "No supplier has a contact with a mail address yet, so no mail is known to be a "
                "supplier's. Add contacts, or read all mails of the folders (Settings → Mail)."
            )
        )
    tally = _Tally()
    at = utc_text(now)
    try:
        with imap.opened(server, secret_of(server, store), patience=patience) as box:
            plan = _plan(db, box, chosen, now, again, tally, cancelled)
            total = sum(len(folder.uids) for folder in plan)
            for folder in plan:
                box.examine(folder.name)
                for batch in _batches(folder.uids):
                    stop_if(cancelled)
                    _read_batch(db, box, chosen, folder, batch, circle, tally, now, largest, cancelled, report, total)
            report(total, total, tr("Mails fetched"))
    except Cancelled:
        result = tally.result(stopped=True)
        boxes.note_fetch(db, at, said=result.summary)
        return result
    except MailError as error:
        text = str(error) + (
            tr(" {count} mails were filed before.", count=len(tally.recorded)) if tally.recorded else ""
        )
        boxes.note_fetch(db, at, error=text)
        raise MailError(text) from error
    result = tally.result()
    boxes.note_fetch(db, at, said=result.summary)
    return result


def _plan(
    db: Database,
    box: imap.Mailbox,
    chosen: MailAccount,
    now: datetime,
    again: bool,
    tally: _Tally,
    cancelled: IsCancelled,
) -> list[_Folder]:
    plan = []
    for name in chosen.folders:
        stop_if(cancelled)
        try:
            validity = box.examine(name)
        except NotFound as error:
            tally.problems.append(str(error))
            continue
        last = 0 if again else boxes.read_up_to(db, _account_name(chosen), name, validity)
        since = None if last else (now - timedelta(days=chosen.days_back)).date()
        plan.append(_Folder(name, validity, tuple(box.uids(after=last, since=since))))
    return plan


def _read_batch(
    db: Database,
    box: imap.Mailbox,
    chosen: MailAccount,
    folder: _Folder,
    batch: tuple[int, ...],
    circle: _Circle,
    tally: _Tally,
    now: datetime,
    largest: int,
    cancelled: IsCancelled,
    report: Report,
    total: int,
) -> None:
    """A hundred mails: their heads first, then those that are wanted, each filed and ticked off in one step."""

    def tick(uid: int) -> None:
        boxes.save_progress(db, _account_name(chosen), folder.name, folder.uid_validity, uid, utc_text(now))

    for head in box.heads(batch):
        stop_if(cancelled)
        report(tally.seen, total, folder.name)
        tally.seen += 1
        if isinstance(head, int):
            tally.problems.append(
                tr(
                    "Mail {head} of {name} could not be read: the server's answer is broken.",
                    head=head,
                    name=folder.name,
                )
            )
            continue
        name = tr(
            "“{subject}” from {sender}",
            subject=head.message.subject[:60] or tr("no subject"),
            sender=head.message.sender or tr("nobody"),
        )
        if not circle.has(head.message) and head.message.report is None:  # whom a report names stands inside it
            tally.left_out += 1
        elif head.message.message_id and stored.by_fingerprint(db, head.message.fingerprint, head.message.message_id):
            tally.known += 1
        elif head.size > largest:
            tally.problems.append(
                tr(
                    "{name} has {megabytes:.0f} MB and was not fetched; up to {most:.0f} MB are. "
                    "Save it from your mail program and drop it on the window.",
                    name=name,
                    megabytes=head.size / 1e6,
                    most=largest / 1e6,
                )
            )
        else:
            _file(db, box, head, name, circle, tally, now, tick)
    with database.writing(db):
        tick(batch[-1])


def _file(
    db: Database,
    box: imap.Mailbox,
    head: imap.Head,
    name: str,
    circle: _Circle,
    tally: _Tally,
    now: datetime,
    tick: Callable[[int], None],
) -> None:
    """Download and file one mail; whatever is wrong with it is its own problem, not that of the others."""
    try:
        original = box.original(head.uid)
        if original is None:  # deleted meanwhile
            return
        message = mails.parse(original)
        if message.report and not circle.has(message):
            tally.left_out += 1
            return
        with database.writing(db):
            filed = [corresponding.record_message(db, one, now) for one in mails.with_enclosed(message)]
            tick(head.uid)
    except imap.ConnectionLost:
        raise
    except MailError as error:
        tally.problems.append(f"{name}: {error}")
        return
    except (ValueError, LookupError, TypeError, RecursionError):
        log.exception("A mail could not be read")
        tally.problems.append(tr("{name} is broken and was left out; the log holds the details.", name=name))
        return
    for communication, is_new in filed:
        if is_new:
            tally.recorded.append(communication)
        else:
            tally.known += 1


def _batches(uids: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for start in range(0, len(uids), BATCH):
        yield uids[start : start + BATCH]


def _measure(box: imap.Mailbox, folder: str) -> str:
    try:
        box.examine(folder)
    except NotFound as error:
        return str(error)
    held = len(box.uids(after=0, since=None))
    return tr("“{folder}” holds {count} {mails}.", folder=folder, count=grouped(held), mails=noun_for(held, "mail"))


def _reading(db: Database) -> MailAccount:
    chosen = boxes.account(db)
    if not chosen.imap_host:
        raise MailError(tr("No mailbox is set up. Name its server in Settings → Mail."))
    return chosen


def _own_address(chosen: MailAccount) -> str:
    return (chosen.sender_address or chosen.user).lower()


def _account_name(chosen: MailAccount) -> str:
    return f"{chosen.user}@{chosen.imap_host}".lower()


def _key(server: Server) -> str:
    return f"mail.{server.user}@{server.host}".lower()
