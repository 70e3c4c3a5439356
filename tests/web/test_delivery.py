from __future__ import annotations

import asyncio
import gzip
import json
import threading
from typing import TYPE_CHECKING

import pytest
from asgi_help import PAGE, Counting, ask, fetch

from foedera.web.serving.delivery import FOREVER, NEVER, Delivery
from foedera.web.serving.guard import Guard
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import Receive, Scope, Send

GZIP = {"Accept-Encoding": "br, gzip"}
LONG = b"<p>Two states must help.</p>" * 100


def delivery(app: object, edition: object = 1, **limits: int) -> Delivery:
    return Delivery(app, lambda: edition, Settings(**limits))  # type: ignore[arg-type]


def test_page_is_made_once() -> None:
    app = Counting()
    site = delivery(app)
    first, second = ask(site, "/map"), ask(site, "/map")
    assert app.calls == 1
    assert first.body == second.body == b"page /map"
    assert (first.scope["foedera.cache"], second.scope["foedera.cache"]) == ("miss", "hit")


@pytest.mark.parametrize(("one", "other"), [("/map", "/ask"), ("/map?on=2020", "/map?on=2021")])
def test_pages_of_other_addresses_are_other_pages(one: str, other: str) -> None:
    app = Counting(lambda scope: scope["path"].encode() + scope["query_string"])
    site = delivery(app)
    assert ask(site, one).body != ask(site, other).body
    assert app.calls == 2


def test_page_under_another_prefix_is_another_page() -> None:
    app = Counting(lambda scope: scope["root_path"].encode())
    site = delivery(app)
    assert ask(site, "/map", prefix="/a").body == b"/a"
    assert ask(site, "/map", prefix="/b").body == b"/b"


def test_page_asked_under_another_name_is_another_page() -> None:
    app = Counting(lambda scope: dict(scope["headers"])[b"host"])
    site = delivery(app)
    assert ask(site, headers={"Host": "evil.example"}).body == b"evil.example"
    assert ask(site, headers={"Host": "here.example"}).body == b"here.example"


def test_new_edition_forgets_all_pages() -> None:
    editions = iter([1, 1, 2])
    app = Counting()
    site = Delivery(app, lambda: next(editions), Settings())
    for _ in range(3):
        ask(site)
    assert app.calls == 2


def test_page_of_an_edition_that_is_gone_is_not_kept() -> None:
    now = [1]

    async def reload() -> None:
        now[0] = 2

    app = Counting(before=reload)
    site = Delivery(app, lambda: now[0], Settings())
    ask(site)
    ask(site)
    assert app.calls == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"cache-control": NEVER},
        {"cache-control": "private, max-age=5"},
        {},
        {"cache-control": "no-cache", "set-cookie": "a=b"},
        {"cache-control": "no-cache", "vary": "Cookie"},
    ],
)
def test_response_not_for_everybody_is_not_kept(headers: dict[str, str]) -> None:
    app = Counting(headers=headers)
    site = delivery(app)
    ask(site)
    ask(site)
    assert app.calls == 2


def test_error_is_not_kept_and_a_response_without_cache_control_is_never_stored() -> None:
    app = Counting(status=404, headers={"content-type": "text/html"})
    site = delivery(app)
    ask(site)
    assert ask(site).headers["cache-control"] == "no-store"
    assert app.calls == 2


def test_static_file_keeps_its_cache_control() -> None:
    site = delivery(Counting(headers={"content-type": "text/css", "cache-control": FOREVER}))
    assert ask(site).headers["cache-control"] == FOREVER


def test_text_is_packed_for_those_who_take_it_and_not_for_others() -> None:
    app = Counting(lambda _: LONG)
    site = delivery(app)
    packed, plain = ask(site, headers=GZIP), ask(site)
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body == LONG
    assert len(packed.body) == int(packed.headers["content-length"]) < len(LONG) == int(plain.headers["content-length"])
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert app.calls == 1


@pytest.mark.parametrize("taken", ["identity", "gzip;q=0", "gzip; q=0.0", "", "br"])
def test_client_that_takes_no_gzip_gets_none(taken: str) -> None:
    assert ask(delivery(Counting(lambda _: LONG)), headers={"Accept-Encoding": taken}).body == LONG


