"""The rules of the way out, one by one."""

import socket
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from supplychain_app.carriers.base import Call, ConfigError, ContractChanged, RateLimited, Temporary
from supplychain_app.carriers.http import HeaderAuth, HttpClient, judge, redact, retry_after, scrubbed
from supplychain_app.carriers.oauth import OAuthClient, Token, TokenCache
from supplychain_app.carriers.simulator import CarrierSimulator, Fault, SimulatorPlan
from tests.carriers.plans import NOW, SECRET, adapter_of, fetched, parcel

READ = Call("GET", "/track/shipments", {"trackingNumber": "4411223344"})


def client_of(simulator: CarrierSimulator, **more: object) -> HttpClient:
    auth = HeaderAuth({"DHL-API-Key": SECRET, "Authorization": f"Bearer {SECRET}"})
    return HttpClient("DHL", simulator.base_url("dhl"), auth=auth, backoff=0.0, **more)  # type: ignore[arg-type]


def test_a_redirect_is_refused_and_the_key_stays_home() -> None:
    with CarrierSimulator() as stranger:
        fault = Fault("dhl", "redirect", times=-1, value=f"{stranger.url}/dhl/track/shipments")
        plan = SimulatorPlan((parcel("dhl"),), (fault,))
        with CarrierSimulator(plan) as simulator, pytest.raises(ContractChanged):
            client_of(simulator).send(READ)
        assert not stranger.served.requests


def test_a_netrc_entry_does_not_replace_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with CarrierSimulator(SimulatorPlan((parcel("dhl"),))) as simulator:
        client = client_of(simulator)
        client._reading.trust_env = True
        client.send(READ)
        assert simulator.served.requests[0].headers["authorization"] == f"Bearer {SECRET}"


def test_no_answer_in_time_is_temporary() -> None:
    fault = Fault("dhl", "slow", times=-1, value="0.3")
    with (
        CarrierSimulator(SimulatorPlan((parcel("dhl"),), (fault,))) as simulator,
        pytest.raises(Temporary, match="answer"),
    ):
        client_of(simulator, timeout=(1, 0.05)).send(READ)


def test_the_whole_answer_has_a_deadline() -> None:
    with CarrierSimulator(SimulatorPlan((parcel("dhl"),))) as simulator, pytest.raises(Temporary, match="slowly"):
        client_of(simulator, deadline=-1.0).send(READ)


def test_nobody_there_is_temporary() -> None:
    with pytest.raises(Temporary, match="reached"):
        HttpClient("DHL", "http://127.0.0.1:9", backoff=0.0).send(READ)


def test_no_secure_connection_is_temporary() -> None:
    with CarrierSimulator() as simulator, pytest.raises(Temporary, match="secure connection"):
        HttpClient("DHL", simulator.url.replace("http:", "https:"), backoff=0.0).send(READ)


