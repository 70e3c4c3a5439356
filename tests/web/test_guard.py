from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING

import pytest
from asgi_help import Counting, Got, ask, fetch, scope_of

from foedera.web.problem_types import KINDS
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


@pytest.mark.parametrize("target", ["/" + "x" * 200, "/ask?" + "y" * 197])
def test_long_address_is_refused(target: str) -> None:
    assert ask(Guard(Counting(), SMALL), target).status == 414
    assert ask(Guard(Counting(), SMALL), target[:-1]).status == 200


def test_refusal_of_the_api_is_a_problem_with_a_hint() -> None:
    got = ask(Guard(Counting(), SMALL), "/api/v1/ask?" + "y" * 300)
    assert got.headers["content-type"] == "application/problem+json"
    problem = json.loads(got.body)
    assert (problem["status"], problem["title"]) == (414, KINDS["too-long"].title)
    assert "200 bytes" in problem["hint"]
    assert problem["request_id"] == got.headers["x-request-id"]
    assert problem["instance"] == "/api/v1/ask"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (403, "other-site"),
        (405, "method"),
        (408, "too-slow"),
        (413, "too-long"),
        (414, "too-long"),
        (415, "media-type"),
        (421, "host"),
        (422, "too-long"),
        (500, "failed"),
        (503, "busy"),
        (418, "refused"),
    ],
)
def test_refusal_of_the_api_has_a_type_that_the_documents_explain(status: int, kind: str) -> None:
    def refusing(_: Scope) -> bytes:
        raise Refusal(status, "no")

    problem = json.loads(ask(Guard(Counting(refusing), SMALL), "/api/v1/ask").body)
    assert (problem["type"], problem["status"]) == (f"/api#problem-{kind}", status)
    assert problem["title"] == KINDS[kind].title
    assert "hint" not in problem


def test_refusal_of_a_page_is_made_by_the_site() -> None:
    site = Guard(Counting(), SMALL, lambda _, refusal: f"<h1>{refusal.detail}</h1>")
    got = ask(site, "/" + "x" * 300)
    assert got.body == b"<h1>The address is too long.</h1>"
    assert got.headers["content-type"].startswith("text/html")


def test_refusal_is_shown_even_if_the_site_cannot_make_its_page(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: Scope, __: Refusal) -> str:
        raise KeyError("template")

    got = ask(Guard(Counting(), SMALL, broken), "/" + "x" * 300)
    assert b"Long</h1>" in got.body
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


def test_body_that_stops_arriving_is_refused_before_its_time_is_up() -> None:
    settings = Settings(body_seconds=9, body_pause=0.5, body_rate=40)
    site = Guard(Counting(), settings)

    async def both() -> list[int]:
        slow = fetch(site, method="POST", body=[b"x"] * 9, pause=0.1)
        steady = fetch(site, method="POST", body=[b"x" * 10] * 30, pause=0.02)
        return [got.status for got in await asyncio.gather(slow, steady)]

    assert asyncio.run(both()) == [408, 200]
    assert site._intake.held == 0


def test_body_that_arrives_steadily_has_its_time_and_no_more() -> None:
    site = Guard(Counting(), Settings(body_seconds=0.2, body_pause=0.1, body_rate=10))
    assert ask(site, method="POST", body=[b"x" * 10] * 30, pause=0.02).status == 408


def test_bodies_that_never_end_give_way_to_one_that_does() -> None:
    app = Counting()
    site = Guard(app, SMALL)

    async def siege() -> tuple[list[int], int]:
        stalled = [asyncio.create_task(_stalled(site)) for _ in range(2)]
        await asyncio.sleep(0.01)
        got = await fetch(site, method="POST", body=[b"y" * 40])
        return await asyncio.gather(*stalled), got.status

    assert asyncio.run(siege()) == ([503, 408], 200)
    assert app.bodies == [b"y" * 40]
    assert site._intake.held == 0


async def _stalled(site: Guard) -> int:
    """The answer to a post that sends 70 bytes and then nothing."""
    sent = [b"x" * 70]

    async def receive() -> dict[str, object]:
        if not sent:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": sent.pop(), "more_body": True}

    return await _status(site, receive)


def test_body_that_gave_way_is_never_worked_on_even_if_its_end_came_at_that_moment() -> None:
    app = Counting()
    site = Guard(app, SMALL)

    async def race() -> list[int]:
        now = asyncio.Event()

        async def first() -> dict[str, object]:
            if first_sent:
                await now.wait()
            first_sent.append(b"a" * 60)
            return {
                "type": "http.request",
                "body": b"a" * 60 if len(first_sent) == 1 else b"b",
                "more_body": not now.is_set(),
            }

        async def second() -> dict[str, object]:
            now.set()
            return {"type": "http.request", "body": b"c" * 95, "more_body": False}

        first_sent: list[bytes] = []
        return await asyncio.gather(_status(site, first), _status(site, second))

    assert asyncio.run(race()) == [503, 200]
    assert app.bodies == [b"c" * 95]


async def _status(site: Guard, receive: object) -> int:
    got = Got()

    async def send(message: dict[str, object]) -> None:
        got.status = got.status or message["status"]  # type: ignore[assignment]

    await site(scope_of("POST", "/"), receive, send)  # type: ignore[arg-type]
    return got.status


