"""Wars: the imported wars, and for each whether the case for its treaties arose, for whom, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Response

from foedera.datasets.imported import DatasetError
from foedera.datasets.layers import SOURCES
from foedera.datasets.table import parse_table
from foedera.engine.lookup import QuestionError
from foedera.render import citations
from foedera.render.wars import figures
from foedera.wars import score, tables
from foedera.wars.attacks import attackers, victims
from foedera.wars.cases import open_bench
from foedera.wars.codings import COLUMNS, read_codings
from foedera.wars.record import find_war, open_record
from foedera.wars.rows import member_rows, rows
from foedera.web.errors import NOT_IMPORTED, WebError, not_found, not_imported
from foedera.web.page import Page, PageOf
from foedera.web.pages.about import cited
from foedera.web.pages.derivation import cited as link
from foedera.web.pages.derivation import derivation
from foedera.web.pages.downloads import Download
from foedera.web.pages.per_edition import PerEdition, treaties_of
from foedera.web.pages.sent import SentOf
from foedera.web.serving.delivery import NEVER

if TYPE_CHECKING:
    from foedera.wars.attacks import War
    from foedera.wars.cases import Bench
    from foedera.wars.record import WarRecord
    from foedera.wars.rows import Row
    from foedera.wars.score import Rate, Report

router = APIRouter(include_in_schema=False)
DATA = "iwd"
_MAX_CODINGS = 2_000
_NOT_CSV = (b"<", b"\x1f\x8b")
"""How files of Stata and gzip begin, which are read from the operator's disk only."""
_FILES = {"rows": tables.COLUMNS, "members": tables.MEMBER_COLUMNS}
_RECORDS: PerEdition[WarRecord] = PerEdition()
_JUDGED: PerEdition[tuple[Bench, tuple[Row, ...]]] = PerEdition()
_FILED: PerEdition[bytes] = PerEdition()


@dataclass(frozen=True, slots=True)
class Scored:
    """How well the rows agree with codings, and how often promises were kept."""

    reports: tuple[Report, ...]
    rates: tuple[Rate, ...]


@router.get("/wars")
def wars(page: PageOf) -> Response:
    """The list of wars, or one of them."""
    try:
        record = _record(page)
        if page.value("war"):
            return _one(page, record, _war(record, page.value("war")))
        return _list(page, record)
    except WebError as error:
        return _show(page, error=error, status=200 if error.kind == NOT_IMPORTED else error.status)


@router.post("/wars")
def scored(page: PageOf, sent: SentOf) -> Response:
    """How well the rows agree with codings by hand that are sent; nothing of them is kept."""
    try:
        record = _record(page)
        return _list(page, record, _scores(record, sent.files))
    except WebError as error:
        return _show(page, error=error)


@router.get("/wars/{name}.csv")
def table(page: PageOf, name: str) -> Response:
    """The rows, or the rows of every member, of one war or of all, as CSV."""
    if name not in _FILES:
        raise not_found("there is no such file", f"the files are {' and '.join(f'{one}.csv' for one in _FILES)}")
    record, war = _record(page), page.value("war")
    chosen = (_war(record, war),) if war else record.wars
    key = (name, _source(page), chosen[0].id if war else "")
    data = _FILED.get(page, key, lambda: _written(record, chosen, name))
    return Download(
        [data], f"foedera-wars-{name}-{_source(page)}-{record.world.digest[:8]}.csv", "text/csv; charset=utf-8"
    )


def _source(page: Page) -> str:
    return page.value("treaties") or "atop"


def _record(page: Page) -> WarRecord:
    """The wars, and the treaties that the address asks for.

    Raises:
        WebError: one of the two is not imported.
    """
    source = _source(page)
    try:
        return _RECORDS.get(page, source, lambda: open_record(treaties_of(page, source).world, DATA))
    except DatasetError as error:
        raise not_imported(error) from None


def _war(record: WarRecord, name: str) -> War:
    try:
        return find_war(record, name)
    except DatasetError as error:
        raise not_found(str(error), error.hint) from None


