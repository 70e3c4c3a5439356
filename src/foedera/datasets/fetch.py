"""Downloads from the data projects' own addresses: checked, resumed after a break, imported like a file.

No checksum of a download was known when the registry was written, so that the first download is trusted and its
SHA-256 recorded; a later one from the same address must be the same file, unless the user accepts the change.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import http.client
import socket
import ssl
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pooch

from foedera import __version__
from foedera.datasets.archive import unpack
from foedera.datasets.imported import DatasetError
from foedera.datasets.readers import reader
from foedera.datasets.releases import find_dataset, newest
from foedera.datasets.store import Download, Stored, data_directory, install_bytes, load_stored, read_manifest
from foedera.datasets.table import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from foedera.datasets.dataset import Dataset, Release
    from foedera.model.states import State

    Report = Callable[[int, int | None], None]
    """Called with the bytes that are here and how many there will be, if that is known."""

TIMEOUT = 30
_CHUNK = 1 << 16
_BROKEN = (
    urllib.error.URLError,
    ConnectionError,
    TimeoutError,
    socket.gaierror,
    ssl.SSLError,
    http.client.HTTPException,
)
Trust = Literal["here", "first", "same", "changed"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a download gave.

    Attributes:
        trust: ``here``: imported before from there, nothing was downloaded; ``first``: trusted on first use;
            ``same``: the file that came before; ``changed``: another file, accepted by the user.
    """

    stored: Stored
    trust: Trust


def fetch(
    name: str,
    states: Mapping[str, State],
    *,
    address: str | None = None,
    again: bool = False,
    accept_change: bool = False,
    report: Report | None = None,
) -> Fetched:
    """Download a data set from its makers and import it.

    Args:
        name: the data set.
        states: the corpus' states, whose codes link the rows.
        address: another address of the same file, such as a mirror.
        again: download even if it was imported from there before.
        accept_change: accept another file than the one that came before.
        report: told how far the download is.

    Raises:
        DatasetError: there is no connection, the address does not answer, the file is not the one that came before,
            or it is not of that data set.
    """
    dataset = find_dataset(name)
    reader(name)
    release = newest(dataset)
    url = _checked(address or release.address or "")
    manifest = read_manifest(name)
    before = manifest.download if manifest and manifest.download and manifest.download.address == url else None
    if before and not again:
        return Fetched(load_stored(name, states), "here")
    path = _downloaded(dataset, url, None if accept_change else before, report or (lambda _done, _total: None))
    try:
        stored = _installed(dataset, release, url, path, states)
    finally:
        path.unlink(missing_ok=True)
    if before is None:
        return Fetched(stored, "first")
    came = stored.manifest.download
    return Fetched(stored, "same" if came and came.sha256 == before.sha256 else "changed")


def _installed(dataset: Dataset, release: Release, url: str, path: Path, states: Mapping[str, State]) -> Stored:
    """Import what was downloaded, out of its archive if it lies in one."""
    content = path.read_bytes()
    on = dt.datetime.now(tz=dt.UTC).date().isoformat()
    download = Download(url, hashlib.sha256(content).hexdigest(), on)
    if release.within is not None:
        content = unpack(release.within[0], content, (*release.within[1:], release.file))
    return install_bytes(dataset.id, release.file, content, states, download)


def _checked(address: str) -> str:
    if urllib.parse.urlsplit(address).scheme not in {"http", "https"}:
        raise DatasetError(f"'{address[:200]}' is not an address", "as https://example.org/file.csv")
    return address


