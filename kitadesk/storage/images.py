"""Row images: what a row held before and after, as plain values that fit into JSON.

Plain values are those that the driver gets and gives, so bulk work passes by SQLAlchemy's types:
what goes to the driver is the image, and what comes from it can be compared with one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects import sqlite

from kitadesk.storage.models.base import default_of
from kitadesk.storage.types import Guid

Image = dict[str, Any]
PlainRow = tuple[Any, ...]
ToPlain = Callable[[Any], Any]
_DIALECT = sqlite.dialect()
_VERSION = "version"


@dataclass(frozen=True, slots=True)
class TableCodec:
    """How the rows of a table become plain values; `names` leaves out the version."""

    names: tuple[str, ...]
    to_plain: tuple[ToPlain | None, ...]


@cache
def codec_of(table: Table) -> TableCodec:
    """Return the codec of a table, made once."""
    columns = [column for column in table.columns if column.key != _VERSION]
    return TableCodec(
        tuple(column.key for column in columns),
        tuple(_bind(column) for column in columns),
    )


def _bind(column: Column[Any]) -> Any:
    return column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def image_of(table: Table, values: Mapping[str, Any]) -> Image:
    """Return the image of a row from its Python values, without the version."""
    codec = codec_of(table)
    return {
        name: to_plain(values[name]) if to_plain is not None else values[name]
        for name, to_plain in zip(codec.names, codec.to_plain, strict=True)
    }


class _Once(dict[Any, Any]):
    """Remembers the plain form of values that come again and again, such as days and enums."""

    def __init__(self, to_plain: ToPlain) -> None:
        super().__init__()
        self._to_plain = to_plain

    def __missing__(self, value: Any) -> Any:
        plain = self[value] = self._to_plain(value)
        return plain


def plain_column(column: Column[Any], values: Sequence[Any]) -> Sequence[Any]:
    """Return the plain form of all values of one column: a column at a time takes a third."""
    if isinstance(column.type, Guid):
        return [None if value is None else value.int.to_bytes(16, "big") for value in values]
    to_plain = _bind(column)
    return values if to_plain is None else list(map(_Once(to_plain).__getitem__, values))


def encode(image: Image | None) -> str | None:
    """Return the image as JSON; bytes become {"b": hex}."""
    return None if image is None else _ENCODER.encode(image)


def decode(text: str | None) -> Image | None:
    """Return the image behind its JSON."""
    return None if text is None else _DECODER.decode(text)


def completed(table: Table, image: Image | None) -> Image | None:
    """Return an image of an older schema as one of today's: new columns get their defaults.

    A migration gives the same values to the rows that were there, so old steps can be undone.
    """
    codec = codec_of(table)
    if image is None or len(image) == len(codec.names):
        return image
    return {
        name: image[name] if name in image else _plain_default(table.columns[name])
        for name in codec.names
    }


def _plain_default(column: Column[Any]) -> Any:
    value, to_plain = default_of(column), _bind(column)
    return value if to_plain is None else to_plain(value)


def _encode_bytes(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"b": value.hex()}
    raise TypeError(f"no plain value: {type(value).__name__}")


def _decode_bytes(value: dict[str, Any]) -> object:
    return bytes.fromhex(value["b"]) if value.keys() == {"b"} else value


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_encode_bytes, separators=(",", ":"))
_DECODER = json.JSONDecoder(object_hook=_decode_bytes)
