"""What has to happen before the imports of the window; importing this module does it.

PySide wraps `import`: it reads the whole source of each module that is imported after it, to look
for the word PySide6, for its switch `__feature__` that nobody uses here. For SQLAlchemy that alone
takes 50 to 100 ms and keeps 10 MB of source in memory. So the plain `import` is put back.

The cycle collector stays off while modules are made (they live as long as the program); the window
collects by itself afterwards, see `kitadesk.ui.kit.collector`.
"""

from __future__ import annotations

import builtins
import gc

import PySide6.QtCore  # noqa: F401  (wraps `import`, so it has to come first)

gc.disable()
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
