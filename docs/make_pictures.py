"""Makes the pictures of the README from the invented town: `python -m docs.make_pictures`."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2

from kitadesk.base.clock import FixedClock
from kitadesk.queries.events import events
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, render_paper
from kitadesk.ui.screenshots import save_screenshots

TARGET = Path(__file__).parent / "pictures"
DAY = date(2027, 1, 25)
PAGES = {
    "heute": "1-heute-heute",
    "uebergang": "2-ubergang-kinder",
    "elternabende": "3-elternabende-plan",
    "rueckmeldungen": "3-elternabende-rueckmeldungen",
    "kontakte": "4-kontakte-gremium",
}
PAPERS = {"einladung": ("invitation", 1), "trennblatt": ("group_separator", 0)}


def main() -> None:
    """Draw every page and three papers of the town on a day in its preparation year."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = Desk.open(folder / "data", FixedClock(DAY))
        fill_demo(desk)
        evening = next(row.id for row in desk.read(events, DAY) if row.is_joint)
        drawn = save_screenshots(desk, folder / "shots", size=(1280, 800))
        by_stem = {path.stem: path for path in drawn}
        for target, stem in PAGES.items():
            (TARGET / f"{target}.png").write_bytes(by_stem[stem].read_bytes())
        for target, (paper, page) in PAPERS.items():
            printed = render_paper(desk, PrintRequest(paper, evening))
            _picture(printed.pdf, page, TARGET / f"papier-{target}.png")
        printed = render_paper(desk, PrintRequest("group_list", None))
        _picture(printed.pdf, 0, TARGET / "papier-gruppenliste.png")
        desk.close()


def _picture(pdf: bytes, page: int, target: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    draw: Callable[..., pypdfium2.PdfBitmap] = document[page].render
    draw(scale=72 / 72).to_pil().convert("L").save(target, optimize=True)
    document.close()


if __name__ == "__main__":
    main()
