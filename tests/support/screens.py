"""What a screen is given in tests, and what it asked of the window."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from kitadesk.services.desk import Desk
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Jobs

HOSTILE_TEXTS = (
    "<b>Meier</b> & Söhne",
    'Anna "die Große" <img src=x onerror=1>',
    "Şahin Łukasz Nguyễn Іван سارة 🦔",
    "a\u202eb\u0000c\x07d",
    "Zeile\tmit\tTabs",
    "x" * 10_000,
)
"""What may be typed or pasted into any field."""


@dataclass
class Screen:
    """A window with its lanes; writes down where screens wanted to go and what they said."""

    context: AppContext
    window: QWidget
    shown: list[tuple[str, object]] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def make_screen(desk: Desk) -> Screen:
    """Make a window of 1280 × 720 over an open desk; call `context.jobs.shutdown()` at the end."""
    window = QWidget()
    window.resize(1280, 720)
    shown: list[tuple[str, object]] = []
    printed: list[str] = []
    said: list[str] = []
    context = AppContext(
        desk=desk,
        jobs=Jobs(window),
        changes=Changes(desk, window),
        window=window,
        navigate=lambda kind, object_id: shown.append((kind, object_id)),
        print_pdf=lambda _pdf, title, _on_printed=None: printed.append(title),
        notify=said.append,
    )
    return Screen(context, window, shown, printed, said)
