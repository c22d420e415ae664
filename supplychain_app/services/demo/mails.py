"""Writes the mails between the buyers and their suppliers, in the languages they use, as .eml files."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from random import Random

from supplychain_app.services.demo import names
from supplychain_app.services.demo.world import Line, Supplier, World, weekday, working_days_after

SHARE_OF_ORDERS = 0.045  # whose acknowledgement was asked for by mail
SHARE_OF_SLIPS = 0.12  # told by mail before the ERP knew

# What is written, by language: subject and body.
CONFIRM = {
    "de": ("Bestellung {po} – bitte bestätigen", "bitte bestätigen Sie unsere Bestellung {po} mit Liefertermin."),
    "en": ("Order {po} – please confirm", "please confirm our order {po} with a delivery date."),
}
ANSWER = {
    "de": ("AW: {subject}", "hiermit bestätigen wir Ihre Bestellung {po}, Position {item}. Liefertermin: {day}."),
    "en": ("Re: {subject}", "we confirm your order {po}, item {item}. Delivery date: {day}."),
    "it": ("R: {subject}", "confermiamo il Vs. ordine {po}, posizione {item}. Data di consegna: {day}."),
    "fr": ("RE: {subject}", "nous confirmons votre commande {po}, poste {item}. Date de livraison : {day}."),
    "es": ("RE: {subject}", "confirmamos su pedido {po}, posición {item}. Fecha de entrega: {day}."),
    "pt": ("RES: {subject}", "confirmamos o seu pedido {po}, item {item}. Data de entrega: {day}."),
}
SLIP = {
    "de": (
        "Bestellung {po}: neuer Liefertermin",
        "leider verschiebt sich Position {item} ({what}) Ihrer Bestellung {po}. Neuer Liefertermin ist der {day}. "
        "Wir bitten um Entschuldigung.",
    ),
    "en": (
        "PO {po}: new delivery date",
        "unfortunately item {item} ({what}) of your order {po} is delayed. The new delivery date is {day}. "
        "We are sorry for the trouble.",
    ),
    "it": (
        "Ordine {po}: nuova data di consegna",
        "purtroppo la posizione {item} ({what}) del Vs. ordine {po} subisce un ritardo. "
        "La nuova data di consegna è il {day}.",
    ),
    "fr": (
        "Commande {po} : nouvelle date de livraison",
        "le poste {item} ({what}) de votre commande {po} est malheureusement retardé. "
        "La nouvelle date de livraison est le {day}.",
    ),
    "es": (
        "Pedido {po}: nueva fecha de entrega",
        "lamentablemente la posición {item} ({what}) de su pedido {po} se retrasa. "
        "La nueva fecha de entrega es el {day}.",
    ),
    "pt": (
        "Pedido {po}: nova data de entrega",
        "infelizmente o item {item} ({what}) do seu pedido {po} está atrasado. A nova data de entrega é {day}.",
    ),
}
WHERE = {
    "de": (
        "Bestellung {po} Position {item} überfällig",
        "Position {item} ({what}) unserer Bestellung {po} war für {day} zugesagt und ist nicht eingetroffen. "
        "Wann wird sie geliefert?",
    ),
    "en": (
        "Order {po} item {item} is overdue",
        "item {item} ({what}) of our order {po} was promised for {day} and has not arrived. When will it be delivered?",
    ),
}
THEIRS = (
    "which revision of the drawing applies to item {item} ({what}) of your order {po}?",
    "could you send us the delivery address and opening hours for item {item} of your order {po}?",
    "may we deliver 90 percent of item {item} of order {po} now and the rest later?",
)
OURS = "revision C applies to order {po}; please go ahead as ordered."
GREETING = {
    "de": "Guten Tag {name},",
    "en": "Dear {name},",
    "it": "Buongiorno {name},",
    "fr": "Bonjour {name},",
    "es": "Buenos días {name}:",
    "pt": "Bom dia {name},",
}
CLOSING = {
    "de": "Mit freundlichen Grüßen",
    "en": "Best regards",
    "it": "Cordiali saluti",
    "fr": "Cordialement",
    "es": "Saludos cordiales",
    "pt": "Atenciosamente",
}


@dataclass(frozen=True)
class DemoMail:
    """A mail as it lies in the mailbox."""

    path: Path
    at: datetime
    read_at: datetime  # the mailbox is read when the ERP's export has told of the order
    outgoing: bool


class Mailbox:
    """Writes mails into a folder, each with a stable message id."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.rng = Random(seed + 2)
        self.written: list[DemoMail] = []

    def write(
        self, line: Line, at: datetime, text: tuple[str, str], *, language: str, ours: bool, reply_to: str | None = None
    ) -> str:
        """One mail about a line; returns its message id."""
        supplier, number = line.supplier, len(self.written) + 1
        buyer = f"{supplier.owner} <{address_of(supplier.owner)}>"
        partner = f"{supplier.contact} <{supplier.email}>"
        to, sender = (partner, buyer) if ours else (buyer, partner)
        message = EmailMessage()
        message["Message-ID"] = f"<{number:06}@{names.MAIL_DOMAIN if ours else supplier.email.partition('@')[2]}>"
        message["Date"] = format_datetime(at)
        message["From"], message["To"] = sender, to
        message["Subject"] = text[0]
        if reply_to:
            message["In-Reply-To"] = message["References"] = reply_to
        name = supplier.contact.split()[-1] if ours else supplier.owner.split()[-1]
        signature = f"{supplier.owner}\n{names.COMPANY}" if ours else f"{supplier.contact}\n{supplier.name}"
        body = "\n\n".join((GREETING[language].format(name=name), text[1], f"{CLOSING[language]}\n{signature}"))
        message.set_content(body + "\n")
        path = self.folder / f"{at:%Y-%m-%d} {number:04}.eml"
        path.write_bytes(message.as_bytes())
        export = line.issued + timedelta(days=7 - line.issued.weekday())
        listed = datetime.combine(export, time(7), tzinfo=UTC)
        self.written.append(DemoMail(path, at, max(at, listed), ours))
        return str(message["Message-ID"])


