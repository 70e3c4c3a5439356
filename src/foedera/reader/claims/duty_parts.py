"""Parts that patterns for duties are put together from, and what such a pattern stands for.

The patterns run over a sentence in which names are covered by letters that occur in no English word, so that a pattern
can say "defend STATE" and never looks into the title of a treaty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from foedera.model.instruments import Kind

    Shape = Literal["act", "banned", "allowed", "restricted", "right"]

STATE, ANCHOR, ORGAN, PLACE = "Ω", "Ψ", "Φ", "Ξ"
"""The letters that cover states, instruments and articles, organisations, and places."""


@dataclass(frozen=True, slots=True)
class Content:
    """Words for what is laid down.

    ``shape``: the words name what is owed (``act``), what is not to be done (``banned``: they need a word that
    forbids), what may be done (``allowed``: they need a word that permits), goods and persons under sanctions
    (``restricted``), or a right that a clause keeps (``right``). ``needs``: groups of beginnings of words, of three
    letters at least, or of short words; a match has a word of each group, which is a cheap test. ``martial``: they
    count only if the sentence speaks of attack or arms.
    """

    kind: Kind
    shape: Shape
    needs: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]
    martial: bool = False


WORD = rf"[^\s,;:.()\"“”{ANCHOR}]+"
PARTNER = (
    rf"(?:(?:the\s+|\w+['’]s\s+)?{STATE}+(?!['’]s\s)|each\s+other\b|one\s+another\b|the\s+(?:others?|rest|victims?|"
    rf"attacked|second|ally)\b"
    rf"|(?:its|their|our|his)\s+(?:{WORD}\s+)?(?:partners?|ally|allies|neighbou?rs?|friends?|fellows?|comrades?)\b"
    rf"|(?:an?|any|every|each|another|that|all|whichever|the|those)\s+(?:{WORD}\s+){{0,2}}?"
    r"(?:ally|allies|members?|partners?|party|parties|neighbou?r|signator(?:y|ies)|states?|sides?|country|"
    r"countries|victims?|nation)\b"
    r"|whichever\b|whoever\b|whomever\b|those\s+attacked\b)"
)
FOE = (
    r"(?:(?:an?|the|any|that|its|such|every|whatever)\s+(?:\w+\s+)?)?(?:aggressors?|attackers?|assailants?|"
    r"invaders?)\b"
)
HELP = r"(?:help|aid|assistance|support|backing|succou?r|relief)"
GROUP = (
    r"(?:alliances?|blocs?|blocks?|coalitions?|pacts?|treat(?:y|ies)|agreements?|groupings?|groups?|unions?|"
    r"camps?|accords?|"
    r"deals?|engagements?|combinations?|arrangements?|undertakings?|measures?|sanctions)"
)
AGAINST = (
    r"(?:against|aimed|directed|hostile|harm\w*|at\s+odds|incompatible|target\w*|contrary|conflict\w*|damag\w*|"
    r"prejudic\w*|"
    r"detriment\w*|inimical|threaten\w*|whose\s+(?:aims?|goals?))"
)
TROOPS = (
    r"(?:troops?|forces|soldiers?|army|armies|garrisons?|units|bases?|missiles|airmen|fleet|navy|warships|"
    r"servicemen|contingents?|objects|sites|installations)"
)
ATTACK = r"(?:attacks?|aggressions?|assaults?|strikes?|invasions?|violation|war|hostilities)"
HIT = (
    r"(?:attacks?|attacking|aggressions?|assaults?|strikes?|blow|invasions?|violations?|breach(?:es)?|"
    r"infringements?|war|hostilities|"
    r"threat\s+of\s+aggression)"
)
ALL = (
    r"(?:all|both|every(?:one|body)?|each|(?:the\s+)?(?:others?|rest|entire|whole|alliance|community|union|"
    r"bloc)|itself|either|"
    r"them(?:\s+all)?)\b"
)
NUCLEAR = (
    r"(?:warheads?|nuclear[\s-]+(?:weapons?|arms|bombs?|warheads?|explosives?|devices?|arsenal|deterrent)|"
    r"atomic\s+(?:bombs?|weapons?|arms)|the\s+bomb\b)"
)
GOODS = (
    r"(?:arms|weapon\w*|tanks|missiles?|combat\s+aircraft|(?:crude|refined|aviation)\s+\w+|oil|petroleum|fuel|"
    r"kerosene|coal|iron|ore|lead|seafood|fish|"
    r"textiles?|clothing|garments|luxur\w+|exports?|imports?|joint\s+ventures?|workers|labou?r(?:ers)?|gas|"
    r"condensates|statues|"
    r"helicopters|vessels|ships|machinery|vehicles|metals|steel|copper|nickel|silver|zinc|gold|titanium|"
    r"vanadium|rare\s+earths?|"
    r"cargo(?:es)?|assets|funds|accounts|banks?|insurance|bunkering|trade|deliver\w+|suppl(?:y|ies)|shipments?|"
    r"sales?|purchases?|food|wood|timber|earnings|travel)"
)


def entry(kind: Kind, shape: Shape, needs: str, pattern: str, *, martial: bool = False) -> Content:
    """A content by its kind, its shape, the words that it needs (groups with "&" between) and its pattern."""
    groups = tuple(tuple(group.split()) for group in needs.split("&"))
    return Content(kind, shape, groups, re.compile(rf"(?i){pattern}"), martial)
