"""Commands about shipments under way: pull, recognise, simulate-carriers."""

import sys
import threading
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from supplychain_app.cli.workspace import json_option, opened, print_json, print_table, progress, workspace_option
from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.domain.identifiers import found_in, recognise

_SHOWN = ("carrier", "number", "status", "new_events", "eta", "error", "not_before")


@click.command("pull")
@workspace_option
@click.option("--carrier", help="Only this carrier's shipments.")
@click.option("--shipment", "number", help="Only this tracking number, shipment or booking.")
@click.option("--all", "everything", is_flag=True, help="Everything under way, not only what is due.")
@json_option
def pull_command(
    workspace: str | None, carrier: str | None, number: str | None, everything: bool, as_json: bool
) -> int:
    """Fetch tracking for what is due, within each carrier's limits."""
    from supplychain_app.carriers.registry import CARRIERS
    from supplychain_app.services import tracking
    from supplychain_app.storage import shipments

    if carrier is not None and carrier not in CARRIERS:
        raise InvalidInput(f"“{carrier}” is no carrier we can ask. Name one of {', '.join(CARRIERS)}.")
    with opened(workspace) as db:
        unit_ids = shipments.unit_ids_of(db, number) if number else None
        if unit_ids == []:
            raise NotFound(f"No shipment has the number “{number}”. Check it, or import the shipment first.")
        result = tracking.pull(
            db,
            carrier=carrier,
            unit_ids=unit_ids,
            everything=everything,
            now=datetime.now(UTC),
            report=progress(),
        )
    rows = [asdict(unit) for unit in result.shipments]
    if as_json:
        shown = [{name: row[name] for name in (*_SHOWN, "unit_id", "eta_moved")} for row in rows]
        links = [{"shipment": link.shipment_id, "purchase_order": link.purchase_order} for link in result.links]
        print_json({"shipments": shown, "problems": list(result.problems), "links": links})
    else:
        print_table(list(_SHOWN), [["" if row[name] is None else str(row[name]) for name in _SHOWN] for row in rows])
        if not rows:
            click.echo("Nothing is due.")
        for link in result.links:
            click.echo(f"A carrier names order {link.purchase_order}: link it to the shipment in the window.")
    for problem in result.problems:
        click.echo(problem, err=True)
    return 1 if result.failed else 0


@click.command("recognise")
@click.argument("numbers", nargs=-1, required=True)
@json_option
def recognise_command(numbers: tuple[str, ...], as_json: bool) -> int:
    """Say which carriers or kinds of number each can be, best first; `-` reads a text, such as a mail, from stdin."""
    if numbers == ("-",):
        numbers = tuple(candidate.number for candidate in found_in(sys.stdin.read()))
    numbers = tuple(one for text in numbers for one in _numbers_of(text))
    found = [(number, recognise(number)) for number in numbers]
    if as_json:
        print_json([{"number": number, "candidates": [asdict(c) for c in candidates]} for number, candidates in found])
        return 0
    rows = [
        [number, candidate.name, candidate.kind, candidate.carrier or "", candidate.check]
        for number, candidates in found
        for candidate in candidates
    ]
    print_table(["number", "can be", "kind", "carrier", "check digit"], rows)
    for number, candidates in found:
        if not candidates:
            click.echo(f"{number}: not a number we know. You can still follow it with a carrier you name.")
    return 0


def _numbers_of(text: str) -> list[str]:
    """A number as it was typed; of a whole text the numbers in it."""
    found = [] if recognise(text) else [candidate.number for candidate in found_in(text)]
    return found or [text]


@click.command("simulate-carriers")
@click.option("--port", type=click.IntRange(0, 65535), default=8877, show_default=True, help="0 takes any free one.")
@click.option(
    "--plan", type=click.Path(dir_okay=False, path_type=Path), help="A plan, as `demo` writes beside its file."
)
@click.option("--now", "moment", help="The moment the carriers believe in, such as 2026-11-23T12:00:00 (default: now).")
def simulate_command(port: int, plan: Path | None, moment: str | None) -> int:
    """Run the bundled carrier simulator in the foreground; stop it with Ctrl-C."""
    from supplychain_app.carriers.registry import CARRIERS
    from supplychain_app.carriers.simulator import CarrierSimulator, SimulatorPlan
    from supplychain_app.carriers.simulator.sample import sample_plan

    try:
        believed = datetime.fromisoformat(moment) if moment else None
    except ValueError:
        raise InvalidInput(f"“{moment}” is not a time. Write it as 2026-11-23T12:00:00.") from None
    today = believed or datetime.now(UTC)
    chosen = SimulatorPlan.from_json(plan) if plan else sample_plan(today)
    try:
        simulator = CarrierSimulator(chosen, port=port)
    except OSError as error:
        raise InvalidInput(f"Port {port} cannot be used: {error.strerror}. Choose another with --port.") from error
    if believed:
        simulator.now = believed if believed.tzinfo else believed.replace(tzinfo=UTC)
    with simulator:
        click.echo(
            f"{len(chosen.units)} shipments at {simulator.url}; give a carrier the address {simulator.url}/CARRIER"
        )
        click.echo(f"CARRIER is one of {', '.join(CARRIERS)}. Ctrl-C stops.")
        threading.Event().wait()
    return 0
