"""Foedera: treaties as code. ``foedera.load()`` opens the corpus; see docs/ for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedera.api import Treaties as Treaties
    from foedera.api import load as load
    from foedera.api import panel as panel

__version__ = "0.1.0"
__all__ = ["Treaties", "__version__", "load", "panel"]


def __getattr__(name: str) -> Any:
    if name in {"Treaties", "load", "panel"}:
        from foedera import api  # noqa: PLC0415 - so that `import foedera` costs nothing

        return getattr(api, name)
    raise AttributeError(f"module 'foedera' has no attribute '{name}'")
