"""Read: documents are checked, shown, refused, and not kept."""

from __future__ import annotations

import logging
import re
import subprocess
from typing import Any

import pytest
from starlette.testclient import TestClient

from foedera.web.app import create_app
from foedera.web.serving.settings import Settings

WRONG = "Russia and North Korea signed the Treaty on Comprehensive Strategic Partnership on July 19, 2024."
RIGHT = "28 June 2024\n\nThe Treaty on Comprehensive Strategic Partnership of both was signed on 19 June 2024."
JAPAN = "Japan is a party to the North Atlantic Treaty."


def post(client: TestClient, text: str = "", *files: tuple[str, bytes], **fields: str) -> Any:
    """The form, as a browser posts it."""
    parts: list[tuple[str, Any]] = [("text", (None, text)), *((name, (None, value)) for name, value in fields.items())]
    return client.post("/read", files=[*parts, *(("file", one) for one in files)])


def test_the_form_can_be_read_and_says_what_becomes_of_the_document(client: TestClient) -> None:
    answer = client.get("/read")
    assert answer.status_code == 200
    assert 'enctype="multipart/form-data"' in answer.text
    assert "nothing of it is stored or logged" in answer.text


def test_a_pasted_text_is_marked_and_its_records_are_links_of_the_site(client: TestClient) -> None:
    answer = post(client, WRONG)
    assert answer.status_code == 200
    assert "The record says that it was signed on 2024-06-19." in answer.text
    assert re.search(r'<button type="button" class="mark contradicted"[^>]* popovertarget="d0c\d+"', answer.text)
    assert '<a href="/treaties/rus-prk-2024">rus-prk-2024</a>' in answer.text
    assert "<style" not in answer.text
    assert " style=" not in answer.text


def test_nothing_of_a_document_is_kept_by_the_browser_or_the_cache(client: TestClient) -> None:
    assert post(client, WRONG).headers["cache-control"] == "no-store"
    assert post(client, "").headers["cache-control"] == "no-store"
    assert "July 19" not in client.get("/read").text


def test_nothing_of_a_document_is_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        post(client, "Zanzibar-Quux signed a treaty with Japan on 4 May 1999.", ("quuxfile.txt", b"Quux two."))
    assert "quux" not in caplog.text.casefold()


def test_documents_sent_together_are_held_against_each_other(client: TestClient) -> None:
    answer = post(client, WRONG, ("letter.txt", RIGHT.encode()))
    assert "What these documents say about treaties" in answer.text
    assert "Statements that differ" in answer.text
    assert "letter.txt" in answer.text


def test_a_pasted_text_is_of_the_day_at_its_top_or_the_day_that_is_given(client: TestClient) -> None:
    assert "2024-06-28" in post(client, RIGHT).text
    assert "2024-07-25" in post(client, WRONG, dated="2024-07-25").text


def test_html_is_read_as_text_and_none_of_its_markup_survives(client: TestClient) -> None:
    data = f"<html><body><script>alert(1)</script><p>{JAPAN}</p></body></html>"
    answer = post(client, "", ("a.html", data.encode()))
    assert answer.status_code == 200
    assert "Japan is not among its parties." in answer.text
    assert "alert(1)" not in answer.text


def test_letters_of_a_document_are_never_markup(client: TestClient) -> None:
    evil = f'"><img src=x onerror=alert(1)></textarea><script>alert(2)</script> {JAPAN}'
    answer = post(client, evil, ("</title><b>.txt", evil.encode()))
    assert answer.status_code == 200
    assert "<img" not in answer.text
    assert "<script>" not in answer.text
    assert "<b>" not in answer.text


def test_a_reading_is_downloaded_as_json_and_as_a_page_that_stands_alone(client: TestClient) -> None:
    data = post(client, WRONG, format="json")
    assert data.json()["format"] == "foedera.reading/1"
    assert data.headers["content-disposition"] == 'attachment; filename="reading.json"'
    alone = post(client, WRONG, format="html")
    assert alone.text.startswith("<!doctype html>")
    assert "<style>" in alone.text
    assert "attachment" in alone.headers["content-disposition"]
    assert alone.headers["cache-control"] == "no-store"


def test_a_view_without_an_address_is_not_cited_by_one(client: TestClient) -> None:
    assert "data-address" not in post(client, WRONG).text
    assert "data-address" in client.get("/read").text


@pytest.mark.parametrize(
    ("text", "files", "fields", "status", "message"),
    [
        ("", (), {}, 400, "There is nothing to read"),
        (" \r\n ", (), {}, 400, "There is nothing to read"),
        (WRONG, (), {"dated": "yesterday"}, 400, "yesterday"),
        (WRONG, (), {"on": "2024-13-01"}, 400, "2024-13-01"),
        ("", (("a.pdf", b"no pdf at all"),), {}, 422, "it is called .pdf but is not a PDF file"),
        ("", (("a.pdf", b"%PDF-1.4 broken"),), {}, 422, "cannot be read"),
        ("", (("a.txt", b"\x00\x01\x02\xff\xfe" * 50),), {}, 422, "cannot be read"),
        ("word " * 60_001, (), {}, 413, "characters"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    client: TestClient,
    text: str,
    files: tuple[tuple[str, bytes], ...],
    fields: dict[str, str],
    status: int,
    message: str,
) -> None:
    answer = post(client, text, *files, **fields)
    assert answer.status_code == status
    assert message in answer.text
    assert "Traceback" not in answer.text


def test_a_file_that_takes_long_to_open_is_given_up(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def never_ends(*command: object, timeout: int, **_options: object) -> None:
        raise subprocess.TimeoutExpired(str(command), timeout)

    monkeypatch.setattr("foedera.reader.confined.subprocess.run", never_ends)
    answer = post(client, "", ("a.html", b"<html><p>x</p></html>"))
    assert answer.status_code == 422
    assert "needs more than 10 seconds" in answer.text


def test_the_text_stays_in_the_form_when_something_else_is_wrong(client: TestClient) -> None:
    assert "on July 19, 2024.</textarea>" in post(client, WRONG, dated="soon").text


def test_only_forms_of_the_site_with_few_parts_are_taken(client: TestClient) -> None:
    assert client.post("/read", data={"text": WRONG}).status_code == 415
    assert client.post("/read", content=b"x", headers={"content-type": "text/plain"}).status_code == 415
    assert post(client, "", *((f"{at}.txt", b"x") for at in range(9))).status_code == 400
    broken = {"content-type": "multipart/form-data; boundary=a"}
    assert client.post("/read", content=b"--a\r\nnonsense", headers=broken).status_code == 400
    assert client.post("/read", content=b"", headers={"content-type": "multipart/form-data"}).status_code == 400


def test_a_document_of_another_site_is_refused(client: TestClient) -> None:
    answer = client.post("/read", files={"text": (None, WRONG)}, headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_a_larger_body_than_allowed_is_refused_before_it_is_read() -> None:
    small = TestClient(create_app(Settings(max_body=1000)))
    assert post(small, "word " * 1000).status_code == 413
    assert "1,000 bytes" in small.get("/read").text