def write(world: World, folder: Path, seed: int) -> list[DemoMail]:
    """Every mail of the eighteen months, oldest first."""
    folder.mkdir(parents=True, exist_ok=True)
    box = Mailbox(folder, seed)
    seen: set[str] = set()
    for line in world.lines:
        if line.issued < world.start or line.cancelled is not None:
            continue
        if line.order not in seen:
            seen.add(line.order)
            share = 0.5 if line.supplier.role == "slow to acknowledge" else SHARE_OF_ORDERS
            if box.rng.random() < share:
                _confirmation(box, world, line)
        _slips(box, world, line)
        if box.rng.random() < 0.004:
            _question_of_theirs(box, world, line, weekday(line.issued + timedelta(days=4)))
    _overdue(box, world)
    _fresh(box, world)
    return sorted(box.written, key=lambda mail: (mail.read_at, mail.at, mail.path.name))


def address_of(buyer: str) -> str:
    return f"{buyer.replace('. ', '.').lower()}@{names.MAIL_DOMAIN}"


def language_of(supplier: Supplier) -> str:
    return names.COUNTRIES[supplier.country].language


def _ours(supplier: Supplier) -> str:
    """Our buyers write German to those who speak it, English to all others."""
    return "de" if language_of(supplier) == "de" else "en"


def _filled(text: tuple[str, str], line: Line, day: date | None = None, subject: str = "") -> tuple[str, str]:
    values = {
        "po": line.order,
        "item": line.item,
        "what": line.material.description,
        "day": f"{day:%d.%m.%Y}" if day else "",
        "subject": subject,
    }
    if day and language_of(line.supplier) == "en":
        values["day"] = f"{day.day} {day:%B %Y}"
    return text[0].format(**values), text[1].format(**values)


