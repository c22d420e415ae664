"""A real Dovecot on loopback for one test run: as whoever runs the tests, root included."""

import getpass
import grp
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from imapclient import IMAPClient

PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
PASSWORD = "söcret with spaces"
MISSING = "Dovecot is not installed (on Debian: apt-get install dovecot-imapd)"

CONFIG = """
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {login}
ssl = yes
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login{mechanisms}
auth_failure_delay = 0 secs
mail_location = maildir:{folder}/mail/%u
mail_uid = {user}
mail_gid = {group}
first_valid_uid = 1
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {folder}/users
}}
{oauth}
userdb {{
  driver = static
  args = home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
namespace inbox {{
  inbox = yes
}}
"""

OAUTH = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth.conf
}}
"""
OAUTH_SERVER = """
introspection_mode = post
introspection_url = http://127.0.0.1:{port}/introspect
username_attribute = username
active_attribute = active
active_value = true
"""
TOKEN = "a-bearer-token"


class _TokenDesk(BaseHTTPRequestHandler):
    """Tells the mail server whose token it was shown."""

    def do_POST(self) -> None:
        shown = self.rfile.read(int(self.headers["Content-Length"])).decode()
        active = f"token={TOKEN}" in shown
        body = json.dumps({"active": str(active).lower(), "username": "anna99@us.example"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@dataclass
class Dovecot:
    """A running server: its ports, its certificate, and a way to put mails into it."""

    folder: Path
    port: int
    tls_port: int
    cert: Path
    users: int = field(default=0)

    def new_user(self) -> str:
        """A user with an empty mailbox."""
        self.users += 1
        return f"anna{self.users}@us.example"

    @contextmanager
    def client(self, user: str) -> Iterator[IMAPClient]:
        """Someone else who is signed in, and may change things."""
        client = IMAPClient("127.0.0.1", port=self.port, ssl=False, timeout=10)
        client.plain_login(user, PASSWORD)
        yield client
        client.logout()

    def put(self, user: str, *mails: bytes, folder: str = "INBOX") -> None:
        with self.client(user) as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            for mail in mails:
                client.append(folder, mail)

    def seen(self, user: str, folder: str = "INBOX") -> list[int]:
        """The mails that carry the mark of having been read."""
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            return list(client.search("SEEN"))

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")


def make_certificate(folder: Path) -> Path:
    """A certificate for this machine that signs itself; its key lies beside it."""
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=localhost "
        "-addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout key.pem -out cert.pem"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    return folder / "cert.pem"


@contextmanager
def running(*, tokens: str = "") -> Iterator[Dovecot]:
    """Start the server, wait until it answers, and stop it at the end; `tokens` names sign-ins by token it offers."""
    if PROGRAM is None or shutil.which("openssl") is None:
        pytest.skip(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))  # short: its sockets' paths may have 100 letters
    folder.chmod(0o755)
    me = getpass.getuser()
    user = login = me
    if os.geteuid() == 0:  # it refuses to serve mails as root, but brings users of its own
        try:
            user, login = pwd.getpwnam("dovecot").pw_name, pwd.getpwnam("dovenull").pw_name
        except KeyError:
            pytest.skip(MISSING)
    group = grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name
    (folder / "mail").mkdir()
    shutil.chown(folder / "mail", user, group)
    (folder / "users").write_text("".join(f"anna{n}@us.example:{PASSWORD}::::::\n" for n in range(1, 100)))
    cert = make_certificate(folder)
    port, tls_port = _free_port(), _free_port()
    config = folder / "dovecot.conf"
    values = {"folder": folder, "user": user, "group": group, "login": login, "port": port, "tls_port": tls_port}
    desk = ThreadingHTTPServer(("127.0.0.1", 0), _TokenDesk)
    threading.Thread(target=desk.serve_forever, daemon=True).start()
    (folder / "oauth.conf").write_text(OAUTH_SERVER.format(port=desk.server_port))
    values |= {"oauth": OAUTH.format(folder=folder) if tokens else "", "mechanisms": f" {tokens}" if tokens else ""}
    config.write_text(CONFIG.format(**values))
    process = subprocess.Popen([PROGRAM, "-F", "-c", str(config)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        _wait(process, port)
        yield Dovecot(folder, port, tls_port, cert)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)
        desk.shutdown()
        desk.server_close()
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + 15
    while time.monotonic() < until:
        if process.poll() is not None:
            out = process.stdout.read().decode() if process.stdout else ""
            pytest.skip(f"Dovecot does not run here: {out.strip()[-300:]}")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
                if connection.recv(10).startswith(b"* OK"):
                    return
        except OSError:
            process.poll()
    pytest.fail("Dovecot did not answer within 15 seconds")
