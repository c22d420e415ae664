"""How a mail server is reached: its address, encryption and sign-in, and what its failures mean in a sentence."""

import ipaddress
import re
import socket
import ssl
from dataclasses import dataclass

from supplychain_app.domain.errors import InvalidInput, MailError
from supplychain_app.language import tr

TLS, STARTTLS, PLAIN = "tls", "starttls", "plain"
PASSWORD, TOKEN = "password", "token"
PATIENCE = 30.0  # seconds until a server that does not answer is given up
CONNECT_WITHIN = 10.0


@dataclass(frozen=True)
class Server:
    """A mail server and who signs in there; the password or token is passed beside it, never kept in it."""

    host: str
    port: int
    security: str = TLS
    user: str = ""
    sign_in: str = PASSWORD

    def check(self) -> None:
        """InvalidInput when this cannot be a server, or would send mails or the password unencrypted."""
        if not self.host:
            raise InvalidInput(tr("No mail server is set up. Name it in Settings → Mail."))
        if not re.fullmatch(r"[A-Za-z0-9._:-]{1,253}", self.host) or "://" in self.host:
            raise InvalidInput(tr("“{host}” is no server name. Write it like imap.example.com.", host=self.host))
        if not 0 < self.port < 65536:
            raise InvalidInput(tr("{port} is no port. Ports go from 1 to 65535.", port=self.port))
        if self.security not in (TLS, STARTTLS, PLAIN) or self.sign_in not in (PASSWORD, TOKEN):
            raise InvalidInput(tr("The encryption is tls, starttls or plain; one signs in by password or token."))
        if self.security == PLAIN and not is_loopback(self.host):
            raise InvalidInput(
                tr(
                    "Without encryption, {host} would get mails and the password in the open. Choose TLS or STARTTLS.",
                    host=self.host,
                )
            )
        if any(ord(c) < 32 or ord(c) == 127 for c in self.user):
            raise InvalidInput(tr("The user name has characters that cannot be typed. Type it again."))

    def fault(self, error: Exception, patience: float = PATIENCE) -> MailError:
        """What went wrong on the way to the server, as one sentence that says what to do."""
        where = f"{self.host}, port {self.port}"
        if isinstance(error, socket.gaierror):
            text = tr("No mail server called {host} was found. Check its name, and the network.", host=self.host)
        elif isinstance(error, TimeoutError):
            text = tr(
                "{where} did not answer within {patience:g} seconds. Try again later, or check server and port.",
                where=where,
                patience=patience,
            )
        elif isinstance(error, ConnectionRefusedError):
            text = tr("{where} takes no connections. Check server and port in Settings → Mail.", where=where)
        elif isinstance(error, ssl.SSLCertVerificationError):
            text = tr(
                "The certificate of {host} is not trusted ({verify_message}). "
                "Check the server's name; a company's own certificate belongs in this system's list.",
                host=self.host,
                verify_message=error.verify_message,
            )
        elif isinstance(error, ssl.SSLError):
            text = tr(
                "{where} does not answer with TLS. Choose another encryption or port in Settings → Mail.", where=where
            )
        else:
            text = tr("The connection to {where} broke off. Try again.", where=where)
        return MailError(text)

    def refusal(self) -> MailError:
        """The server did not let the user in."""
        if self.sign_in == TOKEN:
            return MailError(
                tr(
                    "{host} did not accept the token of {user}. Get a new one: they expire.",
                    host=self.host,
                    user=self.user,
                )
            )
        return MailError(
            tr(
                "{host} did not accept the password of {user}. Type it again in Settings → Mail; "
                "many providers want an app password made for this program.",
                host=self.host,
                user=self.user,
            )
        )


def tls_context() -> ssl.SSLContext:
    """Certificates and host names are always checked."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def is_loopback(host: str) -> bool:
    """Whether the host is this very machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
