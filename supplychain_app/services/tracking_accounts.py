"""Carrier accounts: set up, try out, and see how each carrier is doing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from supplychain_app.carriers import registry
from supplychain_app.carriers.http import is_loopback, redact
from supplychain_app.carriers.oauth import KEPT, TokenCache
from supplychain_app.carriers.registry import CARRIERS, Account
from supplychain_app.carriers.secrets import SESSION, SecretStore
from supplychain_app.domain.errors import CarrierError, InvalidInput
from supplychain_app.domain.identifiers import carrier_key
from supplychain_app.domain.shipments import utc_text
from supplychain_app.language import tr
from supplychain_app.storage import carriers, database
from supplychain_app.storage.connection import Database

AGGREGATORS = ("17track", "aftership", "easypost", "shipengine", "karrio")
"""Who is asked for carriers that have no account of their own, in this order."""


@dataclass(frozen=True, slots=True)
class CarrierHealth:
    """How one carrier is doing; `calls_left` is None where no daily limit is known."""

    carrier: str
    name: str
    enabled: bool
    connected: bool  # all keys are there
    calls_today: int
    daily_limit: int | None
    last_success_at: str | None
    last_error: str | None
    last_error_at: str | None
    paused_reason: str | None
    not_before: str | None
    note: str

    @property
    def calls_left(self) -> int | None:
        return None if self.daily_limit is None else max(self.daily_limit - self.calls_today, 0)


def account_of(
    db: Database,
    carrier: str,
    store: SecretStore = SESSION,
    *,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    backoff: float = 0.8,
) -> Account:
    """A carrier's settings and keys."""
    row = carriers.accounts(db).get(carrier)
    secrets = store.get(carrier, CARRIERS[carrier].secrets) if carrier in CARRIERS else {}
    return Account(carrier, row.settings if row else {}, secrets, now, backoff)


def askable(db: Database, carrier: str, store: SecretStore = SESSION) -> tuple[str | None, str]:
    """The account through which a carrier can be asked, or None and why not."""
    known = carriers.accounts(db)
    trouble = tr("no account is set up. Add one in Settings → Carriers, or enter its events by hand.")
    for key in (carrier, *AGGREGATORS):
        row = known.get(key)
        if key not in CARRIERS or (row is not None and not row.enabled):
            continue
        if row is not None and row.paused_reason:
            trouble = row.paused_reason
            continue
        account = account_of(db, key, store)
        address = account.settings.get("base_url") or CARRIERS[key].base_url
        if address and (is_loopback(address) or all(account.secrets.get(name) for name in CARRIERS[key].secrets)):
            return key, ""
    return None, trouble


def set_account(
    db: Database,
    carrier: str,
    settings: Mapping[str, str],
    secrets: Mapping[str, str],
    *,
    enabled: bool = True,
    store: SecretStore = SESSION,
) -> str:
    """Save a carrier's settings in the file and its keys in the keyring; a sentence says where the keys are."""
    info = _known(carrier)
    known = {"base_url": info.base_url, **settings}
    unknown = [name for name in secrets if name not in info.secrets]
    if unknown:
        raise InvalidInput(
            tr(
                "{name} has no key named {unknown}. It takes: {choices}.",
                name=info.name,
                unknown=", ".join(unknown),
                choices=", ".join(info.secrets),
            )
        )
    misplaced = [name for name in settings if name in info.secrets]
    if misplaced:
        raise InvalidInput(
            tr("{keys} of {name} is a key: it is not kept in the file.", keys=", ".join(misplaced), name=info.name)
        )
    where = store.set(info.key, secrets) if secrets else tr("No keys were changed.")
    KEPT.clear()  # a token may have been given for the former key
    carriers.save_account(db, info.key, {n: str(v) for n, v in known.items() if str(v)}, enabled=enabled)
    return where


def remove_account(db: Database, carrier: str, *, store: SecretStore = SESSION) -> None:
    """Forget a carrier's settings and keys; what it told stays."""
    info = _known(carrier)
    store.set(info.key, dict.fromkeys(info.secrets, ""))
    KEPT.clear()
    carriers.remove_account(db, info.key)


def accounts(db: Database) -> dict[str, carriers.AccountRow]:
    return carriers.accounts(db)


def carrier_health(db: Database, now: datetime, *, store: SecretStore = SESSION) -> list[CarrierHealth]:
    """Every carrier this program knows: those set up first."""
    known = carriers.accounts(db)
    found = []
    for key, info in CARRIERS.items():
        row = known.get(key)
        account = account_of(db, key, store)
        held = carriers.not_before(db, key, now)
        address = account.settings.get("base_url") or info.base_url
        found.append(
            CarrierHealth(
                carrier=key,
                name=info.name,
                enabled=row.enabled if row else True,
                connected=bool(address)
                and (is_loopback(address) or all(account.secrets.get(name) for name in info.secrets)),
                calls_today=carriers.calls_on(db, key, now),
                daily_limit=registry.pace_of(key, account.settings).per_day,
                last_success_at=row.last_success_at if row else None,
                last_error=row.last_error if row else None,
                last_error_at=row.last_error_at if row else None,
                paused_reason=row.paused_reason if row else None,
                not_before=utc_text(held) if held else None,
                note=info.note,
            )
        )
    return sorted(found, key=lambda health: (health.carrier not in known, not health.connected, health.name.lower()))


def test_connection(  # a test of the carrier, not of this program
    db: Database,
    carrier: str,
    *,
    now: datetime | None = None,  # noqa: PT028
    store: SecretStore = SESSION,  # noqa: PT028
) -> str:
    """Ask a carrier whether it takes the key; a sentence. Raises a CarrierError that says what is wrong."""
    info = _known(carrier)
    account = account_of(db, info.key, store)
    moment = now or datetime.now(UTC)
    adapter, client = registry.connect(account, TokenCache())
    try:
        answer = adapter.test()
    except CarrierError as error:
        text = redact(str(error), tuple(account.secrets.values()))
        carriers.note_result(db, info.key, now=utc_text(moment), error=text)
        raise
    finally:
        client.close()
        carriers.count_more(
            db, info.key, moment, client.calls, seconds_between=0, hourly=info.pace.per_hour is not None
        )
    carriers.note_result(db, info.key, now=utc_text(moment))
    return answer


def pause(db: Database, carrier: str, *, enabled: bool) -> None:
    """Switch a carrier off or on."""
    info = _known(carrier)
    row = carriers.accounts(db).get(info.key)
    with database.writing(db):
        carriers.save_account(db, info.key, row.settings if row else {}, enabled=enabled)


def _known(carrier: str) -> registry.CarrierInfo:
    info = CARRIERS.get(carrier_key(carrier))
    if info is None:
        raise InvalidInput(
            tr(
                "“{carrier}” is not a carrier this program can ask. Known are: {known}.",
                carrier=carrier,
                known=", ".join(CARRIERS),
            )
        )
    return info
