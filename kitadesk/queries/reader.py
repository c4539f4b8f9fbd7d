"""The reading session under a name of its own, so that papers can take one without knowing SQL."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar, cast

from sqlalchemy.orm import Session

from kitadesk.storage.reading import ReadingSession

P = ParamSpec("P")
T = TypeVar("T")

Reader: TypeAlias = Session
"""An open read session; it ends with the question that it was opened for."""


def once(
    question: Callable[Concatenate[Reader, P], T],
) -> Callable[Concatenate[Reader, P], T]:
    """Ask the file once in a reading: the parts of a paper all ask for the same house and event.

    A reading sees one state of the file, so an answer holds until it ends; it is shared, so it must
    be frozen. Inside the write door, where things change, every question is asked anew.
    """

    @wraps(question)
    def answer(reader: Reader, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if not isinstance(reader, ReadingSession):
            return question(reader, *args, **kwargs)
        asked = (question, args, tuple(kwargs.items()))
        if asked not in reader.answers:
            reader.answers[asked] = question(reader, *args, **kwargs)
        return cast("T", reader.answers[asked])

    return answer
