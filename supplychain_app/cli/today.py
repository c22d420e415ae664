"""The worklist on the command line."""

from datetime import date

import click

from supplychain_app.cli.workspace import as_of_option, json_option, opened, print_json, today_of, workspace_option
from supplychain_app.domain.money import major
from supplychain_app.reports.next_steps import STEPS
from supplychain_app.reports.worklist_words import money
from supplychain_app.services import keeping, worklist
from supplychain_app.services.worklist import Worklist, WorkRow

TITLES = {
    "past_due": ("Past due", "the promised date has passed and the goods are not here"),
    "will_be_late": ("Will be late", "not due yet; the chance of missing the required date"),
    "stuck": ("Stuck on the way", "no movement for longer than nine in ten comparable shipments"),
    "not_acknowledged": ("Not acknowledged", "order sent, no confirmation from the supplier"),
    "waiting_for_reply": ("Waiting for a reply", "asked, and not answered"),
    "promise_moved": ("Promise moved", "later than a week ago"),
    "arriving": ("Arriving this week", "promised for the next seven days"),
    "check_in": ("Check-ins due", "conversations, follow-ups and agreed actions whose day has come"),
    "data": ("Data to fix", "gaps, and what they hide"),
}


@click.command("today")
@workspace_option
@as_of_option
@click.option("--owner", default=None, help="Only what belongs to this person.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="Show at most this many rows of each group.")
@json_option
def today_command(
    workspace: str | None, as_of: date | None, owner: str | None, limit: int | None, as_json: bool
) -> None:
    """What needs a person today, why, and the next step."""
    with opened(workspace) as db:
        found = worklist.build(db, today=as_of or today_of(db), owner=owner)
    if as_json:
        print_json(document(found))
    else:
        print_worklist(found, limit=limit)


@click.command("keep-figures")
@workspace_option
@as_of_option
@click.option("--attached", is_flag=True, hidden=True, help="End when standard input is closed.")
def keep_command(workspace: str | None, as_of: date | None, attached: bool) -> None:
    """Work out Today and the forecasts, and keep them in the file for the window."""
    if attached:
        keeping.end_with_parent()
    with opened(workspace) as db:
        keeping.keep(db, today=as_of or today_of(db))


def document(found: Worklist) -> dict[str, object]:
    """The worklist in the shape of the manual."""
    counts = {name: {"n": c.n, "last_week": c.last_week, "lines": c.lines} for name, c in found.counts.items()}
    rows = [
        {
            "group": row.group,
            "purchase_order": row.purchase_order,
            "line": row.line,
            "supplier": row.supplier,
            "material": row.material,
            "what": row.what,
            "why": row.why,
            "impact": worth(row),
            "cost": major(row.cost_minor, row.currency) if row.cost_minor is not None else None,
            "currency": row.currency,
            "days": row.days,
            "p_late": row.probability,
            "lines": len(row.line_ids),
            "owner": row.owner,
            "next_step": STEPS[row.next_step].words,
            "due": row.due,
            "key": row.key,
        }
        for row in found.rows
    ]
    since = found.since_last_import
    changed = None
    if since is not None:
        changed = {
            "file": since.file,
            "received_on": since.received_on,
            "moved": since.moved,
            "later": since.later,
            "later_days": since.later_days,
            "earlier": since.earlier,
            "new_past_due": since.new_past_due,
        }
    return {
        "as_of": found.day,
        "headline": found.headline,
        "counts": counts,
        "rows": rows,
        "done": found.done,
        "snoozed": found.snoozed,
        "since_last_import": changed,
    }


def print_worklist(found: Worklist, *, limit: int | None = None) -> None:
    """The worklist for a terminal: a sentence, then the groups."""
    click.echo(f"Today, {found.day:%A} {found.day.day} {found.day:%B %Y}. {found.headline}")
    since = found.since_last_import
    if since is not None and since.moved:
        days = f", {since.later} later (+{since.later_days} days)" if since.later else ""
        overdue = f", {since.new_past_due} new past due" if since.new_past_due else ""
        click.echo(f"Since the last import ({since.file}): {since.moved} dates moved{days}{overdue}.")
    for group, count in found.counts.items():
        rows = [row for row in found.rows if row.group == group]
        title, meaning = TITLES[group]
        click.echo(f"\n{title} {count.n}{_compared(count.n, count.last_week)}: {meaning}")
        for row in rows[:limit]:
            beside = ", ".join(text for text in (worth(row), row.when, row.owner or "no owner") if text)
            click.echo(f"  {row.what} ({beside})")
            click.echo(f"    {row.why} → {STEPS[row.next_step].words}")
        if limit is not None and len(rows) > limit:
            click.echo(f"  and {len(rows) - limit} more")
    if found.done or found.snoozed:
        click.echo(f"\n{found.done} done, {found.snoozed} snoozed.")


def worth(row: WorkRow) -> str:
    """What is at stake: '6 200 €, 10 days × value'."""
    cost = money(row.cost_minor, row.currency) if row.cost_minor is not None else ""
    return ", ".join(text for text in (cost, row.impact) if text)


def _compared(now: int, before: int | None) -> str:
    if before is None:
        return ""
    return " (same as last week)" if now == before else f" ({now - before:+d} on last week)"
