"""The window "Decisions": every planning lead time that was accepted, kept or set, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.storage import lead_time_decisions
from supplychain_app.storage.lead_time_decisions import Decision
from supplychain_app.ui.lead_times.columns import DECISIONS
from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import caption
from supplychain_app.ui.shared.session import Session
from supplychain_app.ui.shared.table import Table

COLUMNS = (
    Column("when", tr("When"), width=16),
    Column("what", tr("Material or supplier"), fill=True, width=26),
    Column("decision", tr("Decided"), DECISIONS.__getitem__, width=10),
    Column("planning_days", tr("Days"), formats.number, right=True, width=5),
    Column("erp_days", "ERP", formats.number, right=True, width=5),
    Column("service_level", tr("Cover"), formats.percent, right=True, width=7),
    Column("reason", tr("Reason"), width=26),
)


class DecisionLog(QWidget):
    """Read anew whenever something is decided or taken back; Ctrl+C copies the selected rows."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Decisions"))
        self.resize(860, 420)
        self.session = session
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setFont(theme.font(theme.HEAD, theme.STRONG))
        self.model = ListModel(COLUMNS, self)
        self.table = Table(self.model, "lead_time_decisions")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addWidget(self.table, 1)
        layout.addWidget(caption(tr("The last decision on each holds, and goes into the export for the ERP.")))
        session.changed.connect(self._changed)
        self._read()

    def _changed(self, nouns: frozenset[str]) -> None:
        if "decisions" in nouns:
            self._read()

    def _read(self) -> None:
        found = lead_time_decisions.log(self.session.db)
        self.sentence.setText(
            tr("{decisions} on planning lead times.", decisions=formats.plural(len(found), "decision"))
            if found
            else tr("Nothing was decided yet: accept a figure with A, keep the ERP's with K, or set one with E.")
        )
        self.model.show(_shown(found))


def _shown(found: Sequence[Decision]) -> list[dict[str, object]]:
    return [
        {
            "when": formats.moment(one.decided_at),
            "what": " · ".join(name for name in (one.material, one.supplier) if name),
            "decision": one.decision,
            "planning_days": one.planning_days,
            "erp_days": one.erp_days,
            "service_level": one.service_level,
            "reason": one.reason,
        }
        for one in found
    ]