@pytest.mark.parametrize(("kind", "body"), [("text/html", b"short"), ("image/png", b"\x89" * 900)])
def test_what_gains_nothing_is_not_packed(kind: str, body: bytes) -> None:
    site = delivery(Counting(lambda _: body, headers={"content-type": kind, "cache-control": "no-cache"}))
    assert "content-encoding" not in ask(site, headers=GZIP).headers


def test_post_is_packed_and_never_kept() -> None:
    app = Counting(lambda _: LONG)
    site = delivery(app)
    for _ in range(2):
        got = ask(site, method="POST", headers=GZIP)
        assert gzip.decompress(got.body) == LONG
    assert app.calls == 2


@pytest.mark.parametrize("form", ["{}", "*", '"else", {}', "W/{}"])
def test_browser_that_has_the_page_is_told_so(form: str) -> None:
    site = delivery(Counting())
    etag = ask(site).headers["etag"]
    known = form.format(etag if "W/{" not in form else etag.removeprefix("W/"))
    got = ask(site, headers={"If-None-Match": known})
    assert (got.status, got.body) == (304, b"")
    assert got.headers["etag"] == etag
    assert "content-length" not in got.headers


def test_browser_that_has_another_page_gets_this_one() -> None:
    assert ask(delivery(Counting()), headers={"If-None-Match": 'W/"0123"'}).status == 200


def test_etag_follows_the_content_and_not_the_edition() -> None:
    one, same = (ask(delivery(Counting(), edition)).headers["etag"] for edition in (1, 2))
    other = ask(delivery(Counting(lambda _: b"else"))).headers["etag"]
    assert one == same != other


def test_app_sees_no_conditions_and_no_ranges_for_what_all_will_get() -> None:
    app = Counting()
    ask(delivery(app), headers={"If-None-Match": "x", "Range": "bytes=0-1", "Accept": "text/html"})
    assert app.seen[0]["headers"] == [(b"accept", b"text/html")]


