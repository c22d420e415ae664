"""The few kinds of error a user can meet; each message says what happened and what to do."""


class AppError(Exception):
    """Something could not be done; the message is a sentence for the user."""


class WorkspaceError(AppError):
    """The workspace file cannot be used: missing, locked, damaged, not ours, or newer than this program."""


class FileError(AppError):
    """A file that was given cannot be read, or cannot be written."""


class ImportRefused(AppError):
    """A readable file cannot be imported as asked: no header, no order number, nothing recognised."""


class NotFound(AppError):
    """What was asked for is not in the workspace."""


class InvalidInput(AppError):
    """A value typed or passed is not acceptable."""


class Cancelled(AppError):
    """The user stopped the work; what was unfinished is left as it was."""


class CarrierError(AppError):
    """A carrier's answer, or the lack of one; kinds are in `carriers.base`."""


class MailError(AppError):
    """A mail server or message cannot be used."""
