"""Panels as they stand in an address: read, weighed before they are built, and built one at a time."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import threading
import zipfile
from dataclasses import dataclass
from shlex import quote
from typing import TYPE_CHECKING

from foedera.datasets.codes import FOREVER
from foedera.datasets.imported import DatasetError
from foedera.panels.build import build, listed
from foedera.panels.codebook import MEDIA, PACKAGE, codebook, data_package
from foedera.panels.request import PanelError, parse_request
from foedera.web.errors import WebError
from foedera.web.pages.downloads import busy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.model.states import State
    from foedera.model.world import World
    from foedera.panels.panel import Panel
    from foedera.panels.request import Request
    from foedera.web.links import Query

MAX_ROWS = 400_000
"""Rows of one panel: ten years of directed dyads, built in a second or two, some 15 MB of CSV."""
MAX_SWEEP_YEARS = 1
"""Years of attacker and victim: each takes several seconds."""
_SLICE = 20_000
_SECONDS = 0.25
"""How long a panel waits for another one; it holds up pages meanwhile."""
_FLAGS = ("only_obligated", "with_capabilities")
_WORDS = {"unit": "directed-dyad-year", "states": "cow", "aggregate": "any", "columns": "all"}
_BUILDING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A panel as an address asks for it.

    Attributes:
        source: whose treaties.
        written: names and values as they were given, defaults left out.
    """

    request: Request
    source: str
    written: Query

    @property
    def command(self) -> str:
        """The same on the command line."""
        given = " ".join(
            f"--{name.replace('_', '-')}" if name in _FLAGS else f"--{name.replace('_', '-')} {quote(value)}"
            for name, value in self.written
        )
        return f"foedera panel {given} -o {self.request.unit}.csv"

    def name(self, digest: str, suffix: str) -> str:
        """What its file is called."""
        years = f"{self.request.first[:4]}-{self.request.last[:4]}"
        return f"foedera-{self.request.unit}-{years}-{self.source}-{digest[:8]}.{suffix}"


def read_wanted(values: Mapping[str, str], source: str) -> Wanted:
    """The panel that the names and values of an address ask for.

    Args:
        values: by name.
        source: whose treaties are meant where the address does not say.

    Raises:
        WebError: a word is not known, or options do not go together.
    """
    given = {name: values.get(name, "").strip() for name in ("from", "to", "on_day", "source", *_WORDS, *_FLAGS)}
    try:
        request = parse_request(
            given["unit"] or _WORDS["unit"],
            given["from"],
            given["to"],
            states=given["states"] or _WORDS["states"],
            aggregate=given["aggregate"] or _WORDS["aggregate"],
            on_day=given["on_day"] or None,
            columns=given["columns"] or _WORDS["columns"],
            only_obligated=bool(given["only_obligated"]),
            with_capabilities=bool(given["with_capabilities"]),
        )
    except PanelError as error:
        raise WebError(str(error), error.hint) from None
    given["source"] = given["source"] or source
    written = tuple((name, value) for name, value in given.items() if value and _WORDS.get(name) != value)
    return Wanted(request, given["source"], written)


def weigh(world: World, request: Request) -> int:
    """How many rows a panel has at most; rows that are left out count too, since they are built.

    Raises:
        WebError: the list of states is not imported, or the panel is too large for the site.
    """
    try:
        rows = sum(_rows_by_year(world, request))
    except DatasetError as error:
        raise WebError(str(error), error.hint) from None
    years = len(_years(request))
    if request.unit == "attack-dyad-year" and years > MAX_SWEEP_YEARS:
        raise _too_large(f"{years} years of attacker and victim", f"{MAX_SWEEP_YEARS} at a time")
    if rows > MAX_ROWS:
        raise _too_large(f"up to {rows:,} rows", f"{MAX_ROWS:,}")
    return rows


def _too_large(what: str, most: str) -> WebError:
    hint = f"the most that is made here is {most}; choose fewer years, or use the command line, which has no bound"
    return WebError(f"this panel has {what}", hint, status=422, kind="too-large")


def _years(request: Request) -> range:
    return range(dt.date.fromordinal(request.since).year, dt.date.fromordinal(request.until - 1).year + 1)


def _rows_by_year(world: World, request: Request) -> Iterator[int]:
    if request.unit == "treaty-year":
        yield len(world.records.instruments) * len(_years(request))
        return
    members = listed(world, request)
    spells = [span for state in world.records.states.values() for span in _existence(state)]
    spells = spells if members is None else [(since, until) for _, since, until in members]
    for year in _years(request):
        begin = dt.date(year, 1, 1).toordinal()
        states = sum(since <= begin + 365 and until > begin for since, until in spells)
        yield {"state-year": states, "dyad-year": states * states // 2}.get(request.unit, states * states)


def _existence(state: State) -> Iterator[tuple[int, int]]:
    if not state.exists:
        yield 1, FOREVER
    for span in state.exists:
        yield span.since.first, FOREVER if span.until is None else span.until.last


def built(world: World, request: Request) -> Panel:
    """The panel; one is built at a time.

    Raises:
        WebError: others are being built, or it cannot be built as asked.
    """
    if not _BUILDING.acquire(timeout=_SECONDS):
        raise busy()
    try:
        return build(world, request)
    except (DatasetError, PanelError) as error:
        raise WebError(str(error), error.hint) from None
    finally:
        _BUILDING.release()


def as_csv(panel: Panel) -> Iterator[bytes]:
    """The table as CSV, piece by piece."""
    for number, part in enumerate(panel.frame.iter_slices(_SLICE)):
        yield part.write_csv(include_header=number == 0).encode()
    if not panel.rows:
        yield panel.frame.write_csv().encode()


def as_parquet(panel: Panel) -> bytes:
    """The table as a Parquet file."""
    stream = io.BytesIO()
    panel.frame.write_parquet(stream, statistics=False)
    return stream.getvalue()


def as_package(panel: Panel, name: str) -> bytes:
    """The table as CSV with its codebook and data package, in a ZIP archive.

    Args:
        panel: the panel.
        name: of the CSV file.
    """
    content = b"".join(as_csv(panel))
    digest = hashlib.sha256(content).hexdigest()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for file, data in (
            (name, content),
            (f"{name.removesuffix('.csv')}.codebook.md", codebook(panel, name).encode()),
            (PACKAGE, data_package(panel, name, "csv", len(content), digest, None).encode()),
        ):
            archive.writestr(zipfile.ZipInfo(file, (2000, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


PARQUET = MEDIA["parquet"]
"""Media type of a Parquet file."""
