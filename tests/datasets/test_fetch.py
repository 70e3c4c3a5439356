"""Downloads from a server on this computer: resumed, checked, and told plainly when they fail."""

from __future__ import annotations

import hashlib
import io
import socket
import threading
import zipfile
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from foedera.datasets import fetch as fetching
from foedera.datasets.archive import unpack
from foedera.datasets.fetch import fetch
from foedera.datasets.imported import DatasetError
from foedera.datasets.registry import DATASETS
from foedera.datasets.store import install, load_stored, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("own_home")


@dataclass
class Server:
    """What the server gives, and what it was asked.

    Attributes:
        cut: end the connection after so many bytes of the body.
        tag: the ETag, or None for a server that has none.
    """

    content: bytes = b""
    cut: int | None = None
    tag: str | None = '"one"'
    status: int = 200
    ranges: list[str | None] = field(default_factory=list)
    address: str = ""

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        asked, validator = request.headers.get("Range"), request.headers.get("If-Range")
        self.ranges.append(asked)
        body, status = self.content, self.status
        if asked and validator == self.tag:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            body, status = self.content[start:], 206 if start < len(self.content) else 416
        request.send_response(status)
        request.send_header("Content-Length", str(len(body)))
        if self.tag:
            request.send_header("ETag", self.tag)
        request.end_headers()
        request.wfile.write(body[: self.cut] if self.cut is not None else body)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    known = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.answer(self)

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        known.address = f"http://127.0.0.1:{listening.server_address[1]}/file.csv"
        threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
        yield known
        listening.shutdown()


@pytest.fixture
def states_file(examples) -> bytes:
    return (examples / "states-invented.csv").read_bytes()


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture
def wars(server, states, examples):
    """Fetch the invented wars; they come as a plain file."""
    server.content = (examples / "wars-invented.csv").read_bytes()
    return lambda **options: fetch("cow-wars", states, address=server.address, **options)


def test_download_is_imported_under_the_name_of_the_release(server, wars, own_home) -> None:
    found = wars()
    manifest = found.stored.manifest
    assert (found.trust, manifest.file, manifest.rows) == ("first", "Inter-StateWarData_v4.0.csv", 3)
    assert manifest.download.address == server.address
    assert manifest.download.sha256 == hashlib.sha256(server.content).hexdigest()
    assert list((own_home / "data" / "downloads").iterdir()) == []


def test_what_was_fetched_is_not_fetched_again(server, wars) -> None:
    first = wars()
    again = wars()
    assert (again.trust, again.stored) == ("here", first.stored)
    assert len(server.ranges) == 1


def test_the_same_file_again_is_known(server, wars) -> None:
    wars()
    assert wars(again=True).trust == "same"
    assert len(server.ranges) == 2


def test_another_file_is_refused_unless_accepted(server, wars, states) -> None:
    before = wars().stored
    sha256 = hashlib.sha256(server.content).hexdigest()
    server.content = server.content.replace(b"1000", b"1001")
    with pytest.raises(
        DatasetError, match=f"has another file than on .*SHA-256 {_sha(server)} instead of {sha256}"
    ) as no:
        wars(again=True)
    assert "--accept-change" in no.value.hint
    assert load_stored("cow-wars", states) == before
    assert wars(again=True, accept_change=True).trust == "changed"
    assert read_manifest("cow-wars").download.sha256 == _sha(server)


def _sha(server: Server) -> str:
    return hashlib.sha256(server.content).hexdigest()


def test_import_of_a_file_remembers_the_download(wars, server, states, examples) -> None:
    wars()
    assert install("cow-wars", examples / "wars-invented.csv", states).manifest.download.address == server.address


def test_download_that_broke_off_goes_on_where_it_stopped(server, wars, own_home) -> None:
    server.cut = 100
    with pytest.raises(DatasetError, match="broke off after 100 bytes") as refusal:
        wars()
    assert refusal.value.hint == "run it again: it goes on where it stopped"
    assert read_manifest("cow-wars") is None
    server.cut = None
    told: list[tuple[int, int | None]] = []
    assert wars(report=lambda done, total: told.append((done, total))).stored.manifest.rows == 3
    assert server.ranges == [None, "bytes=100-"]
    assert told == [(len(server.content), len(server.content))]
    assert list((own_home / "data" / "downloads").iterdir()) == []


def test_part_of_another_file_is_not_gone_on_with(server, wars) -> None:
    server.cut = 100
    with pytest.raises(DatasetError):
        wars()
    server.cut, server.tag = None, '"two"'
    server.content = server.content.replace(b"Invented War", b"Another War!")
    pairs = wars().stored.imported.tables["war_pairs"]
    assert {row[1] for row in pairs} == {"Another War!"}


def test_without_a_validator_the_download_begins_anew(server, wars) -> None:
    server.cut, server.tag = 100, None
    with pytest.raises(DatasetError):
        wars()
    server.cut = None
    assert wars().stored.manifest.rows == 3
    assert server.ranges == [None, None]


def test_part_that_is_longer_than_the_file_is_forgotten(server, wars, own_home) -> None:
    server.cut = 100
    with pytest.raises(DatasetError):
        wars()
    server.cut = None
    (part,) = (own_home / "data" / "downloads").glob("*.part")
    part.write_bytes(b"x" * 10_000)
    assert wars().stored.manifest.rows == 3
    assert server.ranges[1:] == ["bytes=10000-", None]


