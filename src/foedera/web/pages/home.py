"""The start page, the names for the fields of forms, what the site is and covers, and whether it is well."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse

from foedera.engine import words
from foedera.web.asking import Asked
from foedera.web.page import PageOf
from foedera.web.pages.ask import form
from foedera.web.serving.delivery import NEVER, PAGE

router = APIRouter(include_in_schema=False)


@router.get("/")
def home(page: PageOf) -> HTMLResponse:
    """The start page."""
    return page.show("home.html", title="Start", asked=Asked(), form=form(page, Asked()))


@router.get("/names.json")
def names(page: PageOf) -> JSONResponse:
    """The states, instruments and clauses by id and name, for the fields of forms."""
    records = page.world.records
    states = sorted([one.id, one.name] for one in records.states.values())
    instruments = sorted([one.id, one.title] for one in records.instruments.values())
    clauses = sorted(
        [key, f"{one.title}: {words.plain(', '.join(clause.kind))}"]
        for key, (one, clause) in page.world.provisions.items()
    )
    return JSONResponse(
        {"states": states, "instruments": instruments, "clauses": clauses}, headers={"Cache-Control": PAGE}
    )


@router.get("/health")
def health(page: PageOf) -> JSONResponse:
    """Whether the site is well, and which corpus it serves."""
    broken = len(page.edition.problems)
    return JSONResponse({
        "status": "ok" if not broken else "serving the last good corpus",
        "corpus": page.world.digest,
        "software": page.edition.software,
        "problems": broken,
    }, headers={"Cache-Control": NEVER})  # fmt: skip
