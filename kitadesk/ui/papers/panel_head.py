"""The head of the paper at the right: which paper, and folding it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.widgets import ChoiceBox


class PaperHead(QWidget):
    """The chooser of papers and the button that folds the panel."""

    chosen = Signal(int)
    """The place of the paper that somebody chose."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperHead")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(4))
        self.chooser = ChoiceBox(self, name="paperChooser")
        self.chooser.setAccessibleName("Papier")
        self.chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chooser.activated.connect(self.chosen)
        self.close_button = IconButton(
            "chevron-right", "Papier einklappen", self, name="closePaper"
        )
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.chooser, 1)
        row.addWidget(self.close_button)

    def offer(self, titles: Sequence[str], number: int) -> None:
        """Offer these papers and show one of them; -1 shows none."""
        self.chooser.clear()
        self.chooser.addItems(list(titles))
        self.show_number(number)

    def show_number(self, number: int) -> None:
        """Show the paper at a place without telling anybody."""
        self.chooser.setCurrentIndex(number)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops."""
        return [self.chooser, self.close_button]
