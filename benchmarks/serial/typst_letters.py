"""The same letters through Typst's compiler: one template, the families as data.

Written so that it is quick: each code is one path (a rectangle for each bar takes a tenth longer),
no tags, no hyphenation, no system fonts. A second run over the same data would be answered from
what the compiler keeps, without setting a letter; here it has seen one other letter before.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import typst

from benchmarks.serial.letters import (
    ASKED,
    BODY,
    CLOSING,
    CONTACT,
    DEADLINE,
    FACTS,
    HOUSE,
    HOUSE_LINES,
    LETTERS,
    MORE_FACTS,
    OVER,
    SLIP_LINES,
    TITLE,
    WARM_UP,
    WHEN,
    Addressee,
    addressees,
    logo,
    peak_memory,
    print_figures,
)
from kitadesk.base.paths import resources_dir
from kitadesk.handouts.kit.codes import code128_bars

TEMPLATE = r"""
#let data = json("data.json")
#set page(paper: "a4", margin: (left: 22mm, right: 20mm, top: 18mm, bottom: 5mm))
#set text(font: "Source Sans 3", size: 11.5pt, lang: "de", hyphenate: false)
#set par(leading: 0.62em, spacing: 1em)
#let strong(size, body) = text(size: size, weight: "semibold", body)
#let bars(list) = curve(fill: black, stroke: none, ..for bar in list {
  let (left, right) = (bar.at(0) * 1pt, (bar.at(0) + bar.at(1)) * 1pt)
  (curve.move((left, 0mm)), curve.line((right, 0mm)), curve.line((right, 8.5mm)),
   curve.line((left, 8.5mm)), curve.close())
})
#for family in data.families {
  grid(columns: (1fr, 20mm),
    [#strong(13pt, data.house)\ #text(size: 9.5pt, data.house_lines.join("\n"))],
    image("logo.png", width: 18mm))
  v(6mm)
  par(data.over)
  par(strong(19pt, data.title))
  par(family.salutation)
  for one in data.body { par(one) }
  block(width: 100%, inset: 3mm, stroke: 1.1pt, {
    strong(13.5pt, data.facts.at(0))
    for one in data.facts.slice(1) { linebreak(); one }
  })
  par(strong(11.5pt, data.asked))
  par(data.closing)
  par(data.contact)
  place(bottom, block(height: 94mm, width: 100%, {
    line(length: 100%, stroke: (thickness: 0.8pt, dash: "dashed"))
    grid(columns: (1fr, 45mm),
      [#strong(11.5pt, data.deadline)\ #text(size: 9.5pt, data.event)\
       #strong(11.5pt, family.line)],
      [#strong(19pt, "Nr. " + family.number)\ #bars(family.bars)])
    for one in data.lines { par(one) }
  }))
  pagebreak(weak: true)
}
"""


def data(families: Sequence[Addressee]) -> str:
    """Return what the template reads: the texts in common, and the families."""
    common = {
        "house": HOUSE,
        "house_lines": HOUSE_LINES,
        "over": OVER,
        "title": TITLE,
        "body": BODY,
        "facts": (*FACTS, *MORE_FACTS),
        "asked": ASKED,
        "closing": CLOSING,
        "contact": CONTACT,
        "deadline": f"Rückmeldung bis {DEADLINE}",
        "event": f"{TITLE} {WHEN}",
        "lines": SLIP_LINES,
    }
    own = [
        {
            "salutation": one.salutation,
            "line": one.line,
            "number": one.number,
            "bars": code128_bars(one.digits),
        }
        for one in families
    ]
    return json.dumps({**common, "families": own})


def main() -> None:
    """Compile one letter, then all of them with the clock running."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "logo.png").write_bytes(logo())
        (place / "letters.typ").write_text(TEMPLATE, encoding="utf-8")
        compiler = typst.Compiler(
            place / "letters.typ",
            root=folder,
            font_paths=[str(resources_dir() / "fonts")],
            ignore_system_fonts=True,
        )
        (place / "data.json").write_text(data(WARM_UP), encoding="utf-8")
        compiler.compile(pdf_tags=False)
        (place / "data.json").write_text(data(addressees()), encoding="utf-8")
        at_start = peak_memory()
        start = time.perf_counter()
        pdf = compiler.compile(pdf_tags=False)
        seconds = time.perf_counter() - start
    print_figures(seconds, pdf, at_start, LETTERS)


if __name__ == "__main__":
    main()