def test_a_host_that_no_one_knows_is_temporary(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror("Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Temporary, match="reached"):
        HttpClient("DHL", "https://carrier.invalid", backoff=0.0).send(READ)


def test_creating_calls_are_never_repeated() -> None:
    with CarrierSimulator(SimulatorPlan((), (Fault("17track", "server_error", times=-1),))) as simulator:
        client = HttpClient("17TRACK", simulator.base_url("17track"), backoff=0.0)
        assert client.send(Call("POST", "/register", json=[], is_read=False)).status == 500
        assert len(simulator.served.requests) == 1
        assert client.send(Call("POST", "/gettrackinfo", json=[])).status == 500
        assert len(simulator.served.requests) == 5


@pytest.mark.parametrize(
    "url", ["http://carrier.example", "ftp://127.0.0.1", "", "nonsense", "https://user:secret@carrier.example"]
)
def test_addresses_that_are_refused(url: str) -> None:
    with pytest.raises(ConfigError):
        HttpClient("DHL", url)


def test_a_token_service_is_not_given_the_secret_without_encryption() -> None:
    client = HttpClient("A line", "https://line.example")
    with pytest.raises(ConfigError, match="encryption"):
        OAuthClient(client, TokenCache(), "me", Call("POST", ""), token_url="http://tokens.example/oauth2/token")


def test_a_simulator_stops_twice_and_before_it_began() -> None:
    never = CarrierSimulator()
    never.stop()
    with CarrierSimulator() as simulator:
        pass
    simulator.stop()
    with pytest.raises(Temporary):
        client_of(simulator).send(READ)


def test_http_may_be_allowed_for_a_server_of_ones_own() -> None:
    HttpClient("karrio", "http://karrio.lan:5002", allow_http=True)
    HttpClient("karrio", "http://localhost:5002")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", NOW + timedelta(seconds=120)),
        ("Wed, 20 May 2026 13:00:00 GMT", datetime(2026, 5, 20, 13, tzinfo=UTC)),
        ("-5", NOW),
        ("999999999", NOW + timedelta(days=2)),
        ("soon", None),
        (None, None),
        ("nan", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, expected: datetime | None) -> None:
    assert retry_after(value, NOW) == expected


@pytest.mark.parametrize("value", ["120", "Wed, 20 May 2026 12:02:00 GMT"])
def test_a_429_frees_the_thread_at_once(value: str) -> None:
    plan = SimulatorPlan((parcel("fedex"),), (Fault("fedex", "rate_limited", times=-1, value=value),))
    simulator = CarrierSimulator(plan)
    simulator.now = NOW
    with simulator, pytest.raises(RateLimited) as caught:
        fetched(simulator, parcel("fedex"))
    assert caught.value.not_before == NOW + timedelta(seconds=120)
    assert len(simulator.served.requests) == 2  # the token's, and the one that was refused


def test_a_503_that_names_its_time_is_left_to_the_scheduler() -> None:
    from requests.structures import CaseInsensitiveDict

    from supplychain_app.carriers.http import Reply

    reply = Reply(503, CaseInsensitiveDict({"retry-after": "30"}), None, "")
    with pytest.raises(RateLimited):
        judge("DHL", reply, now=NOW)


def test_ten_threads_fetch_one_token() -> None:
    cache, fetches = TokenCache(), []

    def fetch() -> Token:
        fetches.append(1)
        return Token("t", NOW + timedelta(hours=1), None)

    threads = [threading.Thread(target=lambda: cache.get(("u", "c"), NOW, fetch)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(fetches) == 1
    cache.get(("u", "c"), NOW + timedelta(hours=2), fetch)
    assert len(fetches) == 2


def test_one_token_serves_many_calls() -> None:
    simulator = CarrierSimulator(SimulatorPlan((parcel("ups"),)))
    simulator.now = NOW
    with simulator:
        adapter, client = adapter_of(simulator, "ups")
        from supplychain_app.carriers.base import Wanted

        for _ in range(3):
            adapter.fetch([Wanted("4411223344")])
        client.close()
        assert simulator.served.tokens == 1


@pytest.mark.parametrize(
    "text",
    [
        f"failed for https://x.example/?api_key={SECRET}&a=1",
        f"Authorization: Bearer {SECRET}",
        f'{{"access_token": "{SECRET}"}}',
        f"DHL-API-Key={SECRET}",
        f"client_secret={SECRET}",
    ],
)
def test_secrets_are_hidden_in_texts(text: str) -> None:
    assert SECRET not in redact(text)
    assert SECRET not in redact(f"what {SECRET} is", (SECRET,))


def test_personal_data_and_images_are_not_kept() -> None:
    answer = {
        "events": [{"description": "Delivered", "signedByName": "Erika"}],
        "proofOfDelivery": {"signed": {"name": "Erika"}},
        "deliveryPhoto": {"photo": "QUJD"},
        "image": "x" * 5000,
        "blob": "y" * 5000,
        "phone": "123",
        "pieceIds": ["JD1"],
        "access_token": SECRET,
    }
    assert scrubbed(answer) == {
        "events": [{"description": "Delivered"}],
        "blob": "(5000 characters left out)",
        "pieceIds": ["JD1"],
    }
