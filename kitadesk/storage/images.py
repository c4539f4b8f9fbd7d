"""Row images: what a row held before and after, as plain values that fit into JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects import sqlite

Image = dict[str, Any]
_DIALECT = sqlite.dialect()


@cache
def _codecs(table: Table) -> tuple[tuple[str, Any, Any], ...]:
    """Return (column, to plain, from plain) of every column but the version."""
    return tuple(
        (column.key, _bind(column), _result(column))
        for column in table.columns
        if column.key != "version"
    )


def _bind(column: Column[Any]) -> Any:
    return column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def _result(column: Column[Any]) -> Any:
    return column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)


def image_of(table: Table, values: Mapping[str, Any]) -> Image:
    """Return the image of a row from its Python values, without the version."""
    return {
        name: to_plain(values[name]) if to_plain is not None else values[name]
        for name, to_plain, _ in _codecs(table)
    }


def values_of(table: Table, image: Image) -> dict[str, Any]:
    """Return the Python values behind an image."""
    return {
        name: from_plain(image[name]) if from_plain is not None else image[name]
        for name, _, from_plain in _codecs(table)
        if name in image
    }


def encode(image: Image | None) -> str | None:
    """Return the image as JSON; bytes become {"b": hex}."""
    if image is None:
        return None
    return json.dumps(image, ensure_ascii=False, default=_encode_bytes, separators=(",", ":"))


def decode(text: str | None) -> Image | None:
    """Return the image behind its JSON."""
    return None if text is None else json.loads(text, object_hook=_decode_bytes)


def _encode_bytes(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"b": value.hex()}
    raise TypeError(f"no plain value: {type(value).__name__}")


def _decode_bytes(value: dict[str, Any]) -> object:
    return bytes.fromhex(value["b"]) if value.keys() == {"b"} else value