@pytest.mark.parametrize("target", ["/read", "/api/v1/read"])
def test_packed_body_is_refused_by_its_coding(target: str) -> None:
    app = Counting()
    headers = {"Content-Encoding": "gzip", "Content-Length": "3"}
    got = ask(Guard(app, SMALL), target, "POST", headers=headers, body=[b"abc"])
    assert (got.status, got.headers["accept-encoding"], app.calls) == (415, "identity", 0)
    assert "connection" not in got.headers
    assert ask(Guard(app, SMALL), target, "POST", headers={"Content-Encoding": "identity"}).status == 200


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


def test_host_name_matches_in_any_case_and_with_a_final_dot() -> None:
    site = Guard(Counting(), Settings(hosts=("Example.org.", "[::1]")))
    for host in ("example.org", "EXAMPLE.org:80", "example.org.", "example.org.:80", "[::1]"):
        assert ask(site, headers={"Host": host}).status == 200
    assert ask(site, headers={"Host": "example.org.evil.example"}).status == 421


@pytest.mark.parametrize(
    "hosts", [[], [b"a", b"b"], [b"a", b"a"], [b"a b"], [b"a/b"], [b"user@a"], [b"a:b"], [b"a, b"]]
)
def test_request_that_does_not_name_one_host_is_refused(hosts: list[bytes]) -> None:
    app = Counting()
    scope = {**scope_of("GET", "/"), "http_version": "1.1", "headers": [(b"host", one) for one in hosts]}
    statuses = []

    async def send(message: dict[str, object]) -> None:
        statuses.append(message.get("status"))

    asyncio.run(Guard(app, SMALL)(scope, None, send))  # type: ignore[arg-type]
    assert (statuses[0], app.calls) == (400, 0)


def test_request_of_http_1_0_need_not_name_a_host() -> None:
    assert ask(Guard(Counting(), SMALL)).status == 200


def test_origin_is_held_as_browsers_send_it() -> None:
    site = Guard(Counting(), Settings(origins=("https://Other.Example",)))
    got = ask(site, "/api/v1/ask", headers={"Origin": OTHER})
    assert got.headers["access-control-allow-origin"] == OTHER


# --- settings and turns ---


@pytest.mark.parametrize(
    "wrong",
    [
        {"prefix": "/a/"},
        {"prefix": "a"},
        {"prefix": "/a b"},
        {"origins": ("example.org",)},
        {"origins": ("https://e.org/",)},
        {"origins": ("https://e.org:443",)},
        {"origins": ("http://e.org:80",)},
        {"hosts": ("e.org:80",)},
        {"hosts": ("cafe:80",)},
        {"hosts": ("https://e.org",)},
        {"hosts": ("",)},
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
        page = await asyncio.wait_for(fetch(site), 30)
        hold.set()
        await post
        return page.status

    assert asyncio.run(both()) == 200


def test_turn_ends_when_the_page_fails() -> None:
    settings = Settings(at_once=1)
    site = Guard(Turns(Counting(fail), settings), settings)
    assert [ask(site).status, ask(site).status] == [500, 500]


def _site_at_work(settings: Settings) -> tuple[Guard, asyncio.Event, Counting]:
    """A site whose pages take until the event is set."""
    hold = asyncio.Event()
    app = Counting(before=hold.wait)
    return Guard(Turns(app, settings), settings), hold, app


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_one_who_has_waited_long_is_told_to_come_back(method: str) -> None:
    async def wait() -> tuple[Got, int]:
        site, hold, app = _site_at_work(Settings(at_once=1, reads_at_once=1, wait_seconds=0.05))
        first = asyncio.create_task(fetch(site, "/ask", method))
        await asyncio.sleep(0)
        second = await asyncio.wait_for(fetch(site, "/ask", method), 30)
        hold.set()
        await first
        return second, app.calls

    got, calls = asyncio.run(wait())
    assert (got.status, got.headers["retry-after"], calls) == (503, "5", 1)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_one_who_hangs_up_while_waiting_gives_the_place_back(method: str) -> None:
    async def leave() -> tuple[list[int], int]:
        site, hold, app = _site_at_work(Settings(at_once=1, reads_at_once=1, waiting=1))
        first = asyncio.create_task(fetch(site, "/ask", method))
        await asyncio.sleep(0.01)
        leaves = asyncio.Event()
        second = asyncio.create_task(fetch(site, "/ask", method, leaves=leaves))
        await asyncio.sleep(0.01)
        refused = await fetch(site, "/ask", method)
        leaves.set()
        gone = await asyncio.wait_for(second, 30)
        third = asyncio.create_task(fetch(site, "/ask", method, body=[b"third"]))
        await asyncio.sleep(0.01)
        hold.set()
        return [one.status for one in (await first, gone, refused, await third)], app.calls

    assert asyncio.run(leave()) == ([200, 0, 503, 200], 2)


def test_one_who_waited_is_served_with_the_whole_body() -> None:
    async def wait() -> list[bytes]:
        site, hold, app = _site_at_work(Settings(reads_at_once=1))
        posts = [asyncio.create_task(fetch(site, "/read", "POST", body=[one, b"!"])) for one in (b"one", b"two")]
        await asyncio.sleep(0.01)
        hold.set()
        await asyncio.gather(*posts)
        return app.bodies

    assert asyncio.run(wait()) == [b"one!", b"two!"]
