"""The site as one ASGI application: pages, API and files over one corpus, with its limits around them."""

from __future__ import annotations

import threading
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from foedera import __version__
from foedera.pictures.sheet import symbol_sheet
from foedera.web.api import documents_page, routes
from foedera.web.api.problem import problem_response
from foedera.web.assets import collect
from foedera.web.edition import Editions, prepare
from foedera.web.errors import WebError, not_found
from foedera.web.page import page_of
from foedera.web.pages import (
    about,
    answer_map,
    area_map,
    ask,
    cases,
    clause,
    compare,
    data,
    home,
    lists,
    network,
    read,
    records,
    scenario,
    search,
    state,
    text,
    treaty,
    wars,
    what_if,
)
from foedera.web.serving.access_log import AccessLog
from foedera.web.serving.addresses import allowed, without_slash
from foedera.web.serving.delivery import FOREVER, NEVER, Delivery
from foedera.web.serving.exchange import is_api
from foedera.web.serving.guard import Guard
from foedera.web.serving.prefix import Prefix
from foedera.web.serving.turns import Turns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from foedera.web.serving.settings import Settings

_PAGES = (
    about,
    answer_map,
    area_map,
    ask,
    cases,
    clause,
    compare,
    data,
    documents_page,
    home,
    lists,
    network,
    read,
    records,
    routes,
    scenario,
    search,
    state,
    text,
    treaty,
    wars,
    what_if,
)


def create_app(settings: Settings) -> FastAPI:
    """The application.

    Raises:
        CorpusError: the corpus has errors.
        DatasetError: the source is not known or not imported.
        NotADirectoryError: there is no such directory.
    """
    app = FastAPI(
        title="foedera",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=_prepared,
        redirect_slashes=False,
    )
    editions = Editions(settings)
    app.state.settings = settings
    app.state.editions = editions
    app.state.assets = collect({"world.svg": symbol_sheet().svg})
    for module in _PAGES:
        app.include_router(module.router)
    app.add_api_route("/static/{name}", _static, include_in_schema=False)
    app.add_exception_handler(WebError, _refused)
    app.add_exception_handler(HTTPException, _unrouted)
    app.add_exception_handler(RequestValidationError, _refused)
    app.add_middleware(Turns, settings=settings)
    app.add_middleware(Delivery, edition=lambda: editions.now.number, settings=settings)
    app.add_middleware(Guard, settings=settings)
    app.add_middleware(AccessLog, log_client=settings.log_client)
    app.add_middleware(Prefix, prefix=settings.prefix)
    return app


@asynccontextmanager
async def _prepared(app: FastAPI) -> AsyncIterator[None]:
    """While the first requests are answered, what takes long is made in a thread beside them."""
    threading.Thread(target=prepare, args=(app.state.editions.now,), name="foedera-prepare", daemon=True).start()
    yield


def _static(name: str, request: Request) -> Response:
    """A file of the site; its name holds the hash of its content."""
    found = request.app.state.assets.files.get(name)
    if found is None:
        raise not_found("there is no such file")
    return Response(found.data, media_type=found.media_type, headers={"Cache-Control": FOREVER})


def _unrouted(request: Request, error: Exception) -> Response:
    """What is said where no operation takes the request: which methods are taken there, or that nothing is there."""
    assert isinstance(error, HTTPException)  # noqa: S101 - the handler above is for these
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        error.headers = {"Allow": allowed(request.app.routes, request.scope)}
        if request.method == "OPTIONS":
            return Response(status_code=HTTPStatus.NO_CONTENT, headers=error.headers)
    return _refused(request, error)


def _refused(request: Request, error: Exception) -> Response:
    """What a page or an API call that cannot be answered says instead."""
    if is_api(request.scope):
        return problem_response(request, error)
    found = _of_http(error) if isinstance(error, HTTPException) else error
    assert isinstance(found, WebError)  # noqa: S101 - the handlers above are for these two
    is_lost = found.status == HTTPStatus.NOT_FOUND
    there = without_slash(request.scope) if is_lost else None
    if there is not None:
        return RedirectResponse(there)
    title = "Not found" if is_lost else "That cannot be shown"
    response = page_of(request).show("error.html", title=title, status=found.status, keep=NEVER, error=found)
    response.headers.update(getattr(error, "headers", None) or {})
    return response


def _of_http(error: HTTPException) -> WebError:
    if error.status_code == HTTPStatus.NOT_FOUND:
        return not_found("there is no such page", "search for it")
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return WebError("this address does not take that method", status=error.status_code, kind="method")
    return WebError(str(error.detail), status=error.status_code)
