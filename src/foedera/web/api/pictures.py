"""What the pictures of the site show, as rows: the states of an answer, the instruments of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from foedera.engine.lookup import QuestionError
from foedera.engine.question import parse_day
from foedera.pictures.network import network as network_of
from foedera.pictures.network import rows
from foedera.render.roster import roster
from foedera.render.summary import in_short
from foedera.web.api.asking import AskedOf
from foedera.web.api.models import On, Short, reply, send
from foedera.web.asking import MAX_VALUE, MAX_VALUES, put
from foedera.web.errors import refused
from foedera.web.page import PageOf

if TYPE_CHECKING:
    from foedera.model.world import World
    from foedera.pictures.network_parts import NetworkRow
    from foedera.render.roster import Row

router = APIRouter(tags=["Pictures"])
Layer = Annotated[
    Literal["duties", "help", "liberties", "prohibitions"], Query(description="Which sort of findings the map shows.")
]
Kinds = Annotated[
    list[Short], Query(alias="kind", max_length=MAX_VALUES, description="Only ties of this kind of clause; repeat it.")
]
Regions = Annotated[
    list[Short], Query(alias="region", max_length=MAX_VALUES, description="Only states of this region; repeat it.")
]
Focus = Annotated[
    str | None, Query(max_length=MAX_VALUE, description="Id of a state or an instrument: only what is tied to it.")
]


@router.get("/map", summary="An answer state by state", responses=reply("map", "What the map shows."))
def world_map(page: PageOf, asked: AskedOf, layer: Layer = "duties") -> JSONResponse:
    """For each state that has something to do (or not to do) the finding that weighs most, as the map shows it."""
    found = put(page.edition, asked, page.settings.budget)
    states = roster(found.world, found.answer, layer)
    return send({
        "format": "foedera.map/1",
        "on": found.asked.on,
        "layer": layer,
        "short": in_short(found.world, found.answer),
        "states": [_state(found.world, one) for one in states.rows],
        "alike": list(states.alike),
    })  # fmt: skip


def _state(world: World, row: Row) -> dict[str, Any]:
    return {
        "state": row.state,
        "name": world.name(row.state),
        "status": row.status,
        "modality": row.leading.duty.modality,
        "act": row.leading.act,
        "says": row.says,
        "is_help": row.is_help,
        "provisions": list(row.provisions),
    }


@router.get("/network", summary="Who is tied to whom on a day", responses=reply("network", "What the network shows."))
def network(
    page: PageOf,
    on: On,
    kinds: Kinds = [],  # noqa: B006 - the framework copies it
    regions: Regions = [],  # noqa: B006
    focus: Focus = None,
) -> JSONResponse:
    """The instruments in effect on a day, with the states that each holds, or may hold."""
    try:
        found = network_of(page.world, parse_day(on), kinds=kinds, regions=regions, focus=focus)
    except QuestionError as error:
        raise refused(error) from None
    instruments = [_instrument(one) for one in rows(found)]
    return send({"format": "foedera.network/1", "on": on, "instruments": instruments})


def _instrument(row: NetworkRow) -> dict[str, Any]:
    return {
        "instrument": row.id,
        "title": row.name,
        "in_force": row.truth.word,
        "kinds": list(row.kinds),
        "holds": list(row.firm),
        "may_hold": list(row.doubtful),
        "not_parties": list(row.named),
    }
