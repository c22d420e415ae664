"""The command line's front door: finds the command, and turns our errors into one sentence and an exit code."""

import importlib
import logging
import os
import sys

import click

from supplychain_app import __version__
from supplychain_app.cli.workspace import Given, OpenWindow
from supplychain_app.domain.errors import AppError
from supplychain_app.services import logs

# command -> "module:function" in this package; loaded only when used, so that each starts fast
COMMANDS = {
    "open": "window:open_command",
    "demo": "demo:demo_command",
    "import": "importing:import_command",
    "undo": "importing:undo_command",
    "imports": "importing:imports_command",
    "pull": "tracking:pull_command",
    "recognise": "tracking:recognise_command",
    "simulate-carriers": "tracking:simulate_command",
    "today": "today:today_command",
    "keep-figures": "today:keep_command",
    "lead-times": "figures:lead_times_command",
    "forecast": "figures:forecast_command",
    "backtest": "figures:backtest_command",
    "weak-links": "figures:weak_links_command",
    "responsiveness": "figures:responsiveness_command",
    "read-mail": "mail:read_mail_command",
    "fetch-mail": "mailbox:fetch_mail_command",
    "mailbox": "mailbox:mailbox_command",
    "chase": "mail:chase_command",
    "read-reply": "mail:read_reply_command",
    "scorecards": "exports:scorecards_command",
    "export": "exports:export_command",
    "check": "safekeeping:check_command",
    "backup": "safekeeping:backup_command",
    "restore": "safekeeping:restore_command",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name].split(":")
        command = getattr(importlib.import_module(f"supplychain_app.cli.{module}"), function)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="supplychain-app")
@click.option("--workspace", type=click.Path(dir_okay=False), help="The workspace file (SQLite).")
@click.pass_context
def cli(ctx: click.Context, workspace: str | None) -> None:
    """Track inbound materials, supplier communications and lead times. Without a command: opens the window."""
    ctx.obj.workspace = workspace
    if ctx.invoked_subcommand is None:
        ctx.invoke(cli.get_command(ctx, "open"), file=None)  # type: ignore[arg-type]


def main(arguments: list[str] | None = None, open_window: OpenWindow | None = None) -> int:
    """Run the command line; 0 done, 1 done with rejects, 2 could not do it.

    `open_window` shows a workspace until its window is closed; without it, this is a program without a window.
    """
    logs.start()
    try:
        result = cli.main(args=arguments, prog_name="supplychain-app", standalone_mode=False, obj=Given(open_window))
    except AppError as error:
        click.echo(f"supplychain-app: {error}", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 2
    except BrokenPipeError:  # the reader of our output, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # a fault of ours: nobody should meet a traceback, and it must not be lost
        logging.getLogger(__name__).exception("The command failed")
        click.echo(f"supplychain-app: Something went wrong in the program itself. See {logs.log_folder()}.", err=True)
        return 2
    return result if isinstance(result, int) else 0
