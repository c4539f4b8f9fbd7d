"""One file per paper; the registry finds every module here that defines SPEC."""
