"""The API as one router below ``/api/v1``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Depends

from foedera.web.api import asking, corpus, pictures, reading, records, searching
from foedera.web.api.models import refuse_unknown

if TYPE_CHECKING:
    from fastapi.routing import APIRoute

PREFIX = "/api/v1"


def _name(route: APIRoute) -> str:
    return route.name


router = APIRouter(prefix=PREFIX, dependencies=[Depends(refuse_unknown)], generate_unique_id_function=_name)
for module in (asking, records, searching, pictures, corpus, reading):
    router.include_router(module.router)
