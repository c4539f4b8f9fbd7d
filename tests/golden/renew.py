"""Writes the kept texts and pictures anew: `python -m tests.golden.renew [name …]`, then look."""

from __future__ import annotations

import sys

from tests.golden.cases import CASES, FOLDER, picture_of, png_of, printed, text_of


def main(names: list[str]) -> None:
    """Renew the named cases, or all; what no case has any more is removed."""
    for name in names or CASES:
        pdf = printed(name)
        (FOLDER / f"{name}.txt").write_text(text_of(pdf), encoding="utf-8", newline="\n")
        (FOLDER / f"{name}.png").write_bytes(png_of(picture_of(pdf)))
    for kept in (*FOLDER.glob("*.txt"), *FOLDER.glob("*.png")):
        if kept.stem not in CASES:
            kept.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