def _chosen(page: Page, record: WarRecord) -> list[War]:
    """The wars in the years and of the state of the address, the first to begin first."""
    first, last = (_year(page.value(name), other) for name, other in (("from", 0), ("to", 9999)))
    try:
        state = page.edition.treaties.state(page.value("state")) if page.value("state") else ""
    except QuestionError as error:
        raise WebError(str(error), error.hint) from None
    found = (one for one in record.wars if one.years[0] <= last and one.years[1] >= first)
    return sorted((one for one in found if not state or state in one.belligerents), key=lambda one: one.days_of_years())


def _year(text: str, otherwise: int) -> int:
    if text and not (text.isascii() and text.isdecimal() and len(text) <= 4):  # noqa: PLR2004 - a year
        raise WebError(f"'{text[:40]}' is not a year", "write it as 1939")
    return int(text) if text else otherwise


def _judged(page: Page, record: WarRecord, war: War) -> tuple[Bench, tuple[Row, ...]]:
    def judge() -> tuple[Bench, tuple[Row, ...]]:
        bench = open_bench(record.world, (war,))
        return bench, tuple(rows(bench, war))

    return _JUDGED.get(page, (_source(page), war.id), judge)


def _written(record: WarRecord, chosen: tuple[War, ...], name: str) -> bytes:
    bench = open_bench(record.world, chosen)
    found = [row for war in chosen for row in rows(bench, war)]
    if name == "members":
        records = [tables.member_record(one) for row in found for one in member_rows(bench, row)]
    else:
        records = [tables.record(row) for row in found]
    return tables.written("csv", records, _FILES[name], {})


def _list(page: Page, record: WarRecord, scores: Scored | None = None) -> Response:
    return _show(
        page,
        wars=_chosen(page, record),
        scores=scores,
        sides=lambda war: ", ".join(sorted(map(record.world.name, war.belligerents))),
        citation=_cited(page),
    )


def _one(page: Page, record: WarRecord, war: War) -> Response:
    bench, found = _judged(page, record, war)
    return _show(
        page,
        title=f"{war.name}, {_years(war)}",
        war=war,
        name=record.world.name,
        rows=[one for one in found if one.status != "not_due"],
        nothing=[one for one in found if one.status == "not_due"],
        members=lambda row: list(member_rows(bench, row)),
        cited=lambda identifier: link(page.world, page.links, identifier),
        why=lambda row: derivation(page.world, page.links, row.findings[0].step, str(row.findings[0].day)),
        citation=_cited(page),
    )


def _years(war: War) -> str:
    first, last = war.years
    return str(first) if first == last else f"{first} to {last}"


def _show(
    page: Page, *, title: str = "Wars", error: WebError | None = None, status: int | None = None, **more: Any
) -> Response:
    shown: dict[str, Any] = {"war": None, "wars": (), "scores": None, "citation": "", **more}
    return page.show(
        "wars.html",
        title=title,
        status=status or (error.status if error else 200),
        keep=NEVER,
        error=error,
        source=_source(page),
        sources=SOURCES,
        years=_years,
        figures=figures,
        attackers=attackers,
        victims=victims,
        **shown,
    )


def _cited(page: Page) -> str:
    names = [DATA, *(["atop"] if _source(page) != "corpus" else [])]
    return cited([one for name in names for one in citations.of(page.edition.treaties, name)])


def _scores(record: WarRecord, files: tuple[tuple[str, bytes], ...]) -> Scored:
    """The agreement with each column of the codings that were sent.

    Raises:
        WebError: there is no file, or it is none of codings.
    """
    if not files:
        raise WebError("there is no file of codings", "choose a CSV file")
    name, content = files[0]
    if content.startswith(_NOT_CSV):
        raise WebError("the codings are not a CSV file", "save the table as CSV", status=422, kind="table")
    try:
        codings = read_codings(parse_table(f"{name.rpartition('.')[0] or name}.csv", content))
    except DatasetError as error:
        raise WebError(str(error), error.hint, status=422, kind="table") from None
    if len(codings) > _MAX_CODINGS:
        raise WebError(f"there are {len(codings):,} codings", f"at most {_MAX_CODINGS:,}", status=422, kind="too-long")
    world, chosen = score.confined(record.world, record.wars, codings)
    found = score.answers(world, chosen)
    coded = [column for column in COLUMNS if any(column in one.outcomes for one in codings)]
    reports = tuple(score.report(codings, found, record.wars, column) for column in coded)
    return Scored(reports, score.rates(codings, world, record.wars))
