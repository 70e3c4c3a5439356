"""About: what this is, what it covers and does not, its limits, what it keeps, how to cite it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from foedera.render import citations
from foedera.web.page import PageOf
from foedera.web.pages.mentions import CONFIDENCE, Mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.model.world import World
    from foedera.web.edition import Edition
    from foedera.web.serving.settings import Settings

router = APIRouter(include_in_schema=False)
_SUBJECTS = {"obligations": "obligations", "events": "events", "parties": "the parties of"}
_SOURCES = {
    "corpus": "the corpus",
    "atop": "the imported ATOP data in place of the corpus' instruments",
    "both": "the corpus, and the imported ATOP data where the corpus has no record of its own",
}
_TYPES = {
    "primary_text": "primary texts",
    "official": "official publications",
    "academic": "academic works",
    "press": "press reports",
    "tertiary": "tertiary works",
}


@router.get("/about")
def about(page: PageOf) -> HTMLResponse:
    """What the site is, covers, keeps and allows."""
    own = citations.of(page.edition.treaties, None)
    coverage = sorted(page.world.records.coverage.values(), key=lambda one: (one.instrument or "", one.id))
    return page.show(
        "about.html",
        title="About",
        say=Mentions(page),
        source=_SOURCES[page.settings.source],
        counts=_counts(page.edition),
        coverage=coverage,
        subjects=_SUBJECTS,
        confidence=_confidence(page.world),
        levels=CONFIDENCE,
        sources=_sources(page.world),
        limits=_limits(page.settings),
        citation=cited(own),
        bibtex=cited(own, bibtex=True),
    )


def cited(found: Sequence[dict[str, Any]], *, bibtex: bool = False) -> str:
    """Citations as text, or as BibTeX."""
    return "\n".join(map(citations.as_bibtex if bibtex else citations.as_text, found))


def _counts(edition: Edition) -> dict[str, int]:
    records = edition.world.records
    return {
        "instruments": len(records.instruments),
        "clauses": len(edition.world.provisions),
        "states": len(records.states),
        "places": len(records.places),
        "recorded events": len(records.events),
        "office-holders": len(records.officials),
        "cases": len(edition.cases),
    }


def _confidence(world: World) -> dict[str, Counter[str]]:
    """How many records there are of each confidence; a clause without one of its own has that of its instrument."""
    instruments = world.records.instruments.values()
    clauses = (clause.confidence or one.confidence for one in instruments for clause in one.provisions)
    return {
        "instruments": Counter(one.confidence for one in instruments),
        "clauses": Counter(clauses),
        "office-holders": Counter(one.confidence for one in world.records.officials.values()),
    }


def _sources(world: World) -> list[tuple[str, int]]:
    """How many sources there are of each type, those that only one instrument has included."""
    found: Counter[str] = Counter(one.type for one in world.records.sources.values())
    for instrument in world.records.instruments.values():
        found.update(one.type for one in (instrument.references or {}).values())
    return [(words, found[name]) for name, words in _TYPES.items() if found[name]]


def _limits(settings: Settings) -> list[tuple[str, str]]:
    return [
        ("an address", f"{settings.max_url:,} bytes"),
        ("what is sent in a form", f"{settings.max_body:,} bytes, within {settings.body_seconds:g} seconds"),
        ("documents that are read", f"{settings.read_chars:,} characters"),
        ("a question", f"{settings.budget:,} steps"),
        (
            "at once",
            f"{settings.at_once} pages made, {settings.reads_at_once} documents or scenarios read; others wait",
        ),
    ]
