"""The reading session under a name of its own, so that papers can take one without knowing SQL."""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy.orm import Session

Reader: TypeAlias = Session
"""An open read session; it ends with the question that it was opened for."""
