"""One chunk, computed: its tables in an archive."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from foedera import __version__
from foedera.sweep.chunks import ChunkError
from foedera.sweep.draws import draw_files
from foedera.sweep.without import without_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from foedera.model.world import World
    from foedera.sweep.chunks import Chunk, Job


def run_chunk(world: World, job: Job, chunk: Chunk) -> bytes:
    """The result of a chunk: tables in a zip archive.

    Raises:
        ChunkError: this program is not of the version that began the job.
    """
    if job.foedera != __version__:
        hint = "install the same version of foedera everywhere"
        raise ChunkError(f"{chunk}: the job is of foedera {job.foedera}, the worker has {__version__}", hint)
    find = without_files if chunk.kind == "without" else draw_files
    return pack(find(world, job, chunk.name))


def pack(files: Mapping[str, pl.DataFrame | str]) -> bytes:
    """Tables (as Parquet) and texts as one archive; the same bytes for the same content."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content if isinstance(content, str) else _parquet(content))
    return archive.getvalue()


def _parquet(table: pl.DataFrame) -> bytes:
    written = io.BytesIO()
    table.write_parquet(written, compression="zstd", compression_level=1, statistics=False)
    return written.getvalue()
