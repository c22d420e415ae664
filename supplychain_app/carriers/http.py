"""The one way out to a carrier: caps, deadlines, no redirects, credentials that stay home, errors by kind."""

import json
import logging
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.util import Retry

from supplychain_app import __version__
from supplychain_app.carriers.base import (
    AuthError,
    Call,
    ConfigError,
    ContractChanged,
    InvalidNumber,
    PermissionError_,
    QuotaExhausted,
    RateLimited,
    Temporary,
    not_known,
)
from supplychain_app.carriers.reading import without_signer
from supplychain_app.language import tr

BODY_LIMIT = 5_000_000
TIMEOUT = (5, 30)  # seconds to connect, and between two pieces of the answer
DEADLINE = 60.0  # seconds for the whole answer: requests itself has no such limit
LONGEST_WAIT = timedelta(days=2)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_log = logging.getLogger(__name__)


class HeaderAuth(AuthBase):
    """Credentials as headers. As an auth object, so that a `.netrc` entry cannot take their place."""

    def __init__(self, headers: Mapping[str, str]):
        self._headers = dict(headers)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers.update(self._headers)
        return request

    def __repr__(self) -> str:
        return "HeaderAuth(…)"


class BasicAuth(requests.auth.HTTPBasicAuth):
    """User and password."""

    def __repr__(self) -> str:
        return "BasicAuth(…)"


class _ReadRetry(Retry):
    """Repeats after 5xx, but leaves a 503 that names its time to the scheduler."""

    def is_retry(self, method: str, status_code: int, has_retry_after: bool = False) -> bool:
        if status_code == 503 and has_retry_after:
            return False
        return super().is_retry(method, status_code, False)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that arrived whole; `data` is its JSON (or its text, of XML), None when there was no body."""

    status: int
    headers: Mapping[str, str]
    data: Any
    url: str


def is_loopback(url: str) -> bool:
    return (urlsplit(url).hostname or "") in _LOOPBACK


class HttpClient:
    """Sends one carrier's calls from one thread; close it when done."""

    def __init__(
        self,
        name: str,
        base_url: str,
        *,
        auth: AuthBase | None = None,
        allow_http: bool = False,
        ca_file: str | None = None,
        backoff: float = 0.8,
        timeout: tuple[float, float] = TIMEOUT,
        deadline: float = DEADLINE,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ):
        self._allow_http = allow_http
        self.name = name
        self.check(base_url)
        self.base_url = base_url.rstrip("/")
        self.calls = 0
        self.now = now
        self._auth = auth or HeaderAuth({})
        self._timeout = timeout
        self._deadline = deadline
        self._reading = self._session(_ReadRetry(**_RETRY, backoff_factor=backoff), ca_file)
        self._writing = self._session(Retry(0), ca_file)

    def close(self) -> None:
        self._reading.close()
        self._writing.close()

    def check(self, url: str) -> None:
        """Raise ConfigError for an address that must not be given a key."""
        _check_address(self.name, url, allow_http=self._allow_http)

    def send(self, call: Call, *, auth: AuthBase | None = None, url: str | None = None) -> Reply:
        """Send a call and read its JSON. Raises Temporary, ContractChanged or ConfigError; a status is not judged."""
        session = self._reading if call.is_read else self._writing
        address = url or self.base_url + call.path
        self.calls += 1
        try:
            with session.request(
                call.method,
                address,
                params=dict(call.params) or None,
                json=call.json,
                data=dict(call.form) if call.form is not None else None,
                headers=dict(call.headers),
                auth=auth or self._auth,
                timeout=self._timeout,
                stream=True,
                allow_redirects=False,
            ) as response:
                if 300 <= response.status_code < 400:
                    raise ContractChanged(
                        tr(
                            "{name} sent us on to another address, which we do not follow with a key. "
                            "Check its address in Settings → Carriers.",
                            name=self.name,
                        )
                    )
                body = self._read(response)
                status, headers = response.status_code, response.headers
        except requests.exceptions.SSLError:
            raise Temporary(
                tr(
                    "The secure connection to {name} failed. Behind a company proxy, name its CA file in Settings.",
                    name=self.name,
                )
            ) from None
        except requests.exceptions.Timeout:
            raise Temporary(tr("{name} did not answer in time. It is tried again later.", name=self.name)) from None
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema):
            raise ConfigError(
                tr("The address set for {name} is not valid. Check it in Settings → Carriers.", name=self.name)
            ) from None
        except requests.exceptions.ContentDecodingError:
            raise ContractChanged(tr("{name} answered in a form that cannot be unpacked.", name=self.name)) from None
        except requests.exceptions.RequestException:
            raise Temporary(
                tr(
                    "{name} cannot be reached, or does not answer. Check the network; it is tried again later.",
                    name=self.name,
                )
            ) from None
        _log.info("%s %s -> %s, %d bytes", call.method, urlsplit(address).hostname, status, len(body))
        data = self._json(body, status) if not call.is_xml else body.decode("utf-8", "replace").strip() or None
        return Reply(status, headers, data, address)

    def _read(self, response: requests.Response) -> bytes:
        ends = time.monotonic() + self._deadline
        body = bytearray()
        for piece in response.iter_content(65536):
            body += piece
            if len(body) > BODY_LIMIT:
                raise ContractChanged(
                    tr(
                        "{name} answered with more than {most} MB; not read.",
                        name=self.name,
                        most=BODY_LIMIT // 1_000_000,
                    )
                )
            if time.monotonic() > ends:
                raise Temporary(tr("{name} answered too slowly. It is tried again later.", name=self.name))
        return bytes(body)

    def _json(self, body: bytes, status: int) -> Any:
        if not body.strip():
            return None
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            if status >= 400:
                return None
            start = body[:200].decode("utf-8", "replace")
            raise ContractChanged(tr("{name} answered something that is not JSON.", name=self.name), start) from None

    def _session(self, retry: Retry, ca_file: str | None) -> requests.Session:
        session = requests.Session()
        session.headers.update({"User-Agent": f"supplychain-app/{__version__}", "Accept": "application/json"})
        for prefix in ("https://", "http://"):
            session.mount(prefix, HTTPAdapter(max_retries=retry, pool_connections=2, pool_maxsize=2))
        session.trust_env = not is_loopback(self.base_url)  # a company proxy cannot reach our own machine
        session.verify = ca_file or True
        return session


