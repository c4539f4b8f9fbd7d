"""The floor for saving: the same rows through the bare driver, same cipher, journal and disk.

Prints ms per commit and s for the bulk.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import sqlcipher3

folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
db = sqlcipher3.connect(str(folder / "bare.db"), isolation_level=None)
db.execute("PRAGMA key=\"x'" + "07" * 32 + "'\"")
for pragma in ("journal_mode=TRUNCATE", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
    db.execute("PRAGMA " + pragma)
db.execute(
    "CREATE TABLE reply (id BLOB PRIMARY KEY, event BLOB, household BLOB, persons INT, "
    "note TEXT, version INT)"
)
rows = [
    (os.urandom(16), b"e" * 16, os.urandom(16), number % 5, "Notiz", 1) for number in range(20_000)
]
INSERT = "INSERT INTO reply VALUES (?,?,?,?,?,?)"
start = time.perf_counter()
for row in rows[:200]:
    db.execute("BEGIN IMMEDIATE")
    db.execute(INSERT, row)
    db.execute("COMMIT")
commit = (time.perf_counter() - start) / 200 * 1000
start = time.perf_counter()
db.execute("BEGIN IMMEDIATE")
db.executemany(INSERT, rows[200:])
db.execute("COMMIT")
print(f"{commit:.3f} {time.perf_counter() - start:.3f}")