def test_etag_tells_the_kind_of_content_apart() -> None:
    kinds = ("text/html", "application/json")
    tags = {ask(delivery(Counting(lambda _: b"1", headers={"content-type": one}))).headers["etag"] for one in kinds}
    assert len(tags) == 2


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_nobody_takes_packed_is_not_packed(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr("gzip.compress", fail)
    app = Counting(lambda _: LONG, headers={"content-type": "text/html", "cache-control": NEVER})
    assert ask(delivery(app), method=method).body == LONG


def test_page_that_was_just_made_is_sent_plain_without_being_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    site = delivery(Counting(lambda _: LONG))
    with monkeypatch.context() as patched:
        patched.delattr("gzip.decompress")
        got = ask(site)
        head = ask(site, method="HEAD")
    assert (got.body, head.body) == (LONG, b"")
    assert got.headers["content-length"] == head.headers["content-length"] == str(len(LONG))
    assert gzip.decompress(ask(site, headers=GZIP).body) == ask(site).body == LONG


def test_large_bodies_are_packed_and_unpacked_beside_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[str] = []
    for name in ("compress", "decompress"):
        monkeypatch.setattr(f"gzip.{name}", _noting(threads, getattr(gzip, name)))
    site = delivery(Counting(lambda _: LONG * 200))
    assert ask(site, headers=GZIP).status == 200
    assert ask(site).body == LONG * 200
    assert len(threads) == 2
    assert threading.main_thread().name not in threads


def _noting(threads: list[str], work: Callable[..., bytes]) -> Callable[..., bytes]:
    def noted(*given: object, **named: object) -> bytes:
        threads.append(threading.current_thread().name)
        return work(*given, **named)

    return noted


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_response_that_is_too_long_is_refused(method: str) -> None:
    settings = Settings(max_response=1_000)
    app = Counting(lambda scope: b"x" * (1_001 if scope["path"] == "/api/v1/long" else 1_000))
    site = Guard(Delivery(app, lambda: 1, settings), settings)
    got = ask(site, "/api/v1/long", method)
    problem = json.loads(got.body)
    assert (got.status, problem["type"]) == (422, "/api#problem-too-long")
    assert problem["hint"]
    assert ask(site, "/api/v1/short", method).status == 200


@pytest.mark.parametrize("control", ["no-cache", FOREVER, "no-store"])
def test_errors_are_never_stored_whatever_they_say(control: str) -> None:
    app = Counting(status=404, headers={"content-type": "text/html", "cache-control": control})
    assert ask(delivery(app)).headers["cache-control"] == "no-store"


def test_head_has_the_headers_of_get_and_no_body() -> None:
    app = Counting(lambda _: LONG)
    site = delivery(app)
    head, get = ask(site, method="HEAD", headers=GZIP), ask(site, headers=GZIP)
    assert head.body == b""
    assert head.headers == get.headers
    assert app.calls == 1
    assert app.seen[0]["method"] == "GET"


def test_two_same_requests_at_once_make_the_page_once() -> None:
    app = Counting(before=lambda: asyncio.sleep(0.01))
    site = delivery(app)

    async def both() -> list[bytes]:
        return [got.body for got in await asyncio.gather(*(fetch(site, "/map") for _ in range(5)))]

    assert asyncio.run(both()) == [b"page /map"] * 5
    assert app.calls == 1


def test_those_who_wait_for_a_page_that_fails_make_their_own() -> None:
    calls = []

    async def fails_first() -> None:
        calls.append(1)
        await asyncio.sleep(0.01)
        if len(calls) == 1:
            raise RuntimeError

    site = delivery(Counting(before=fails_first))

    async def both() -> list[object]:
        return await asyncio.gather(fetch(site), fetch(site), return_exceptions=True)

    failed, got = asyncio.run(both())
    assert isinstance(failed, RuntimeError)
    assert got.status == 200  # type: ignore[attr-defined]


def test_one_who_waits_and_leaves_takes_nobody_along() -> None:
    app = Counting(before=lambda: asyncio.sleep(0.02))
    site = delivery(app)

    async def three() -> tuple[int, int]:
        first = asyncio.create_task(fetch(site))
        await asyncio.sleep(0.005)
        leaving, staying = asyncio.create_task(fetch(site)), asyncio.create_task(fetch(site))
        await asyncio.sleep(0.005)
        leaving.cancel()
        return (await first).status, (await staying).status

    assert asyncio.run(three()) == (200, 200)
    assert app.calls == 1


async def _stream(_: Scope, __: Receive, send: Send) -> None:
    headers = [(name.encode(), value.encode()) for name, value in PAGE.items()]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for _number in range(50):
        await send({"type": "http.response.body", "body": b"x" * 1000, "more_body": True})
    await send({"type": "http.response.body", "body": b"end"})


def test_long_stream_passes_whole_and_is_not_kept() -> None:
    site = delivery(_stream, cache_entry_bytes=10_000)
    got = ask(site, headers=GZIP)
    assert got.body == b"x" * 50_000 + b"end"
    assert "etag" not in got.headers
    assert len(site._kept) == 0
    assert ask(site, method="HEAD").body == b""


def test_short_stream_is_kept() -> None:
    site = delivery(_stream)
    ask(site)
    assert len(site._kept) == 1


def test_what_is_kept_is_bounded_in_bytes_and_the_least_lately_used_goes_first() -> None:
    app = Counting(lambda scope: scope["query_string"] * 1000, headers={"cache-control": "no-cache"})
    site = delivery(app, cache_bytes=60_000)
    for number in range(200):
        ask(site, f"/ask?on={number % 7}000{number}")
        ask(site, "/ask?often")
        assert site._kept.size <= 60_000
    assert 0 < len(site._kept) < 20
    assert app.calls == 201


def test_what_is_kept_is_bounded_in_number_and_large_pages_are_left_out() -> None:
    site = delivery(Counting(), cache_entries=10)
    for number in range(50):
        ask(site, f"/ask?on={number}")
    assert len(site._kept) == 10
    site = delivery(Counting(lambda _: b"x" * 5_000, headers={"cache-control": "no-cache"}), cache_entry_bytes=4_000)
    assert len(ask(site).body) == 5_000
    assert len(site._kept) == 0


def test_books_of_what_is_kept_balance() -> None:
    site = delivery(Counting(), cache_entries=3)
    for number in (1, 2, 3, 4, 2, 1, 5):
        ask(site, f"/ask?on={number}")
    for key in list(site._kept._responses):
        site._kept._drop(key)
    assert site._kept.size == 0
