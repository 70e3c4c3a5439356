from __future__ import annotations

import json
import logging
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from asgi_help import Counting, ask

from foedera.web.serving.access_log import AccessLog, JsonLines, open_logs
from foedera.web.serving.delivery import Delivery
from foedera.web.serving.guard import Guard
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp


@pytest.fixture(autouse=True)
def _loggers() -> Iterator[None]:
    """Leave the loggers as they were."""
    loggers = [logging.getLogger(name) for name in ("foedera.access", "foedera.web", "uvicorn.error")]
    before = [(one.handlers, one.level, one.propagate) for one in loggers]
    yield
    for one, (handlers, level, propagate) in zip(loggers, before, strict=True):
        one.handlers, one.propagate = handlers, propagate
        one.setLevel(level)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def site(app: ASGIApp, **options: bool) -> AccessLog:
    settings = Settings()
    return AccessLog(Guard(Delivery(app, lambda: 1, settings), settings), **options)


def test_request_is_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    open_logs()
    logged = site(Counting())
    got = ask(logged, "/ask?on=2024-12-10")
    ask(logged, "/ask?on=2024-12-10")
    first, second = lines(capsys)
    assert datetime.fromisoformat(str(first.pop("time"))).utcoffset() is not None
    assert isinstance(first.pop("ms"), float)
    assert first == {
        "log": "foedera.access",
        "request": got.headers["x-request-id"],
        "method": "GET",
        "path": "/ask",
        "query": "on=2024-12-10",
        "cache": "miss",
        "status": 200,
        "bytes": len(b"page /ask"),
    }
    assert second["cache"] == "hit"


def test_document_and_client_are_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    open_logs()
    ask(site(Counting()), "/read", "POST", body=[b"a secret draft"])
    (line,) = lines(capsys)
    assert "draft" not in str(line)
    assert "192.0.2.7" not in str(line)


def test_client_is_logged_if_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    open_logs()
    ask(site(Counting(), log_client=True))
    assert lines(capsys)[0]["client"] == "192.0.2.7"


def test_request_cannot_forge_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    open_logs()
    ask(site(Counting()), '/a\n{"status": 200}\x1b[2J\u2028')
    written = capsys.readouterr().err
    assert written.count("\n") == 1
    assert "\x1b" not in written
    assert "\u2028" not in written
    assert json.loads(written)["path"].startswith("/a\n{")


def test_long_queries_are_cut(capsys: pytest.CaptureFixture[str]) -> None:
    open_logs()
    ask(site(Counting()), "/ask?" + "q" * 10_000)
    assert len(str(lines(capsys)[0]["query"])) == 2_048


def test_failure_is_logged_with_its_traceback_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_: object) -> bytes:
        raise ValueError("broken")

    open_logs()
    ask(site(Counting(fail)))
    error, access = lines(capsys)
    assert "ValueError: broken" in str(error["traceback"])
    assert str(access["request"]) in str(error["message"])
    assert access["status"] == 500


def test_requests_are_not_logged_if_they_are_not_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    open_logs(access=False)
    ask(site(Counting()))
    assert not lines(capsys)


def test_other_messages_have_level_and_text() -> None:
    record = logging.LogRecord("foedera.web", logging.WARNING, "", 0, "%s problems", (3,), None)
    line = json.loads(JsonLines().format(record))
    assert (line["level"], line["message"], line["log"]) == ("WARNING", "3 problems", "foedera.web")