def _downloaded(dataset: Dataset, url: str, before: Download | None, report: Report) -> Path:
    """The downloaded file, whole; a break leaves a part that the next call goes on with."""
    folder = data_directory() / "downloads"
    name = f"{dataset.id}-{hashlib.sha256(url.encode()).hexdigest()[:12]}"
    downloader = _Resuming(folder / f"{name}.part", report)
    pooch.get_logger().setLevel("ERROR")
    by_hand = f"download it by hand from {dataset.page}, then: foedera import {dataset.id} FILE"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).unlink(missing_ok=True)
        return Path(
            pooch.retrieve(
                url, f"sha256:{before.sha256}" if before else None, fname=name, path=folder, downloader=downloader
            )
        )
    except urllib.error.HTTPError as error:
        raise DatasetError(f"{url} answers {error.code} {error.reason}", by_hand) from None
    except _BROKEN as error:
        raise _unreached(url, error, by_hand, downloader.here()) from None
    except OSError as error:
        raise DatasetError(f"{folder}: the download cannot be kept: {error.strerror}", "set FOEDERA_HOME") from None
    except ValueError:
        if before is None:
            raise
        raise DatasetError(
            f"{url} has another file than on {before.on}: SHA-256 {downloader.sha256} instead of {before.sha256}",
            "if its makers have published a new one, run it again with --accept-change",
        ) from None


def _unreached(url: str, error: Exception, by_hand: str, here: int) -> DatasetError:
    host = urllib.parse.urlsplit(url).netloc
    reason = getattr(error, "reason", error)
    if here:
        return DatasetError(
            f"the download from {host} broke off after {here:,} bytes", "run it again: it goes on where it stopped"
        )
    if isinstance(reason, ssl.SSLError):
        return DatasetError(f"the certificate of {host} cannot be verified", by_hand)
    if isinstance(reason, TimeoutError):
        return DatasetError(f"{host} does not answer within {TIMEOUT} seconds", by_hand)
    return DatasetError(f"there is no connection to {host}: this computer or that server is offline", by_hand)


@dataclass
class _Resuming:
    """A downloader for Pooch that goes on with the part that an earlier call left, if the file is still the same.

    Attributes:
        part: the part; beside it stands the validator (ETag or date) of the file that it is a part of.
        sha256: of the whole download, once it is here.
    """

    part: Path
    report: Report
    sha256: str = field(default="", init=False)

    def __call__(self, url: str, output_file: str, _pooch: object) -> None:
        """Download an address to a file."""
        done, validator = self.here(), self._validator()
        headers = {"User-Agent": f"foedera/{__version__}", "Accept-Encoding": "identity"}
        if done and validator:
            headers |= {"Range": f"bytes={done}-", "If-Range": validator}
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - only http and https come here
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
                self._receive(answer, done)
        except DatasetError:
            self._forget()
            raise
        except urllib.error.HTTPError as error:
            error.close()
            self._forget()
            if error.code != http.client.REQUESTED_RANGE_NOT_SATISFIABLE or not done:
                raise
            self(url, output_file, _pooch)
            return
        with self.part.open("rb") as stream:
            self.sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        self.part.replace(output_file)
        self._forget()

    def here(self) -> int:
        """How many bytes an earlier call left."""
        return self.part.stat().st_size if self.part.is_file() else 0

    def _receive(self, answer: Any, done: int) -> None:
        is_rest = answer.status == http.client.PARTIAL_CONTENT
        done = done if is_rest else 0
        length = answer.headers.get("Content-Length", "")
        total = done + int(length) if length.isdecimal() else None
        if total is not None and total > MAX_BYTES:
            raise DatasetError(f"the download is larger than {MAX_BYTES:,} bytes")
        self._tag().write_text(answer.headers.get("ETag") or answer.headers.get("Last-Modified") or "")
        with self.part.open("ab" if is_rest else "wb") as stream:
            while chunk := answer.read(_CHUNK):
                done += len(chunk)
                if done > MAX_BYTES:
                    raise DatasetError(f"the download is larger than {MAX_BYTES:,} bytes")
                stream.write(chunk)
                self.report(done, total)
        if total is not None and done < total:
            raise ConnectionResetError("the connection ended early")

    def _tag(self) -> Path:
        return self.part.with_suffix(".tag")

    def _validator(self) -> str:
        try:
            return self._tag().read_text()
        except (OSError, UnicodeDecodeError):
            return ""

    def _forget(self) -> None:
        self.part.unlink(missing_ok=True)
        self._tag().unlink(missing_ok=True)
