"""The next steps that Today offers: what each is called, its icon, and what it sets going in the window."""

from dataclasses import dataclass
from enum import StrEnum

from supplychain_app.language import tr


class NextStep(StrEnum):
    """What a person does next about a row; kept in files, so a name stays what it is."""

    ANSWER = "answer"
    ASK_CARRIER = "ask_carrier"
    ASK_FOR_DATE = "ask_for_date"
    ASK_RECEIVING = "ask_receiving"
    CALL = "call"
    CHECK_IN = "check_in"
    CONFIRM_DATE = "confirm_date"
    DO_IT = "do_it"
    FIX_DATA = "fix_data"
    REMIND = "remind"
    REMIND_OF_ACTION = "remind_of_action"
    TELL_RECEIVING = "tell_receiving"
    WARN_PLANNER = "warn_planner"


class Act(StrEnum):
    """What the window does when the step is taken."""

    WRITE = "write a mail"
    LOG = "log a call or meeting"
    AGENDA = "show what to talk about"
    SHIPMENT = "show the shipment"
    OPEN = "show the lines"
    READ = "show the mails"
    WARN = "write to our planner"


@dataclass(frozen=True)
class Step:
    """One next step."""

    words: str
    icon: str
    act: Act


STEPS = {
    NextStep.ANSWER: Step(tr("Answer"), "mail", Act.READ),
    NextStep.ASK_CARRIER: Step(tr("Ask carrier"), "mail", Act.SHIPMENT),
    NextStep.ASK_FOR_DATE: Step(tr("Ask for date"), "mail", Act.WRITE),
    NextStep.ASK_RECEIVING: Step(tr("Ask receiving"), "ask", Act.OPEN),
    NextStep.CALL: Step(tr("Call"), "call", Act.LOG),
    NextStep.CHECK_IN: Step(tr("Call"), "call", Act.AGENDA),
    NextStep.CONFIRM_DATE: Step(tr("Confirm date"), "mail", Act.WRITE),
    NextStep.DO_IT: Step(tr("Do it"), "check", Act.LOG),
    NextStep.FIX_DATA: Step(tr("Fix data"), "edit", Act.OPEN),
    NextStep.REMIND: Step(tr("Remind"), "mail", Act.WRITE),
    NextStep.REMIND_OF_ACTION: Step(tr("Remind"), "call", Act.LOG),
    NextStep.TELL_RECEIVING: Step(tr("Tell receiving"), "ask", Act.OPEN),
    NextStep.WARN_PLANNER: Step(tr("Warn planner"), "user", Act.WARN),
}
