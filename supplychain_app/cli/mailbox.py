"""The commands about the mail account: set it up, try it, and fetch the suppliers' new mails."""

import signal
import threading
from dataclasses import asdict, replace
from datetime import UTC, datetime

import click

from supplychain_app.cli.workspace import json_option, opened, print_json, progress, workspace_option


@click.command("fetch-mail")
@click.option("--again", is_flag=True, help="Look at the mails of the last days once more; known ones are not fetched.")
@workspace_option
@json_option
def fetch_mail_command(again: bool, workspace: str | None, as_json: bool) -> int:
    """File the suppliers' new mails from the mailbox; goes on where the last fetch ended. Ctrl-C stops it."""
    from supplychain_app.services import mailbox

    stop = threading.Event()
    before = signal.signal(signal.SIGINT, lambda *_: stop.set())
    try:
        with opened(workspace) as db:
            result = mailbox.fetch_mail(
                db, now=datetime.now(UTC), again=again, report=progress(), cancelled=stop.is_set
            )
    finally:
        signal.signal(signal.SIGINT, before)
    if as_json:
        print_json(asdict(result) | {"recorded": len(result.recorded)})
    else:
        click.echo(result.summary)
    for problem in result.problems:
        click.echo(problem, err=True)
    return 1 if result.problems or result.stopped else 0


@click.command("mailbox")
@click.option("--imap", "imap_host", help="The server mails are read from.")
@click.option("--imap-port", type=click.IntRange(1, 65535))
@click.option("--imap-security", type=click.Choice(["tls", "starttls", "plain"]), help="plain: on this machine only.")
@click.option("--user", help="Who signs in, most often the mail address.")
@click.option("--sign-in", type=click.Choice(["password", "token"]), help="By (app) password or OAuth bearer token.")
@click.option("--folder", "folders", multiple=True, help="A folder to read; may be given several times.")
@click.option("--only-suppliers/--everyone", default=None, help="Whose mails are read (default: only suppliers').")
@click.option("--days-back", type=click.IntRange(1, 3650), help="How far the first fetch looks back.")
@click.option("--smtp", "smtp_host", help="The server mails are sent through.")
@click.option("--smtp-port", type=click.IntRange(1, 65535))
@click.option("--smtp-security", type=click.Choice(["tls", "starttls", "plain"]), help="plain: on this machine only.")
@click.option("--sender", "sender_address", help="The address mails are sent from.")
@click.option("--name", "sender_name", help="The name mails are signed with.")
@click.option("--ask", is_flag=True, help="Ask for the password or token, and keep it in the system's keyring.")
@click.option("--test", is_flag=True, help="Sign in and look at the folders.")
@workspace_option
@json_option
def mailbox_command(workspace: str | None, as_json: bool, ask: bool, test: bool, **given: object) -> int:
    """Show the mail account, set it up, or try it."""
    from supplychain_app.services import mailbox

    wanted = {name: value for name, value in given.items() if value not in (None, ())}
    with opened(workspace) as db:
        if wanted or ask:
            secret = click.prompt("Password or token", hide_input=True, err=True) if ask else ""
            chosen = replace(mailbox.account(db), **wanted)  # type: ignore[arg-type]
            click.echo(mailbox.set_mailbox(db, chosen, secret=secret), err=True)
        found = asdict(mailbox.account(db)) | {"last_fetch": mailbox.last_fetch(db).said}
        tried = mailbox.test_mailbox(db) if test else None
    if as_json:
        print_json(found | ({"test": tried[0], "all_folders": tried[1]} if tried else {}))
        return 0
    for name, value in found.items():
        shown = ", ".join(value) if isinstance(value, tuple) else value
        click.echo(f"{name.replace('_', ' ')}: {'' if shown is None else shown}".rstrip())
    if tried:
        click.echo(tried[0])
        click.echo(f"All folders: {', '.join(tried[1])}")
    return 0
