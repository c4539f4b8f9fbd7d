"""Draws on a page with the origin at the top left, lengths in points, y downwards.

The only module that speaks to the toolkit's canvas. What is drawn more than once in a document is
stored once as a form and stamped (serial letters: the unchanging part).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from kitadesk.handouts.kit.canvas import RunCanvas
from kitadesk.handouts.kit.pictures import Picture
from kitadesk.handouts.kit.text import Line


class Pen:
    """Lines, boxes, text and images of one PDF; `page` turns the coordinates over.

    `name` keeps the stamps of several documents in one file apart.
    """

    def __init__(self, canvas: RunCanvas, page_height: float, name: str = "") -> None:
        self._canvas = canvas
        self._height = page_height
        self._name = name
        self._stamps: dict[object, str] = {}

    def text(self, line: Line, x: float, baseline: float) -> None:
        """Set one line with its left end at x."""
        if line.runs:
            self._canvas.write(line.runs, line.size, (x, self._height - baseline))

    def upright(self, line: Line, x: float, bottom: float) -> None:
        """Set one line running upwards, its baseline at x, its start at `bottom`."""
        self._canvas.saveState()
        self._canvas.translate(x, self._height - bottom)
        self._canvas.rotate(90)
        Pen(self._canvas, 0).text(line, 0, 0)
        self._canvas.restoreState()

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float,
        *,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw a straight black line of a width in points."""
        self._canvas.stroke(self._line((*start, *end)), width, dash)

    def box(self, x: float, y: float, width: float, height: float, stroke: float) -> None:
        """Draw an empty rectangle with its top left corner at (x, y)."""
        bottom = self._height - y - height
        self._canvas.stroke(f"{x:.4f} {bottom:.4f} {width:.4f} {height:.4f} re", stroke)

    def bars(
        self, bars: Sequence[tuple[int, int]], x: float, y: float, module: float, height: float
    ) -> None:
        """Fill upright bars, each (offset, width) in modules, side by side from x: a barcode."""
        path = " ".join([f"{offset} 0 {width} 1 re" for offset, width in bars])
        self._canvas.fill(path, (module, height), (x, self._height - y - height))

    def dots(
        self, rows: Sequence[Sequence[tuple[int, int]]], x: float, y: float, module: float
    ) -> None:
        """Fill black stretches, each (offset, width) in modules, row below row: a QR code."""
        path = " ".join(
            f"{offset} {at} {width} 1 re" for at, row in enumerate(rows) for offset, width in row
        )
        self._canvas.fill(path, (module, -module), (x, self._height - y))

    def lines(self, segments: Sequence[tuple[float, float, float, float]], width: float) -> None:
        """Draw many straight lines, each from (x1, y1) to (x2, y2), in one go: a hatching."""
        if segments:
            self._canvas.stroke(" ".join([self._line(segment) for segment in segments]), width)

    def outline(
        self, points: Sequence[tuple[float, float]], stroke: float, *, is_filled: bool
    ) -> None:
        """Draw a closed shape, black inside or white."""
        path = self._canvas.beginPath()
        for number, (x, y) in enumerate(points):
            (path.lineTo if number else path.moveTo)(x, self._height - y)
        path.close()
        self._canvas.setLineWidth(stroke)
        self._canvas.setFillGray(0 if is_filled else 1)
        self._canvas.drawPath(path, stroke=1, fill=1)
        self._canvas.setFillGray(0)

    def clear(self, x: float, y: float, width: float, height: float) -> None:
        """Whiten a rectangle, so that words on a hatching can be read."""
        self._canvas.setFillGray(1)
        self._canvas.rect(x, self._height - y - height, width, height, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def image(self, picture: Picture, x: float, y: float) -> None:
        """Draw a picture with its top left corner at (x, y)."""
        self._canvas.drawImage(
            picture.reader,
            x,
            self._height - y - picture.height,
            picture.width,
            picture.height,
            mask="auto",
        )

    @contextmanager
    def moved(self, right: float) -> Iterator[None]:
        """Draw everything meanwhile so far to the right: the second page on a sheet."""
        if not right:
            yield
            return
        self._canvas.saveState()
        self._canvas.translate(right, 0)
        yield
        self._canvas.restoreState()

    def stamp(self, key: object, page_width: float, draw: Callable[[Pen], None]) -> None:
        """Draw something that comes again at its place: recorded at the first call, then named."""
        canvas = self._canvas
        name = self._stamps.get(key)
        if name is None:
            name = self._stamps[key] = f"{self._name}p{len(self._stamps)}"
            canvas.beginForm(name, 0, 0, page_width, self._height)
            draw(Pen(canvas, self._height))
            canvas.endForm()
        canvas.doForm(name)

    def _line(self, ends: tuple[float, float, float, float]) -> str:
        x1, y1, x2, y2 = ends
        return f"{x1:.4f} {self._height - y1:.4f} m {x2:.4f} {self._height - y2:.4f} l"


DrawAt = Callable[[Pen, float, float], None]
