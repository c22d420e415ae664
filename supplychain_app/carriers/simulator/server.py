"""Serves the plan over HTTP on loopback; each carrier under its own path, `/<carrier>/…`, in its own dialect."""

import gzip
import json
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qsl, unquote, urlsplit

from supplychain_app.carriers.simulator.dialects import TOKEN_PATHS, dialect_of, has_credentials, refusal
from supplychain_app.carriers.simulator.parcels import token
from supplychain_app.carriers.simulator.plan import Fault, SimulatorPlan
from supplychain_app.carriers.simulator.view import Answer, Request, View, indexed
from supplychain_app.domain.shipments import utc_text

Clock = Callable[[], datetime]


def _wall_clock() -> datetime:
    return datetime.now(UTC)


@dataclass
class Served:
    """What was asked of the simulator, so that tests can look."""

    requests: deque[Request] = field(default_factory=lambda: deque(maxlen=20_000))
    tokens: int = 0


class CarrierSimulator:
    """A context manager around a server thread; `url` is its address, `now` the moment it believes in."""

    def __init__(
        self, plan: SimulatorPlan | None = None, clock: Clock | None = None, *, port: int = 0, latency: float = 0
    ):
        self.latency = latency
        self.served = Served()
        self._clock = clock or _wall_clock
        self._now: datetime | None = None
        self._lock = threading.Lock()
        self.plan = plan or SimulatorPlan()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.simulator = self
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def plan(self) -> SimulatorPlan:
        return self._plan

    @plan.setter
    def plan(self, plan: SimulatorPlan) -> None:
        self._plan = plan
        self._index = indexed(plan.units)
        self._left = {id(fault): fault.times for fault in plan.faults}

    @property
    def now(self) -> datetime:
        return self._now or self._clock()

    @now.setter
    def now(self, moment: datetime) -> None:
        self._now = moment

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def base_url(self, carrier: str) -> str:
        """The address to give a carrier's adapter as its `base_url`."""
        return f"{self.url}/{carrier}"

    def start(self) -> "CarrierSimulator":
        self._thread.start()
        return self

    def stop(self) -> None:
        """Serve nothing more; safe to call twice, and before `start`."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(5)
        self._server.server_close()

    def _serve(self) -> None:
        # Not `serve_forever`, whose `shutdown` waits without end for a loop that never began.
        while not self._stopping.is_set():
            self._server.handle_request()

    def __enter__(self) -> "CarrierSimulator":
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def answer(self, request: Request) -> Answer | Fault:
        """The dialect's answer, or the fault that is due instead."""
        self.served.requests.append(request)
        is_token = any(request.path.startswith(path) for path in TOKEN_PATHS)
        if is_token:
            self.served.tokens += 1
        fault = self._due_fault(request, is_token=is_token)
        if fault and fault.kind not in ("gzip", "slow"):
            return fault
        if not has_credentials(request):
            return refusal(request, 401)
        if is_token:
            return token()
        view = View(self._plan, request.carrier, self.now, self._index)
        answer = dialect_of(request.carrier)(request, view)
        if fault and fault.kind == "slow":
            time.sleep(float(fault.value or 1))
        if fault and fault.kind == "gzip":
            return Answer(gzip.compress(_encoded(answer)), answer.status, answer.headers | {"Content-Encoding": "gzip"})
        return answer

    def _due_fault(self, request: Request, *, is_token: bool) -> Fault | None:
        moment = utc_text(self.now)
        text = unquote(request.path) + " ".join(request.query.values()) + request.body.decode(errors="replace")
        with self._lock:
            for fault in self._plan.faults:
                left = self._left[id(fault)]
                fits = (
                    fault.carrier == request.carrier
                    and (fault.kind == "bad_token") == is_token
                    and (fault.number is None or fault.number in text)
                    and (fault.since is None or fault.since <= moment)
                    and (fault.until is None or moment < fault.until)
                )
                if fits and left != 0:
                    self._left[id(fault)] = left - 1 if left > 0 else left
                    return fault
        return None


class _Server(ThreadingHTTPServer):
    simulator: CarrierSimulator
    daemon_threads = True
    request_queue_size = 128
    timeout = 0.05  # seconds after which the loop looks whether to stop


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = 60
    disable_nagle_algorithm = True  # else each answer waits 40 ms for the caller's acknowledgement
    wbufsize = -1

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: requests carry keys."""

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urlsplit(self.path)
        carrier, _, rest = parts.path.lstrip("/").partition("/")
        request = Request(
            carrier=carrier,
            method=self.command,
            path="/" + rest,
            query=dict(parse_qsl(parts.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=body,
        )
        if self.server.simulator.latency:
            time.sleep(self.server.simulator.latency)
        answer = self.server.simulator.answer(request)
        if isinstance(answer, Answer):
            self._send(answer)
        else:
            self._misbehave(request, answer)

    def _misbehave(self, request: Request, fault: Fault) -> None:
        if fault.kind == "reset":
            self.close_connection = True
            self.connection.close()
        elif fault.kind == "redirect":
            self._send(Answer("", 302, {"Location": fault.value or "https://elsewhere.example/"}, "text/plain"))
        elif fault.kind == "truncated":
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b'{"shipments":[{"id":"44')
            self.close_connection = True
        else:
            self._send(_FAULTS[fault.kind](request, fault))

    def _send(self, answer: Answer) -> None:
        body = _encoded(answer)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):  # the caller had enough of a huge body
            self.close_connection = True


def _encoded(answer: Answer) -> bytes:
    if isinstance(answer.body, bytes):
        return answer.body
    text = answer.body if isinstance(answer.body, str) else json.dumps(answer.body, ensure_ascii=False)
    return text.encode()


def _rate_limited(request: Request, fault: Fault) -> Answer:
    plain = refusal(request, 429)
    return Answer(plain.body, 429, {"Retry-After": fault.value} if fault.value else {})


_FAULTS: dict[str, Callable[[Request, Fault], Answer]] = {
    "unauthorized": lambda request, _: refusal(request, 401),
    "stale_token": lambda request, _: refusal(request, 401),
    "bad_token": lambda request, _: Answer({"error": "invalid_client", "error_description": "unknown client"}, 401),
    "forbidden": lambda request, _: refusal(request, 403),
    "not_found": lambda request, _: refusal(request, 404),
    "rate_limited": _rate_limited,
    "server_error": lambda request, _: Answer("Internal Server Error", 500, content_type="text/plain"),
    "html": lambda request, _: Answer("<html><body>Service notice</body></html>", 200, content_type="text/html"),
    "nonsense": lambda request, _: Answer({"weather": "fine", "list": [1, None, {"a": []}]}),
    "huge": lambda request, _: Answer(b'{"shipments":"' + b"x" * 16_000_000 + b'"}'),
    "empty": lambda request, _: Answer(b""),
}