def _confirmation(box: Mailbox, world: World, line: Line) -> None:
    language = language_of(line.supplier)
    ask = _filled(CONFIRM[_ours(line.supplier)], line)
    asked = _moment(line.issued, box.rng)
    first = box.write(line, asked, ask, language=_ours(line.supplier), ours=True)
    if line.acknowledged is not None and line.acknowledged <= world.as_of:
        answer = _filled(ANSWER[language], line, line.told[0].promised_on, ask[0])
        at = max(_moment(line.acknowledged, box.rng), asked + timedelta(hours=3))
        box.write(line, at, answer, language=language, ours=False, reply_to=first)


def _slips(box: Mailbox, world: World, line: Line) -> None:
    language = language_of(line.supplier)
    for told in line.told[1:]:
        recent = told.known_on > world.as_of - timedelta(weeks=6)
        if told.known_on < world.as_of and box.rng.random() < (0.5 if recent else SHARE_OF_SLIPS):
            text = _filled(SLIP[language], line, told.promised_on)
            box.write(line, _moment(told.known_on, box.rng), text, language=language, ours=False)


def _question_of_theirs(box: Mailbox, world: World, line: Line, day: date) -> None:
    if not world.start <= day <= world.as_of:
        return
    text = f"Question on your order {line.order}", box.rng.choice(THEIRS)
    asked = _moment(day, box.rng)
    first = box.write(line, asked, _filled(text, line), language="en", ours=False)
    answered = working_days_after(day, box.rng.choice((1, 1, 2, 4)))
    if answered <= world.as_of - timedelta(days=3):
        reply = _filled((f"Re: {text[0]}", OURS), line)
        box.write(line, _moment(answered, box.rng), reply, language="en", ours=True, reply_to=first)


def _overdue(box: Mailbox, world: World) -> None:
    """We asked for what is past due; some answered at once, some have not answered yet."""
    for line in world.open_on(world.as_of - timedelta(days=1)):
        promised = line.promise_known(world.as_of - timedelta(days=1))
        if promised is None or promised >= world.as_of - timedelta(days=3):
            continue
        text = _filled(WHERE[_ours(line.supplier)], line, promised)
        day = weekday(promised + timedelta(days=2))
        first = box.write(line, _moment(day, box.rng), text, language=_ours(line.supplier), ours=True)
        again = working_days_after(day, 3)
        if again < world.as_of:
            reminder = f"Re: {text[0]}", text[1]
            when = _moment(again, box.rng)
            box.write(line, when, reminder, language=_ours(line.supplier), ours=True, reply_to=first)


def _fresh(box: Mailbox, world: World) -> None:
    """Mails of the last days with dates that nobody has put into the ERP yet, and questions to us."""
    listed = world.open_on(world.as_of - timedelta(days=1))
    waiting = [line for line in listed if line.told and line.told[0].known_on < world.as_of]
    waiting = [line for line in waiting if (line.promise_known(world.as_of) or date.max) > world.as_of]
    for number, line in enumerate(box.rng.sample(waiting, min(9, len(waiting)))):
        day = working_days_after(world.as_of - timedelta(days=6), 1 + number % 4)
        promised = line.promise_known(world.as_of)
        assert promised is not None
        language = language_of(line.supplier)
        later = weekday(promised + timedelta(days=box.rng.randint(4, 15)))
        text = _filled(SLIP[language], line, later)
        box.write(line, _moment(day, box.rng), text, language=language, ours=False)
    for line in box.rng.sample(waiting, min(3, len(waiting))):
        _question_of_theirs(box, world, line, working_days_after(world.as_of - timedelta(days=5), 1))


def _moment(day: date, rng: Random) -> datetime:
    return datetime.combine(day, time(rng.randint(7, 15), rng.randint(0, 59)), tzinfo=UTC)
