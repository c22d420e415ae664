"""The ocean lines that speak DCSA, as data: address, path, how to sign in, what they insist on. All can be edited."""

from collections.abc import Mapping
from dataclasses import dataclass

from supplychain_app.language import tr


@dataclass(frozen=True, slots=True)
class Preset:
    """A line's defaults; `secrets` name what must be entered, and `headers` say under which header each is sent."""

    name: str
    base_url: str = ""
    path: str = "/v2/events"
    scheme: str = "header"  # header, oauth2_cc, or basic
    headers: Mapping[str, str] | None = None  # header -> secret
    token_url: str = ""
    needs_booking: bool = False
    per_day: int | None = None
    note: str = ""

    @property
    def secrets(self) -> tuple[str, ...]:
        if self.scheme == "header":
            return tuple((self.headers or {}).values())
        return ("client_id", "client_secret")


PRESETS: dict[str, Preset] = {
    "maersk": Preset(
        "Maersk",
        "https://api.maersk.com/track-and-trace-private",
        "/events",
        headers={"Consumer-Key": "api_key"},
        note=tr("Key from developer.maersk.com. Other products use /track-and-trace/v3/events."),
    ),
    "hapag_lloyd": Preset(
        "Hapag-Lloyd",
        "https://api.hlag.com/hlag/external/v2",
        "/events",
        headers={"X-IBM-Client-Id": "client_id", "X-IBM-Client-Secret": "client_secret"},
        per_day=100,
        note=tr("Copy the address from api-portal.hlag.com. A try-out plan allows 100 calls a day."),
    ),
    "cma_cgm": Preset(
        "CMA CGM",
        "https://apis.cma-cgm.net/operation/trackandtrace/v1",
        "/events",
        headers={"KeyId": "api_key"},
        note=tr("Also for APL and ANL. Check the address in the line's portal."),
    ),
    "msc": Preset("MSC", scheme="oauth2_cc", note=tr("MSC names the address and the keys when it connects you.")),
    "evergreen": Preset(
        "Evergreen",
        scheme="oauth2_cc",
        path="/tnt/v2/events",
        note=tr("Evergreen only answers from network addresses that you registered with it."),
    ),
    "hmm": Preset(
        "HMM",
        headers={"x-Gateway-APIKey": "api_key"},
        needs_booking=True,
        note=tr("Key and address from apiportal.hmm21.com. Wants the booking beside the container."),
    ),
    "one": Preset("ONE", headers={"apikey": "api_key"}, note=tr("Copy address and header from the line's portal.")),
    "zim": Preset("ZIM", scheme="oauth2_cc", note=tr("Copy address and keys from the line's portal.")),
    "yang_ming": Preset(
        "Yang Ming", headers={"apikey": "api_key"}, note=tr("Copy address and header from the portal.")
    ),
    "dcsa": Preset(tr("Other ocean line (DCSA)"), headers={"API-Key": "api_key"}),
}
