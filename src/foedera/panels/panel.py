"""A panel as built: the table, what its columns mean, what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

    from foedera.model.doctrine import Source
    from foedera.panels.columns import Column
    from foedera.panels.request import Request


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel.

    Attributes:
        frame: the table; of a panel of single days the runs (``request.expand``), which are expanded as they are
            written.
        rows: how many rows the panel has.
        columns: what the columns mean, in their order.
        remarks: what a reader must know about this very panel, one sentence or two each.
        sources: data sets to cite.
        digest: the version of the records.
    """

    request: Request
    frame: pl.DataFrame
    rows: int
    columns: tuple[Column, ...]
    remarks: tuple[str, ...]
    sources: tuple[Source, ...]
    digest: str
