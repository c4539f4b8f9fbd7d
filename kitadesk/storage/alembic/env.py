"""Runs the migrations on the connection that the store hands over; the store owns the commit."""

from __future__ import annotations

from alembic import context

import kitadesk.storage.history
import kitadesk.storage.models
import kitadesk.storage.search_index  # noqa: F401  (adds its tables to the metadata)
from kitadesk.storage.models.base import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
    user_module_prefix="kitadesk.storage.types.",
)
context.run_migrations()
