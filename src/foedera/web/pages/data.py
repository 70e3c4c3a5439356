"""Data: panels with their codebooks, lists of records, schemas, citations, and what is imported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

from fastapi import APIRouter, Response

from foedera import __version__
from foedera.corpus.decode import KINDS
from foedera.datasets.layers import SOURCES
from foedera.datasets.registry import DATASETS, REFUSED
from foedera.datasets.store import read_manifests
from foedera.panels.codebook import codebook, title
from foedera.panels.columns import columns
from foedera.panels.request import Aggregate, Columns, System, Unit
from foedera.render import citations, listing
from foedera.render.datasets import rows as datasets
from foedera.web.errors import WebError, not_found
from foedera.web.page import Page, PageOf
from foedera.web.pages import panels
from foedera.web.pages.about import cited
from foedera.web.pages.downloads import Download, csv_file, small_file
from foedera.web.pages.per_edition import treaties_of
from foedera.web.serving.delivery import NEVER

if TYPE_CHECKING:
    from foedera.web.pages.panels import Wanted

router = APIRouter(include_in_schema=False)
LISTS = ("instruments", "states", "places", "officials", "events", "kinds", "sources")
_SCHEMAS = (*dict.fromkeys(KINDS), "answer", "reading")
_OPTIONS = {
    "unit": get_args(Unit),
    "source": SOURCES,
    "states": get_args(System),
    "aggregate": get_args(Aggregate),
    "columns": get_args(Columns),
}


@router.get("/data")
def data(page: PageOf) -> Response:
    """The form, and below it the panel that it describes: its size, its columns, its files."""
    if not (page.value("from") or page.value("to")):
        return _show(page)
    try:
        wanted = _wanted(page)
        rows = panels.weigh(treaties_of(page, wanted.source).world, wanted.request)
    except WebError as error:
        return _show(page, error=error)
    return _show(page, wanted=wanted, rows=rows)


@router.get("/data/panel")
def panel(page: PageOf) -> Response:
    """The panel as CSV, as Parquet, as a package with its codebook, or the codebook alone."""
    wanted, form = _wanted(page), page.value("format") or "csv"
    if form not in {"csv", "parquet", "zip", "codebook"}:
        raise WebError(f"no format is called '{form[:40]}'", "choose csv, parquet, zip or codebook")
    world = treaties_of(page, wanted.source).world
    panels.weigh(world, wanted.request)
    made = panels.built(world, wanted.request)
    name = wanted.name(world.digest, "csv")
    if form == "codebook":
        text = codebook(made, name)
        return Download([text.encode()], name.replace(".csv", ".codebook.md"), "text/markdown; charset=utf-8")
    if form == "parquet":
        return Download([panels.as_parquet(made)], name.replace(".csv", ".parquet"), panels.PARQUET)
    if form == "zip":
        return Download([panels.as_package(made, name)], name.replace(".csv", ".zip"), "application/zip")
    return Download(panels.as_csv(made), name, "text/csv; charset=utf-8")


@router.get("/data/lists/{name}.csv")
def table(page: PageOf, name: str) -> Response:
    """A list of records as CSV."""
    if name not in LISTS:
        raise not_found("there is no such list", f"the lists are {', '.join(LISTS)}")
    filters = dict.fromkeys(("party", "kind", "on", "klass"))
    return csv_file(listing.rows(page.edition.treaties, name, **filters), f"foedera-{name}-{page.edition.version}.csv")


@router.get("/data/citations.bib")
def bibtex(page: PageOf) -> Response:
    """What to cite in BibTeX: foedera and the imported data sets."""
    text = cited(_cited(page), bibtex=True) + "\n"
    return small_file(text, "foedera.bib", "application/x-bibtex; charset=utf-8", NEVER)


@router.get("/data/datacite.json")
def datacite(page: PageOf) -> Response:
    """The corpus as DataCite metadata, without an identifier and a year, which it has none of."""
    text = json.dumps(_datacite(page), ensure_ascii=False, indent=2) + "\n"
    return small_file(text, "foedera.datacite.json", "application/vnd.datacite.datacite+json", NEVER)


def _wanted(page: Page) -> Wanted:
    names = dict(reversed([(name, value[:100]) for name, value in page.query]))
    return panels.read_wanted(names, page.settings.source)


def _show(
    page: Page, *, wanted: Wanted | None = None, rows: int | None = None, error: WebError | None = None
) -> Response:
    return page.show(
        "data.html",
        title=title(wanted.request) if wanted else "Data",
        status=error.status if error else 200,
        keep=NEVER,
        error=error,
        wanted=wanted,
        rows=rows,
        columns=columns(wanted.request) if wanted else (),
        options=_OPTIONS,
        lists=LISTS,
        schemas=_SCHEMAS,
        datasets=datasets(),
        refused=REFUSED,
        citation=cited(_cited(page)),
        most=panels.MAX_ROWS,
    )


def _cited(page: Page) -> list[dict[str, Any]]:
    """foedera, and every data set that is imported."""
    names = (None, *(one.dataset for one in read_manifests()))
    return [one for name in names for one in citations.of(page.edition.treaties, name)]


def _datacite(page: Page) -> dict[str, Any]:
    related = [
        {"relatedItemType": "Dataset", "relationType": "References", "titles": [{"title": DATASETS[one.dataset].title}]}
        for one in read_manifests()
    ]
    return {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "titles": [{"title": "foedera: treaties as code", "lang": "en"}],
        "creators": [{"name": "The foedera authors", "nameType": "Organizational"}],
        "publisher": {"name": "The foedera authors"},
        "types": {"resourceType": "Corpus of treaty records", "resourceTypeGeneral": "Dataset"},
        "version": f"{__version__}, corpus {page.world.digest}",
        "rightsList": [
            {"rights": "Creative Commons Attribution 4.0 International", "rightsIdentifier": "CC-BY-4.0"},
            {"rights": "Apache License 2.0 (code)", "rightsIdentifier": "Apache-2.0"},
        ],
        "relatedItems": related,
    }
