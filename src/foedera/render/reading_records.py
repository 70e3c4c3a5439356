"""The list beside a document on a page: what its words were taken to name, how surely, and what else it might be."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from foedera.render import reading_words as words
from foedera.render.reading_marks import code, nowhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from foedera.model.world import World
    from foedera.reader.records import DocumentReading, Mention
    from foedera.render.reading_marks import Address

    Key = tuple[str, ...]

_SECTIONS = {
    "instruments": "Instruments and articles",
    "unlinked": "Not linked",
    "names": "Names",
    "dates": "Dates",
}


class Records:
    """What the mentions of a document stand for: every record once, in the order of the text."""

    def __init__(self, world: World, document: DocumentReading, prefix: str, address: Address = nowhere) -> None:
        self._world = world
        self._prefix = prefix
        self.address = address
        self._mentions: dict[Key, list[Mention]] = {}
        for one in document.mentions:
            self._mentions.setdefault(_key(one), []).append(one)
        self._numbers = {key: number for number, key in enumerate(self._mentions)}

    def anchor(self, one: Mention) -> str:
        """Where in the list the mention's record stands."""
        return f"{self._prefix}r{self._numbers[_key(one)]}"

    def listed(self) -> str:
        """The list as HTML."""
        parts = ['<aside class="records" aria-label="Records named in this document" tabindex="0">']
        for section, title in _SECTIONS.items():
            keys = [key for key in self._mentions if key[0] == section]
            if keys:
                parts += [f"<h3>{title}</h3>", '<ul class="plain">', *map(self._entry, keys), "</ul>"]
        return "\n".join([*parts, "</aside>"])

    def _entry(self, key: Key) -> str:
        section, *ids = key
        same = self._mentions[key]
        anchor = f"{self._prefix}r{self._numbers[key]}"
        if section == "dates":
            head = f"<strong>{escape(ids[0])}</strong>"
        elif section == "unlinked":
            head = f"<strong><bdi>{escape(ids[0])}</bdi></strong>"
        else:
            head = "; ".join(f"<strong>{self._title(one)}</strong> {code((one,), self.address)}" for one in ids)
        wordings = "".join(f"<li>{line}</li>" for line in self._wordings(same))
        return f'<li id="{anchor}">{head}<ul>{wordings}</ul></li>'

    def _title(self, identifier: str) -> str:
        return escape(words.record_name(self._world, identifier))

    def _wordings(self, same: Sequence[Mention]) -> Iterator[str]:
        """Every wording once, with how it was understood, how surely, and the alternatives."""
        times: dict[tuple[str, str], list[Mention]] = {}
        for one in same:
            times.setdefault((words.clean(one.text), one.how), []).append(one)
        for (text, _), found in times.items():
            often = f", {len(found)} times" if len(found) > 1 else ""
            yield f"<q><bdi>{escape(text)}</bdi></q>{often}{_link(found, self.address)}"


def _key(one: Mention) -> Key:
    """Mentions with the same key stand for the same."""
    if one.type == "date":
        return "dates", _date(one)
    is_name = one.type not in ("instrument", "provision")
    if not one.ids:
        return "unlinked", words.clean(one.text)
    return "names" if is_name else "instruments", *one.ids


def _date(one: Mention) -> str:
    written = one.written
    if written is None:
        return words.clean(one.text)
    return f"{written}{' (year from the context)' if written.inferred else '' if written.year else ' (no year)'}"


def _link(found: Sequence[Mention], address: Address) -> str:
    """How surely the wording stands for the record: the scores, and what else it might be."""
    first = found[0]
    if first.type == "date":
        return ""
    if not first.ids:
        return f": {escape(first.why)}" if first.why else ""
    scores = sorted({f"{one.score:.2f}" for one in found})
    score = scores[0] if len(scores) == 1 else f"{scores[0]} to {scores[-1]}"
    return f", {words.HOW[first.how]}, score {score}{_alternatives(found, address)}"


def _alternatives(found: Iterable[Mention], address: Address) -> str:
    best: dict[str, float] = {}
    for one in found:
        for link in one.alternatives:
            best[link.id] = max(best.get(link.id, 0.0), link.score)
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = ", ".join(f"{code((identifier,), address)} {score:.2f}" for identifier, score in ranked)
    return f"; or else {shown}" if shown else ""
