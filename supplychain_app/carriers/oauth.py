"""Client-credentials tokens: fetched once for all threads, kept until shortly before they end."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from requests.auth import AuthBase

from supplychain_app.carriers.base import AuthError, Call, ContractChanged, RateLimited, Temporary
from supplychain_app.carriers.http import HeaderAuth, HttpClient, Reply, retry_after
from supplychain_app.carriers.reading import plain, text_at
from supplychain_app.language import tr

EARLY = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Token:
    value: str
    expires_at: datetime
    scope: str | None

    def __repr__(self) -> str:
        return f"Token(…, until {self.expires_at})"


class TokenCache:
    """Tokens by address and client; shared by the threads of a pull."""

    def __init__(self) -> None:
        self._tokens: dict[tuple[str, str], Token] = {}
        self._locks: dict[tuple[str, str], threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: tuple[str, str], now: datetime, fetch: Callable[[], Token]) -> Token:
        """The valid token, fetched under a lock so that ten threads ask once."""
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            token = self._tokens.get(key)
            if token is None or token.expires_at <= now:
                token = self._tokens[key] = fetch()
            return token

    def clear(self) -> None:
        """Forget all: keys were changed."""
        with self._lock:
            self._tokens.clear()

    def discard(self, key: tuple[str, str], token: Token) -> None:
        """Forget a token that was refused, unless another thread has renewed it already."""
        with self._lock:
            if self._tokens.get(key) is token:
                del self._tokens[key]


KEPT = TokenCache()
"""Tokens of this process, so that each pull need not sign in anew; in memory only, never in a file."""


class OAuthClient:
    """Sends calls with a bearer token; a token that is refused is renewed once.

    Raises ConfigError for a `token_url` that must not be given the secret.
    """

    def __init__(
        self,
        client: HttpClient,
        tokens: TokenCache,
        client_id: str,
        token_call: Call,
        *,
        token_auth: AuthBase | None = None,
        token_url: str | None = None,
    ):
        if token_url:
            client.check(token_url)
        self.client = client
        self._tokens = tokens
        self._key = (token_url or client.base_url, client_id)
        self._token_call = token_call
        self._token_auth = token_auth
        self._token_url = token_url

    def send(self, call: Call) -> Reply:
        """The answer; raises AuthError when the token service, or the API twice, says no."""
        token = self.token()
        reply = self.client.send(call, auth=_bearer(token))
        if reply.status == 401:
            self._tokens.discard(self._key, token)
            reply = self.client.send(call, auth=_bearer(self.token()))
        return reply

    def token(self) -> Token:
        return self._tokens.get(self._key, self.client.now(), self._fetch)

    def _fetch(self) -> Token:
        name = self.client.name
        reply = self.client.send(self._token_call, auth=self._token_auth, url=self._token_url)
        if reply.status in (400, 401, 403):
            raise AuthError(
                tr("{name} refused the client id or secret. Enter them again in Settings → Carriers.", name=name)
            )
        if reply.status == 429:
            when = retry_after(reply.headers.get("Retry-After"), self.client.now())
            raise RateLimited(tr("{name} asks us to wait before the next sign-in.", name=name), when)
        if reply.status >= 500:
            raise Temporary(tr("{name} cannot sign us in at the moment. It is tried again later.", name=name))
        value = text_at(reply.data, "access_token")
        if value is None:
            raise ContractChanged(tr("{name} gave no token.", name=name))
        try:  # the figures may come as texts
            lasts = float(plain(reply.data.get("expires_in")) or 0)
        except ValueError:
            lasts = 0.0
        ends = self.client.now() + timedelta(seconds=min(max(lasts, 0.0) or 300.0, 86_400.0))
        return Token(value, ends - EARLY, text_at(reply.data, "scope"))


def _bearer(token: Token) -> HeaderAuth:
    return HeaderAuth({"Authorization": f"Bearer {token.value}"})
