"""Rules of the field as pure functions over frozen values; no SQL, no Qt, no files."""
