"""The file `kita.keys`: slots that each give the random data key of `kita.db`.

The data itself is never encrypted anew when a password changes; only a slot is. For now there
is one slot without password; it carries the key with a checksum, so that a damaged key file is
told apart from a wrong one.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from kitadesk.base.errors import KnownStorageError
from kitadesk.base.files import atomic_write

KEY_BYTES = 32
_FORMAT = 1
_OPEN_SLOT = "open"


@dataclass(frozen=True, slots=True)
class DataKey:
    """The 32 random bytes that SQLCipher takes as a raw key; never shown, not even in a repr."""

    raw: bytes

    def __repr__(self) -> str:
        """Hide the key from logs and tracebacks."""
        return "DataKey(…)"


def create_key_file(path: Path) -> DataKey:
    """Make a new data key and write it into one slot without password."""
    key = DataKey(secrets.token_bytes(KEY_BYTES))
    slot = {"kind": _OPEN_SLOT, "key": key.raw.hex(), "check": _checksum(key.raw)}
    text = json.dumps({"format": _FORMAT, "slots": [slot]}, indent=2)
    atomic_write(path, text.encode("ascii"))
    return key


def read_key_file(path: Path) -> DataKey:
    """Return the data key; raises KnownStorageError when the file is missing or damaged."""
    try:
        content = json.loads(path.read_bytes())
        slots = [slot for slot in content["slots"] if slot["kind"] == _OPEN_SLOT]
        raw = bytes.fromhex(slots[0]["key"])
        stored_check = slots[0]["check"]
    except FileNotFoundError:
        raise KnownStorageError("storage_key_missing", file=path.name) from None
    except OSError:
        raise KnownStorageError("file_not_readable", name=path.name) from None
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise KnownStorageError("storage_key_damaged", file=path.name) from None
    if len(raw) != KEY_BYTES or stored_check != _checksum(raw):
        raise KnownStorageError("storage_key_damaged", file=path.name)
    return DataKey(raw)


def _checksum(raw: bytes) -> str:
    return hashlib.sha256(b"kitadesk key slot" + raw).hexdigest()[:16]
