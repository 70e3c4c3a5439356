from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING

import pytest
from asgi_help import Counting, ask, fetch

from foedera.web.serving.guard import POLICY, SECURITY_HEADERS, Guard
from foedera.web.serving.refusals import Refusal
from foedera.web.serving.settings import Settings, SettingsError
from foedera.web.serving.turns import Turns

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

SMALL = Settings(max_body=100, max_bodies=150, max_url=200, body_seconds=0.05)
OTHER = "https://other.example"


def fail(_: Scope) -> bytes:
    raise RuntimeError("the secret of the house")


@pytest.mark.parametrize(
    ("target", "method"), [("/", "GET"), ("/" + "x" * 300, "GET"), ("/", "PUT"), ("/", "OPTIONS"), ("/", "POST")]
)
def test_every_response_has_the_security_headers(target: str, method: str) -> None:
    got = ask(Guard(Counting(), SMALL), target, method)
    for name, value in SECURITY_HEADERS:
        assert got.headers[name.decode()] == value.decode()
    assert len(got.headers["x-request-id"]) == 12


def test_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert POLICY.startswith("default-src 'none'; ")
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_page_that_brings_its_own_policy_keeps_it() -> None:
    own = "default-src 'none'; style-src 'unsafe-inline'"
    app = Counting(headers={"content-security-policy": own})
    assert ask(Guard(app, SMALL)).headers["content-security-policy"] == own


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "BREW"])
def test_other_methods_are_not_allowed(method: str) -> None:
    app = Counting()
    got = ask(Guard(app, SMALL), method=method)
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD, POST, OPTIONS")
    assert app.calls == 0


@pytest.mark.parametrize("target", ["/" + "x" * 200, "/ask?" + "y" * 197])
def test_long_address_is_refused(target: str) -> None:
    assert ask(Guard(Counting(), SMALL), target).status == 414
    assert ask(Guard(Counting(), SMALL), target[:-1]).status == 200


def test_refusal_of_the_api_is_a_problem_with_a_hint() -> None:
    got = ask(Guard(Counting(), SMALL), "/api/v1/ask?" + "y" * 300)
    assert got.headers["content-type"] == "application/problem+json"
    problem = json.loads(got.body)
    assert (problem["status"], problem["title"]) == (414, "Request-URI Too Long")
    assert "200 bytes" in problem["hint"]
    assert problem["request_id"] == got.headers["x-request-id"]


def test_refusal_of_a_page_is_made_by_the_site() -> None:
    site = Guard(Counting(), SMALL, lambda _, refusal: f"<h1>{refusal.detail}</h1>")
    got = ask(site, method="PUT")
    assert got.body == b"<h1>This site is read with GET.</h1>"
    assert got.headers["content-type"].startswith("text/html")


def test_refusal_is_shown_even_if_the_site_cannot_make_its_page(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: Scope, __: Refusal) -> str:
        raise KeyError("template")

    got = ask(Guard(Counting(), SMALL, broken), method="PUT")
    assert b"<h1>Method Not Allowed</h1>" in got.body
    assert "template" in caplog.text


def test_refusal_of_head_has_no_body() -> None:
    got = ask(Guard(Counting(), SMALL), "/" + "x" * 300, "HEAD")
    assert (got.status, got.body) == (414, b"")
    assert int(got.headers["content-length"]) > 0


