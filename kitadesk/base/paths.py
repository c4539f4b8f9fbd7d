"""Where the shipped resources and the data of this computer's user lie."""

from __future__ import annotations

from pathlib import Path


def resources_dir() -> Path:
    """Return the folder of texts, rules, fonts and icons.

    The wheel carries it inside the package, the checkout has it beside the package. The package is
    asked first: beside an installed one, `resources` could belong to another program.
    """
    package = Path(__file__).resolve().parents[1]
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def default_data_dir() -> Path:
    """Return the data folder of this user, by the habit of the system; it may not exist yet."""
    # Imported late: the window asks for its fonts here before its first paint.
    from platformdirs import user_data_dir  # noqa: PLC0415

    return Path(user_data_dir("KitaDesk", appauthor=False))
