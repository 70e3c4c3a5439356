"""What is known of a data set that foedera reads, and of its releases."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Release:
    """One release of a data set.

    Attributes:
        id: the release as its makers call it.
        file: name of the file with the table.
        address: where its makers publish it, or None if only by hand.
        within: names of the archives (zip) inside the download in which the file lies, outermost first; None if the
            download is the file itself.
        checked: how far the address was checked.
        versions: values of the file's own ``version`` column.
        columns: columns that no other release of the data set has.
        copies: SHA-256 of files with the same rows, and where they come from.
    """

    id: str
    file: str
    address: str | None = None
    within: tuple[str, ...] | None = None
    checked: str = ""
    versions: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set.

    Attributes:
        id: the name in commands.
        about: what a row is.
        page: where its makers describe it.
        citation: what to cite, as its makers ask.
        bibtex: entry type and fields of the same.
        releases: the newest first; that one is fetched.
    """

    id: str
    title: str
    about: str
    publisher: str
    page: str
    terms: str
    citation: str
    year: int
    bibtex: tuple[str, tuple[tuple[str, str], ...]]
    releases: tuple[Release, ...]