def judge(name: str, reply: Reply, *, now: datetime, daily_quota: bool = False) -> None:
    """Raise the error that a status means; return when the answer may be parsed."""
    status = reply.status
    if status == 204:
        raise not_known(name)
    if status < 300:
        if reply.data is None:
            raise ContractChanged(tr("{name} gave an empty answer.", name=name))
        return
    if status == 401:
        raise AuthError(tr("{name} refused the key. Enter it again in Settings → Carriers.", name=name))
    if status == 403:
        raise PermissionError_(
            tr("{name} does not let this key see that. Check what the key is for at the carrier.", name=name)
        )
    if status in (404, 410):
        raise not_known(name)
    if status == 429 or (status == 503 and "Retry-After" in reply.headers):
        when = retry_after(reply.headers.get("Retry-After"), now)
        if when is None and daily_quota:
            raise QuotaExhausted(tr("{name} allows no more calls today.", name=name), next_midnight(now))
        raise RateLimited(tr("{name} asks us to wait.", name=name), when)
    if status >= 500:
        raise Temporary(
            tr("{name} has trouble of its own (status {status}). It is tried again later.", name=name, status=status)
        )
    raise InvalidNumber(
        tr("{name} cannot use this number (status {status}). Check it, and the carrier.", name=name, status=status)
    )


def retry_after(value: str | None, now: datetime) -> datetime | None:
    """`Retry-After` is seconds or a date; never more than two days ahead."""
    if not value:
        return None
    try:
        when = now + timedelta(seconds=min(max(float(value), 0.0), 172_800.0))
    except (ValueError, OverflowError):
        try:
            when = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError):
            return None
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max(when, now), now + LONGEST_WAIT)


def next_midnight(now: datetime) -> datetime:
    """00:00 UTC of the next day, when daily quotas start again."""
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return day + timedelta(days=1)


_RETRY: dict[str, Any] = {
    "total": 3,
    "read": 1,
    "status_forcelist": {500, 502, 503, 504},
    "backoff_jitter": 0.3,
    "respect_retry_after_header": False,  # urllib3 would sleep in this thread, up to six hours
    "raise_on_status": False,
    "allowed_methods": {"GET", "POST"},
    "redirect": 0,
}


def _check_address(name: str, url: str, *, allow_http: bool) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError(
            tr("{name} has no valid address (“{url}”). Enter one in Settings → Carriers.", name=name, url=url)
        )
    if parts.username or parts.password:
        raise ConfigError(tr("The address of {name} holds a password. Enter it as a key instead.", name=name))
    if parts.scheme == "http" and not (allow_http or is_loopback(url)):
        raise ConfigError(tr("{name} would be asked without encryption. Use an https address.", name=name))


_SECRET_NAME = re.compile(r"api.?key|token|secret|authorization|password", re.IGNORECASE)
_HIDDEN = re.compile(
    r"(?i)\b(authorization|[\w-]*(?:api[-_]?key|token|secret|password)[\w-]*)(\"?\s*[=:]\s*\"?)((?:bearer|basic|token)\s+)?[^\s&\"',;]+"
)


def redact(text: str, secrets: tuple[str, ...] = ()) -> str:
    """A text without keys: those that are known, and whatever stands behind a name that sounds like one."""
    for secret in secrets:
        if len(secret) >= 4:
            text = text.replace(secret, "•••")
    return _HIDDEN.sub(r"\1\2•••", text)


_PERSONAL = re.compile(
    r"sign(ator|ature|ed|er)|photo|image|phone|e-?mail|receivedby|givenname|familyname|firstname|lastname|(recipient|attention|person|customer)_?name"
    r"|^customers$|contact|proofofdelivery|^pod$|^receiver$|^firm$|^company_name$|_url$|documenturl",
    re.IGNORECASE,
)


# Beside a recipient's firm or address stands the recipient's name.
_BESIDE_A_NAME = frozenset({"firm", "attentionName", "postalAddress"})


@lru_cache(4096)  # a carrier's answers use the same few names again and again
def _is_personal(name: str) -> bool:
    return _PERSONAL.search(name) is not None


@lru_cache(4096)
def _names_secret(name: str) -> bool:
    return _SECRET_NAME.search(name) is not None


def scrubbed(value: Any) -> Any:
    """An answer as it may be kept: no images, no personal data, no secrets."""
    if isinstance(value, dict):
        kept = {}
        for name, inner in value.items():
            if _is_personal(str(name)) or (isinstance(inner, str) and _names_secret(str(name))):
                continue
            kept[name] = scrubbed(inner)
        if value.keys() & _BESIDE_A_NAME:
            kept.pop("name", None)
        return kept
    if isinstance(value, list):
        return [scrubbed(inner) for inner in value]
    if isinstance(value, str):
        return f"({len(value)} characters left out)" if len(value) > 2000 else without_signer(value)
    return value