@pytest.mark.parametrize("target", ["/ask", "/api/v1/ask"])
def test_failure_is_logged_with_its_number_and_not_shown(target: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        got = ask(Guard(Counting(fail), SMALL), target)
    assert got.status == 500
    assert b"secret" not in got.body
    assert b"Traceback" not in got.body
    assert got.headers["x-request-id"] in caplog.text
    assert "the secret of the house" in caplog.text
    assert got.headers["x-request-id"].encode() in got.body


def test_failure_after_the_response_began_is_left_to_the_server() -> None:
    async def halfway(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        ask(Guard(halfway, SMALL))


def test_layer_inside_may_refuse() -> None:
    def busy(_: Scope) -> bytes:
        raise Refusal(503, "busy", headers=((b"retry-after", b"5"),))

    got = ask(Guard(Counting(busy), SMALL))
    assert (got.status, got.headers["retry-after"]) == (503, "5")


# --- bodies ---


def test_body_comes_to_the_app_in_one_piece() -> None:
    app = Counting()
    site = Guard(app, SMALL)
    ask(site, method="POST", body=[b"half ", b"and half"])
    assert app.bodies == [b"half and half"]
    assert site._intake.held == 0


def test_large_body_is_refused_by_its_announced_length() -> None:
    app = Counting()
    got = ask(Guard(app, SMALL), method="POST", headers={"Content-Length": "101"}, body=[b"x" * 50, b"x" * 51])
    assert (got.status, app.calls) == (413, 0)
    assert b"100 bytes" in got.body
    assert "connection" not in got.headers


def test_huge_body_is_not_read_to_its_end() -> None:
    got = ask(Guard(Counting(), SMALL), method="POST", headers={"Content-Length": "900000"}, body=[b"x" * 50] * 1000)
    assert (got.status, got.headers["connection"]) == (413, "close")


def test_large_body_of_unknown_length_is_refused_by_counting() -> None:
    site = Guard(Counting(), SMALL)
    got = ask(site, method="POST", body=[b"x" * 60, b"x" * 60])
    assert (got.status, got.headers["connection"]) == (413, "close")
    assert site._intake.held == 0


def test_slow_body_is_refused() -> None:
    site = Guard(Counting(), SMALL)
    got = ask(site, method="POST", body=[b"x"] * 50, pause=0.01)
    assert (got.status, got.headers["connection"]) == (408, "close")
    assert site._intake.held == 0


def test_client_that_hangs_up_gets_nothing_and_leaves_nothing() -> None:
    app = Counting()
    site = Guard(app, SMALL)

    async def gone() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def send(_: object) -> None:
        raise AssertionError

    scope = {"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": []}
    asyncio.run(site(scope, gone, send))  # type: ignore[arg-type]
    assert (app.calls, site._intake.held) == (0, 0)


def test_bodies_of_all_together_are_bounded() -> None:
    site = Guard(Counting(), SMALL)

    async def three() -> list[int]:
        posts = (fetch(site, method="POST", body=[b"x" * 50, b"x" * 40], pause=0.01) for _ in range(3))
        return sorted([got.status for got in await asyncio.gather(*posts)])

    assert asyncio.run(three()) == [200, 200, 503]
    assert site._intake.held == 0


# --- other sites ---


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://here.example"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Origin": OTHER}, 403),
        ({"Sec-Fetch-Site": "same-site", "Origin": "https://sub.here.example"}, 403),
        ({"Origin": "https://here.example"}, 200),
        ({"Origin": OTHER}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_post_from_another_site_is_refused(headers: dict[str, str], status: int) -> None:
    site = Guard(Counting(), SMALL)
    assert ask(site, "/read", "POST", headers={"Host": "here.example", **headers}).status == status


def test_api_takes_posts_of_the_origins_that_are_set_and_pages_do_not() -> None:
    site = Guard(Counting(), Settings(origins=(OTHER,)))
    headers = {"Host": "here.example", "Origin": OTHER, "Sec-Fetch-Site": "cross-site"}
    assert ask(site, "/api/v1/read", "POST", headers=headers).status == 200
    assert ask(site, "/read", "POST", headers=headers).status == 403
    third = {**headers, "Origin": "https://third.example"}
    assert ask(site, "/api/v1/read", "POST", headers=third).status == 403


def test_api_tells_browsers_of_the_origins_that_are_set() -> None:
    site = Guard(Counting(), Settings(origins=(OTHER,)))
    got = ask(site, "/api/v1/ask", headers={"Origin": OTHER})
    assert got.headers["access-control-allow-origin"] == OTHER
    assert "Origin" in got.headers["vary"]
    assert (
        "access-control-allow-origin" not in ask(site, "/api/v1/ask", headers={"Origin": "https://no.example"}).headers
    )
    assert "access-control-allow-origin" not in ask(site, "/ask", headers={"Origin": OTHER}).headers


def test_without_origins_no_other_site_reads_the_api() -> None:
    got = ask(Guard(Counting(), SMALL), "/api/v1/ask", headers={"Origin": OTHER})
    assert not [name for name in got.headers if name.startswith("access-control")]


def test_browsers_question_before_a_post_is_answered() -> None:
    asked = {"Origin": OTHER, "Access-Control-Request-Method": "POST"}
    got = ask(Guard(Counting(), Settings(origins=("*",))), "/api/v1/read", "OPTIONS", headers=asked)
    assert got.status == 204
    assert got.headers["access-control-allow-origin"] == "*"
    assert "POST" in got.headers["access-control-allow-methods"]
    refused = ask(Guard(Counting(), SMALL), "/api/v1/read", "OPTIONS", headers=asked)
    assert "access-control-allow-methods" not in refused.headers


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8765", 200), ("LOCALHOST", 200), ("[::1]:8765", 200), ("evil.example:8765", 421), ("", 421)],
)
def test_other_host_names_are_not_answered(host: str, status: int) -> None:
    site = Guard(Counting(), Settings(hosts=("localhost", "::1")))
    assert ask(site, headers={"Host": host}).status == status
    assert ask(site, "/health", headers={"Host": host}).status == 200


# --- settings and turns ---


@pytest.mark.parametrize(
    "wrong",
    [
        {"prefix": "/a/"},
        {"prefix": "a"},
        {"prefix": "/a b"},
        {"origins": ("example.org",)},
        {"origins": ("https://e.org/",)},
    ],
)
def test_setting_that_could_never_match_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(**wrong)  # type: ignore[arg-type]
    assert caught.value.hint


def test_pages_wait_for_their_turn_and_too_many_are_told_to_come_back() -> None:
    most, now = [0], [0]

    async def work() -> None:
        now[0] += 1
        most[0] = max(most[0], now[0])
        await asyncio.sleep(0.01)
        now[0] -= 1

    settings = Settings(at_once=2, waiting=3)
    site = Guard(Turns(Counting(before=work), settings), settings)

    async def crowd(path: str) -> list[int]:
        return [got.status for got in await asyncio.gather(*(fetch(site, path) for _ in range(8)))]

    assert sorted(asyncio.run(crowd("/ask"))) == [200] * 5 + [503] * 3
    assert most[0] == 2
    most[0] = 0
    assert asyncio.run(crowd("/health")) == [200] * 8
    assert most[0] == 8


def test_posts_do_not_take_the_turns_of_pages() -> None:
    settings = Settings(at_once=1, reads_at_once=1)
    hold = asyncio.Event()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "POST":
            await hold.wait()
        await Counting()(scope, receive, send)

    site = Turns(app, settings)

    async def both() -> int:
        post = asyncio.create_task(fetch(site, "/read", "POST"))
        await asyncio.sleep(0)
        page = await asyncio.wait_for(fetch(site), 1)
        hold.set()
        await post
        return page.status

    assert asyncio.run(both()) == 200


def test_turn_ends_when_the_page_fails() -> None:
    settings = Settings(at_once=1)
    site = Guard(Turns(Counting(fail), settings), settings)
    assert [ask(site).status, ask(site).status] == [500, 500]
