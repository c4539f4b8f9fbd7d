"""A session that can only read."""

from __future__ import annotations

from collections.abc import Hashable

from sqlalchemy import Engine
from sqlalchemy.orm import Session


class ReadingSession(Session):
    """Sees one state of the file until it ends, and so may keep answers it has given."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.answers: dict[Hashable, object] = {}
