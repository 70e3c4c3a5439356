"""Numbers of years, months, days and states, in digits and in words."""

from __future__ import annotations

from foedera.reader.checks.quantities import quantities

_ONE = frozenset(("a", "an", "one", "each", "every", "single"))
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = r"one|two|three|four|five|six|seven|eight|nine"
_TEENS = r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
NUMBER = (
    rf"(?:\d{{1,3}}(?![\d,.]\d)|(?:{_TENS})(?:[\s-](?:{_UNITS}))?|{_TEENS}|{_UNITS}|(?:a|one)\s+(?:hundred|"
    r"dozen)|a\s+score(?:\s+of)?)"
)
"""A number below a thousand, to be put into a pattern that ignores case."""


def amount(text: str) -> float | None:
    """The value of such a number; None if it is none."""
    plain = " ".join(text.lower().replace("-", " ").split())
    if plain in _ONE:
        return 1.0
    if plain.endswith("dozen"):
        return 12.0
    if "score" in plain:
        return 20.0
    if plain.startswith("a hundred"):
        plain = plain.replace("a ", "one ", 1)
    found = quantities(f"{plain} items", "item")
    return found[0][0] if found else None
