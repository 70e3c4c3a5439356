"""Offices of signatories, as texts and records name them: presidents, prime ministers, foreign ministers, ..."""

from __future__ import annotations

import re

_OFFICES: dict[str, str] = {
    r"presidents?|kings?|emperors?|chairm[ae]n": "head of state",
    r"heads? of state": "head of state",
    r"prime ministers?|premiers?|chancellors?|heads? of government": "head of government",
    r"foreign ministers?|ministers? of foreign affairs|secretar(?:y|ies) of state": "foreign minister",
    r"def[e]n[cs]e ministers?|ministers? of def[e]n[cs]e|secretar(?:y|ies) of def[e]n[cs]e": "defence minister",
    r"leaders?": "leader",
}
_HEADS = frozenset(("head of state", "head of government"))
_ANY = re.compile("|".join(f"(?P<o{n}>\\b(?:{pattern})\\b)" for n, pattern in enumerate(_OFFICES)), re.IGNORECASE)
_DEPUTY = re.compile(r"(?:deputy|vice|vice-|former|assistant|under)[\s-]*$", re.IGNORECASE)


def offices_in(text: str) -> tuple[str, ...]:
    """The offices named in a text, each once, in order; deputies are others."""
    names = tuple(_OFFICES.values())
    found = [
        names[int((match.lastgroup or "o0")[1:])]
        for match in _ANY.finditer(text)
        if not _DEPUTY.search(text[: match.start()])
    ]
    return tuple(dict.fromkeys(found))


def agree(said: tuple[str, ...], recorded: tuple[str, ...]) -> bool | None:
    """Whether offices that a text names can be those on record; None if only some of them can."""
    fits = [any(_same(one, other) for other in recorded) for one in said]
    if all(fits):
        return True
    return None if any(fits) else False


def _same(said: str, recorded: str) -> bool:
    return said == recorded or (said == "leader" and recorded in _HEADS) or (recorded == "leader" and said in _HEADS)
