"""What can be set for each carrier beside its address and keys, so that nobody has to edit a file."""

from dataclasses import dataclass

from supplychain_app.carriers.presets import PRESETS
from supplychain_app.language import tr


@dataclass(frozen=True, slots=True)
class Option:
    """One setting; with `yes_no` it is a choice, else a text. `usual`: what counts when nothing is entered."""

    name: str
    title: str
    usual: str = ""
    yes_no: bool = False


_EVERYWHERE = (
    Option("calls_per_day", tr("Calls a day at most")),
    Option("seconds_between_calls", tr("Seconds between calls at least")),
    Option("ca_file", tr("File of certificates, behind a company proxy")),
)
_TOKEN = (Option("token_url", tr("Address that gives tokens")),)
_OWN: dict[str, tuple[Option, ...]] = {
    "ups": _TOKEN,
    "fedex": _TOKEN,
    "usps": _TOKEN,
    "gls": _TOKEN,
    "17track": (Option("register", tr("Add new numbers, at a credit each"), "yes", yes_no=True),),
    "aftership": (Option("register", tr("Add new numbers, at a credit each"), "yes", yes_no=True),),
    "easypost": (Option("register", tr("Make new trackers, at a fee each"), "no", yes_no=True),),
    "shipengine": (
        Option("carrier_code", tr("Carrier's code, such as ups")),
        Option("carrier_id", tr("Id of the connected carrier")),
    ),
    "karrio": (
        Option("register", tr("Add new numbers"), "yes", yes_no=True),
        Option("allow_http", tr("Plain http inside our network"), "no", yes_no=True),
    ),
}


def options_of(carrier: str) -> tuple[Option, ...]:
    """The settings of a carrier, its own first.

    >>> [option.name for option in options_of("easypost")][0]
    'register'
    """
    own = _OWN.get(carrier, ())
    preset = PRESETS.get(carrier)
    if preset is not None:
        sign_in: tuple[Option, ...] = ()
        if len(preset.secrets) == 1:
            sign_in = (Option("header", tr("Header of the key"), next(iter(preset.headers or {}), "")),)
        elif preset.scheme == "oauth2_cc":
            sign_in = (
                Option("token_url", tr("Address that gives tokens"), preset.token_url),
                Option("scope", tr("Scope")),
            )
        own = (
            Option("path", tr("Path of the events"), preset.path),
            *sign_in,
            Option("api_version", tr("API version to ask for")),
            Option("needs_booking", tr("Wants the booking, too"), "yes" if preset.needs_booking else "no", yes_no=True),
            Option("test_number", tr("Container to test with")),
        )
    return (*own, *_EVERYWHERE)
