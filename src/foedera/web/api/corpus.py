"""The corpus in the API: version, counts and coverage, kinds of events, JSON Schemas."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from foedera.corpus.decode import KINDS, record_schema
from foedera.engine.lookup import QuestionError, resolve
from foedera.render import jsonable
from foedera.render.schemas import answer_schema, reading_schema
from foedera.web.api.models import in_path, many, reply, send
from foedera.web.api.shapes import TEXTS
from foedera.web.errors import lost
from foedera.web.page import PageOf

router = APIRouter(tags=["Corpus"])
_FORMATS = {"answer": answer_schema, "reading": reading_schema}
_SCHEMA = {"type": "object", "description": "A JSON Schema (draft 2020-12)."}


@router.get("/corpus", summary="The corpus that is served", responses=reply("corpus", "The corpus."))
def corpus(page: PageOf) -> JSONResponse:
    """Its version, how many records it has, what its silence means, and what is wrong with a newer text of it."""
    records = page.world.records
    return send({
        "digest": page.world.digest,
        "version": page.edition.version,
        "software": page.edition.software,
        "counts": {part.name: len(getattr(records, part.name)) for part in fields(records)},
        "coverage": [jsonable.record(one) for one in records.coverage.values()],
        "problems": [jsonable.problem(one) for one in page.edition.problems],
    })  # fmt: skip


@router.get("/kinds", summary="Kinds of events", responses=reply(many("event-kind"), "All kinds."))
def kinds(page: PageOf) -> JSONResponse:
    """What may happen in a question: each kind with its two main roles and its attributes."""
    return send([jsonable.record(one) for one in page.world.records.event_kinds.values()])


@router.get("/schemas", summary="Names of the JSON Schemas", responses=reply(TEXTS, "The names."))
def schemas() -> JSONResponse:
    """The kinds of records that a corpus or a scenario is written in, and the formats of answers and readings."""
    return send([*KINDS, *_FORMATS])


@router.get("/schemas/{name}", summary="One JSON Schema", responses=reply(_SCHEMA, "The schema.", 404))
def schema(name: Annotated[str, in_path("A kind of record, `answer` or `reading`.", "treaty")]) -> JSONResponse:
    """The JSON Schema of one kind of record or of a format."""
    try:
        found = resolve(dict.fromkeys([*KINDS, *_FORMATS]), name, "schema")
    except QuestionError as error:
        raise lost(error) from None
    return send(_FORMATS[found]() if found in _FORMATS else record_schema(found))
