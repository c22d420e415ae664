"""Every carrier this program can ask, what it needs, and how to make its adapter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import quote

from requests.auth import AuthBase

from supplychain_app.carriers import (
    aftership,
    australia_post,
    canada_post,
    dhl_express,
    easypost,
    fedex,
    gls,
    karrio,
    la_poste,
    royal_mail,
    seventeentrack,
    shipengine,
    ups,
    usps,
)
from supplychain_app.carriers.base import Adapter, Call, ConfigError, Pace
from supplychain_app.carriers.dcsa import Dcsa
from supplychain_app.carriers.dhl import BASE_URL as DHL_URL
from supplychain_app.carriers.dhl import Dhl
from supplychain_app.carriers.http import BasicAuth, HeaderAuth, HttpClient, is_loopback
from supplychain_app.carriers.oauth import OAuthClient, TokenCache
from supplychain_app.carriers.presets import PRESETS, Preset
from supplychain_app.language import tr

Make = Callable[["Account", HttpClient, TokenCache], Adapter]


@dataclass(frozen=True)
class Account:
    """How one carrier is reached: settings from the file, secrets from the keyring."""

    carrier: str
    settings: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    backoff: float = 0.8


@dataclass(frozen=True)
class CarrierInfo:
    """A carrier as the settings page lists it."""

    key: str
    name: str
    base_url: str
    secrets: tuple[str, ...]
    pace: Pace
    make: Make
    auth: Callable[[Mapping[str, str]], AuthBase] | None = None
    page: str = ""  # the public page of a shipment, with {n} for its number
    is_ocean: bool = False
    needs_account: bool = True
    note: str = ""  # what the carrier's terms ask, or what to know


def headers(**names: str) -> Callable[[Mapping[str, str]], AuthBase]:
    """Credentials sent as headers; `X_Name="secret"` says which secret goes under X-Name."""

    def made(secrets: Mapping[str, str]) -> AuthBase:
        return HeaderAuth({header.replace("_", "-"): secrets[secret] for header, secret in names.items()})

    return made


def _dcsa(preset: Preset) -> Make:
    def make(account: Account, client: HttpClient, tokens: TokenCache) -> Adapter:
        settings = {"path": preset.path, "needs_booking": "yes" if preset.needs_booking else "", **account.settings}
        if account.settings.get("scheme", preset.scheme) != "oauth2_cc":
            return Dcsa(client, settings)
        client_id = account.secrets["client_id"]
        form = {"grant_type": "client_credentials", "client_id": client_id}
        form["client_secret"] = account.secrets["client_secret"]
        if account.settings.get("scope"):
            form["scope"] = account.settings["scope"]
        url = account.settings.get("token_url") or preset.token_url or f"{client.base_url}/oauth2/token"
        return Dcsa(
            client, settings, OAuthClient(client, tokens, client_id, Call("POST", "", form=form), token_url=url)
        )

    return make


def _line_auth(preset: Preset) -> Callable[[Mapping[str, str]], AuthBase]:
    def made(secrets: Mapping[str, str]) -> AuthBase:
        if preset.scheme == "basic":
            return BasicAuth(secrets["client_id"], secrets["client_secret"])
        return HeaderAuth({header: secrets[name] for header, name in (preset.headers or {}).items()})

    return made


def _line(key: str, preset: Preset) -> CarrierInfo:
    return CarrierInfo(
        key,
        preset.name,
        preset.base_url,
        preset.secrets,
        replace(Dcsa.pace, per_day=preset.per_day),
        _dcsa(preset),
        auth=None if preset.scheme == "oauth2_cc" else _line_auth(preset),
        is_ocean=True,
        note=preset.note,
    )


def _oauth(account: Account, client: HttpClient, tokens: TokenCache, call: Call, *, basic: bool = False) -> OAuthClient:
    client_id, secret = account.secrets["client_id"], account.secrets["client_secret"]
    auth = BasicAuth(client_id, secret) if basic else None
    return OAuthClient(client, tokens, client_id, call, token_auth=auth, token_url=account.settings.get("token_url"))


def _ups(account: Account, client: HttpClient, tokens: TokenCache) -> Adapter:
    return ups.Ups(_oauth(account, client, tokens, ups.TOKEN_CALL, basic=True))


def _fedex(account: Account, client: HttpClient, tokens: TokenCache) -> Adapter:
    call = fedex.token_call(account.secrets["client_id"], account.secrets["client_secret"])
    return fedex.FedEx(_oauth(account, client, tokens, call))


def _usps(account: Account, client: HttpClient, tokens: TokenCache) -> Adapter:
    call = usps.token_call(account.secrets["client_id"], account.secrets["client_secret"])
    return usps.Usps(_oauth(account, client, tokens, call))


def _gls(account: Account, client: HttpClient, tokens: TokenCache) -> Adapter:
    return gls.Gls(_oauth(account, client, tokens, gls.token_call(), basic=True))


_CLIENT = ("client_id", "client_secret")

CARRIERS: dict[str, CarrierInfo] = {
    info.key: info
    for info in (
        CarrierInfo(
            "dhl",
            "DHL",
            DHL_URL,
            ("api_key",),
            Dhl.pace,
            lambda account, client, _: Dhl(client, account.settings),
            headers(DHL_API_Key="api_key"),
            page="https://www.dhl.com/de-en/home/tracking/tracking-parcel.html?submit=1&tracking-id={n}",
            note=tr("A free key from developer.dhl.com: 250 calls a day to start with."),
        ),
        CarrierInfo(
            "ups",
            "UPS",
            ups.BASE_URL,
            _CLIENT,
            ups.Ups.pace,
            _ups,
            page="https://www.ups.com/track?tracknum={n}",
            note=tr("UPS asks: only for parties to the shipment, and its texts unaltered."),
        ),
        CarrierInfo(
            "fedex",
            "FedEx",
            fedex.BASE_URL,
            _CLIENT,
            fedex.FedEx.pace,
            _fedex,
            page="https://www.fedex.com/fedextrack/?trknbr={n}",
            note=tr("Needs a project with the Track capability."),
        ),
        CarrierInfo(
            "usps",
            "USPS",
            usps.BASE_URL,
            _CLIENT,
            usps.Usps.pace,
            _usps,
            page="https://tools.usps.com/go/TrackConfirmAction?tLabels={n}",
            note=tr("Since April 2026 mostly for labels of your own or under an agreement with USPS."),
        ),
        CarrierInfo(
            "dhl_express",
            "DHL Express (MyDHL)",
            dhl_express.BASE_URL,
            ("user", "password"),
            dhl_express.DhlExpress.pace,
            lambda _account, client, _: dhl_express.DhlExpress(client),
            lambda secrets: BasicAuth(secrets["user"], secrets["password"]),
            page="https://www.dhl.com/de-en/home/tracking/tracking-parcel.html?submit=1&tracking-id={n}",
            note=tr("For shippers with an Express account; receivers use DHL."),
        ),
        CarrierInfo("gls", "GLS", gls.BASE_URL, _CLIENT, gls.Gls.pace, _gls),
        CarrierInfo(
            "la_poste",
            "La Poste (Colissimo, Chronopost)",
            la_poste.BASE_URL,
            ("api_key",),
            la_poste.LaPoste.pace,
            lambda _account, client, _: la_poste.LaPoste(client),
            headers(X_Okapi_Key="api_key"),
        ),
        CarrierInfo(
            "royal_mail",
            "Royal Mail",
            royal_mail.BASE_URL,
            _CLIENT,
            royal_mail.RoyalMail.pace,
            lambda _account, client, _: royal_mail.RoyalMail(client),
            headers(X_IBM_Client_Id="client_id", X_IBM_Client_Secret="client_secret"),
            note=tr("Asking means that you accept Royal Mail's terms for its interface."),
        ),
        CarrierInfo(
            "australia_post",
            "Australia Post",
            australia_post.BASE_URL,
            ("api_key", "password", "account_number"),
            australia_post.AustraliaPost.pace,
            lambda _account, client, _: australia_post.AustraliaPost(client),
            australia_post.auth,
            note=tr("For customers with a contract; the account number goes with the key."),
        ),
        CarrierInfo(
            "canada_post",
            "Canada Post",
            canada_post.BASE_URL,
            ("user", "password"),
            canada_post.CanadaPost.pace,
            lambda _account, client, _: canada_post.CanadaPost(client),
            lambda secrets: BasicAuth(secrets["user"], secrets["password"]),
        ),
        *(_line(key, preset) for key, preset in PRESETS.items()),
        CarrierInfo(
            "17track",
            "17TRACK",
            seventeentrack.BASE_URL,
            ("api_key",),
            seventeentrack.SeventeenTrack.pace,
            lambda account, client, _: seventeentrack.SeventeenTrack(client, account.settings),
            lambda secrets: HeaderAuth({"17token": secrets["api_key"]}),
            page="https://t.17track.net/en#nums={n}",
            note=tr("Follows 3,000 carriers; each new number costs a credit, once."),
        ),
        CarrierInfo(
            "aftership",
            "AfterShip",
            aftership.BASE_URL,
            ("api_key",),
            aftership.AfterShip.pace,
            lambda account, client, _: aftership.AfterShip(client, account.settings),
            headers(as_api_key="api_key"),
            note=tr("Each new number costs a credit of your plan."),
        ),
        CarrierInfo(
            "easypost",
            "EasyPost",
            easypost.BASE_URL,
            ("api_key",),
            easypost.EasyPost.pace,
            lambda account, client, _: easypost.EasyPost(client, account.settings),
            lambda secrets: BasicAuth(secrets["api_key"], ""),
            note=tr("Making a tracker costs a fee: only trackers that exist are read unless you allow more."),
        ),
        CarrierInfo(
            "shipengine",
            "ShipEngine",
            shipengine.BASE_URL,
            ("api_key",),
            shipengine.ShipEngine.pace,
            lambda account, client, _: shipengine.ShipEngine(client, account.settings),
            headers(API_Key="api_key"),
            note=tr("Needs a higher plan and the carrier connected there."),
        ),
        CarrierInfo(
            "karrio",
            tr("karrio server"),
            "",
            ("api_key",),
            karrio.Karrio.pace,
            lambda account, client, _: karrio.Karrio(client, account.settings),
            lambda secrets: HeaderAuth({"Authorization": f"Token {secrets['api_key']}"}),
            note=tr("Your own server; plain http inside your network must be allowed in its settings."),
        ),
    )
}


def connect(account: Account, tokens: TokenCache) -> tuple[Adapter, HttpClient]:
    """A carrier's adapter and the client to close after use; ConfigError when something is missing."""
    info = CARRIERS.get(account.carrier)
    if info is None:
        raise ConfigError(
            tr("“{carrier}” is not a carrier this program can ask. Enter its events by hand.", carrier=account.carrier)
        )
    missing = [name for name in info.secrets if not account.secrets.get(name)]
    base_url = account.settings.get("base_url") or info.base_url
    if missing and not is_loopback(base_url):
        raise ConfigError(
            tr(
                "{name} needs its {missing}. Enter it in Settings → Carriers.",
                name=info.name,
                missing=", ".join(missing),
            )
        )
    # The bundled simulator asks for a key, as carriers do, but any will do.
    secrets = {**dict.fromkeys(missing, "simulated"), **account.secrets}
    account = replace(account, secrets=secrets)
    auth = info.auth(secrets) if info.auth else None
    if info.is_ocean and len(info.secrets) == 1 and account.settings.get("header"):  # named in the line's own portal
        auth = HeaderAuth({account.settings["header"]: secrets[info.secrets[0]]})
    client = HttpClient(
        info.name,
        base_url,
        auth=auth,
        allow_http=account.settings.get("allow_http") == "yes",
        ca_file=account.settings.get("ca_file") or None,
        backoff=account.backoff,
        now=account.now,
    )
    return info.make(account, client, tokens), client


def pace_of(carrier: str, settings: Mapping[str, str]) -> Pace:
    """What the user allows, never more than the carrier's cap; a server of our own knows no cap but the user's."""
    info = CARRIERS.get(carrier)
    if info is None:
        return Pace()
    own = is_loopback(settings.get("base_url", ""))
    cap = replace(info.pace, seconds_between=0.0, per_day=None, per_hour=None, connections=8) if own else info.pace
    asked = _number(settings.get("calls_per_day"))
    per_day = cap.per_day if asked is None else int(asked) if cap.per_day is None else min(int(asked), cap.per_day)
    seconds = _number(settings.get("seconds_between_calls"))
    return replace(cap, per_day=per_day, seconds_between=max(cap.seconds_between, seconds or 0.0))


def page_url(carrier: str, number: str) -> str | None:
    """The carrier's public page of a number, for a person to open; it is never read by this program."""
    info = CARRIERS.get(carrier)
    return info.page.replace("{n}", quote(number, safe="")) if info and info.page else None


def _number(text: str | None) -> float | None:
    try:
        return max(float(text), 0.0) if text not in (None, "") else None
    except (TypeError, ValueError):
        return None
