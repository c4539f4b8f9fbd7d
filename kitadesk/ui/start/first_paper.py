"""Was brauchen Sie zuerst? Four cards, each with a small drawing of the paper."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import LinkButton, PlainLabel
from kitadesk.ui.start import drawings
from kitadesk.ui.start.drawings import Drawing
from kitadesk.ui.start.tiles import Tile


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One card; `tab` is where the list stands as long as the paper does not exist yet."""

    paper_id: str
    title: str
    text: str
    drawing: Drawing
    tab: str
    later: str = "Papier folgt noch"


CARDS = (
    PaperCard(
        "invitation",
        "Einladung",
        "zum Elternabend, mit Abschnitt zum Abtrennen",
        drawings.invitation,
        "events",
    ),
    PaperCard(
        "school_starters",
        "Schulanfänger-Liste",
        "wer im Sommer in die Schule kommt",
        drawings.starters,
        "transition",
    ),
    PaperCard(
        "telephone_list",
        "Telefonliste",
        "wen wir anrufen, nach Einrichtungen",
        drawings.telephone,
        "contacts",
    ),
    PaperCard(
        "group_list",
        "Gruppenliste",
        "Namen mit leeren Spalten zum Ausfüllen",
        drawings.group_list,
        "transition",
    ),
)


class FirstPaper(QWidget):
    """The four cards; `chosen` carries the `PaperCard`, `skipped` goes on without a paper."""

    chosen = Signal(object)
    skipped = Signal()

    def __init__(self, existing: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firstPaper")
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(8))
        self.title = PlainLabel("Was brauchen Sie zuerst?", self, kind="title", wrap=True)
        text = PlainLabel(
            "Drucken geht auch, solange noch kein Kind im Programm ist.",
            self,
            kind="muted",
            wrap=True,
        )
        for label in (self.title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(now.px(16))
        self.tiles: list[Tile] = []
        column.addLayout(self._build_cards(frozenset(existing)))
        column.addSpacing(now.px(8))
        row = QHBoxLayout()
        self.skip = LinkButton("Erst einmal umsehen", self, name="skipPaper")
        self.skip.clicked.connect(self._on_skip)
        row.addStretch(1)
        row.addWidget(self.skip)
        row.addStretch(1)
        column.addLayout(row)

    def offer_only(self, paper_ids: Collection[str]) -> None:
        """Leave out the cards of other papers, and the way past them, inside the program."""
        for card, tile in zip(CARDS, self.tiles, strict=True):
            tile.setVisible(card.paper_id in paper_ids)
        self.skip.hide()

    def start(self) -> None:
        """Put the focus on the first card."""
        self.tiles[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _build_cards(self, existing: frozenset[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.current().px(16))
        for number, card in enumerate(CARDS):
            tile = Tile(
                card.title,
                card.text,
                card.drawing,
                self,
                name=f"card_{card.paper_id}",
                remark="" if card.paper_id in existing else card.later,
                width=208,
                drawing_height=150,
            )
            tile.clicked.connect(weak_slot(self._choose, card))
            self.tiles.append(tile)
            grid.addWidget(tile, 0, number)
        return grid

    def _choose(self, card: PaperCard) -> None:
        self.chosen.emit(card)

    def _on_skip(self) -> None:
        self.skipped.emit()