def test_missing_page_is_told_with_what_to_do(server, wars) -> None:
    server.status = 404
    with pytest.raises(DatasetError, match="answers 404 Not Found") as refusal:
        wars()
    page = DATASETS["cow-wars"].page
    assert refusal.value.hint == f"download it by hand from {page}, then: foedera import cow-wars FILE"


def test_offline_is_told_with_what_to_do(states) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(
        DatasetError, match=f"there is no connection to 127.0.0.1:{port}: this computer or that server"
    ) as refusal:
        fetch("cow-wars", states, address=f"http://127.0.0.1:{port}/x")
    assert "foedera import cow-wars FILE" in refusal.value.hint


def test_name_that_does_not_resolve_is_offline_too(states, monkeypatch) -> None:
    def unknown(*_args, **_options):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(DatasetError, match=r"there is no connection to www\.atopdata\.org"):
        fetch("atop", states)


def test_server_that_does_not_answer_is_told(states, monkeypatch) -> None:
    monkeypatch.setattr(fetching, "TIMEOUT", 0.2)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(DatasetError, match=r"does not answer within 0\.2 seconds"):
            fetch("cow-wars", states, address=f"http://127.0.0.1:{silent.getsockname()[1]}/x")


def test_download_is_bounded(wars, monkeypatch, own_home) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 50)
    with pytest.raises(DatasetError, match="larger than 50 bytes"):
        wars()
    assert list((own_home / "data" / "downloads").iterdir()) == []


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/x", "x"])
def test_only_web_addresses_are_fetched(states, address) -> None:
    with pytest.raises(DatasetError, match="is not an address"):
        fetch("cow-wars", states, address=address)


def test_page_instead_of_data_is_refused_and_not_kept(server, wars, own_home) -> None:
    server.content = b"<html>\n<body>Please log in</body>\n</html>\n"
    with pytest.raises(DatasetError, match="are missing"):
        wars()
    assert read_manifest("cow-wars") is None
    assert list((own_home / "data" / "downloads").iterdir()) == []


@pytest.mark.parametrize("name", ["cow-alliances", "atpo"])
def test_what_cannot_be_imported_is_not_fetched(states, name) -> None:
    with pytest.raises(DatasetError) as refusal:
        fetch(name, states)
    assert "atop" in refusal.value.hint


@pytest.mark.parametrize("at", ["home", "part"])
def test_download_that_cannot_be_kept_is_told(wars, own_home, monkeypatch, at) -> None:
    if at == "home":
        own_home.write_text("not a folder")
    else:

        def full(*_args, **_options):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(fetching._Resuming, "_receive", full)
    with pytest.raises(DatasetError, match=r"the download cannot be kept: (No space left|Not a directory|File exists)"):
        wars()


def test_answer_that_is_no_http_is_told(states, monkeypatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def talk() -> None:
            one, _ = listening.accept()
            with one:
                one.recv(1000)
                one.sendall(b"nonsense\r\n\r\n")

        threading.Thread(target=talk, daemon=True).start()
        with pytest.raises(DatasetError, match="there is no connection to"):
            fetch("cow-wars", states, address=f"http://127.0.0.1:{listening.getsockname()[1]}/x")


# --- archives ---


def test_table_is_taken_out_of_the_archive(server, states, states_file) -> None:
    server.content = zipped(**{"States2024/readme.txt": b"x", "States2024/statelist2024.csv": states_file})
    found = fetch("cow-states", states, address=server.address)
    assert found.stored.manifest.file == "statelist2024.csv"
    assert found.stored.manifest.sha256 == hashlib.sha256(states_file).hexdigest()
    assert found.stored.manifest.download.sha256 == hashlib.sha256(server.content).hexdigest()


def test_table_is_taken_out_of_an_archive_in_an_archive(server, states, examples) -> None:
    inner = zipped(**{"nmc-70-abridged.csv": (examples / "capabilities-invented.csv").read_bytes()})
    server.content = zipped(**{"NMCv7/NMC-v7-abridged.zip": inner, "__MACOSX/NMC-v7-abridged.zip": b"x"})
    assert fetch("nmc", states, address=server.address).stored.manifest.rows == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"no archive", "x.zip: the archive cannot be read: File is not a zip file"),
        (zipped(other=b"x"), "x.zip: there is no 'a.csv' in the archive"),
        (zipped(**{"a.csv": b"x" * 99}), "x.zip: 'a.csv' is larger than 50 bytes"),
        (zipped(**{"a.csv": b"whole"}).replace(b"whole", b"wrong"), "x.zip: the archive cannot be read: Bad CRC-32"),
    ],
)
def test_archive_that_is_none_is_refused(content, says, monkeypatch) -> None:
    monkeypatch.setattr("foedera.datasets.archive.MAX_BYTES", 50)
    with pytest.raises(DatasetError) as refusal:
        unpack("x.zip", content, ("a.csv",))
    assert str(refusal.value).startswith(says)


def test_every_address_is_the_makers_own_and_says_how_it_was_checked() -> None:
    for dataset in DATASETS.values():
        offered = [release for release in dataset.releases if release.address]
        assert offered, dataset.id
        for release in offered:
            assert release.address.startswith(("http://", "https://"))
            assert release.checked, f"{dataset.id} {release.id}"
