"""The encrypted data file: engine, keys, models, migrations, the write door with its history."""
