"""The versions of the schema that this program knows, and how a file tells its own in plain SQL."""

from __future__ import annotations

HEAD = "0004"
KNOWN_VERSIONS = ("0001", "0002", "0003", "0004")
HAS_VERSION = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
READ_VERSION = "SELECT version_num FROM alembic_version"
