"""What clauses of one kind are about more closely: the goods of a ban, the form of cooperation, the sort of force.

Two clauses of a resolution are both sanctions; one is about seafood and the other about textiles. A matter has words by
which a text names it and words by which the record does. Summaries leave things out, so a clause without a matter only
tells something where another clause has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.engine.words import plain

if TYPE_CHECKING:
    from foedera.model.instruments import Duty, Kind
    from foedera.reader.checks.clauses import Part


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter: its name, the kind of clause that it belongs to, and its words in a text and in a record.

    ``instead``: the wider matter that is not meant where this one is named.
    """

    name: str
    kind: Kind
    said: re.Pattern[str]
    recorded: re.Pattern[str]
    instead: str = ""


def _matter(kind: Kind, name: str, said: str, recorded: str = "", *, instead: str = "") -> Matter:
    """A matter by its patterns; a record is searched by the words of the text if it has none of its own."""
    in_text, in_record = (re.compile(rf"(?i)\b(?:{one})\b") for one in (said, recorded or said))
    return Matter(name, kind, in_text, in_record, instead)


_HANDED = (
    r"(?:hand|transfer|pass|give|giving|share|sharing|deliver)\w*\s+(?:\w+\s+){0,6}?(?:weapons?|warheads?|arms|"
    r"bombs?|them)|"
    r"transfers?"
)
_GOT = (
    r"(?:acquir|obtain|receiv|manufactur|mak|build|develop|get|got|seek|produc|possess)\w*\s+(?:\w+\s+"
    r"){0,6}?(?:weapons?|warheads?|"
    r"arms|bombs?)|renounc\w+|giv\w+\s+up|forswear\w*"
)
_DEEMED = (
    r"(?:attacks?|aggression|assault|violation|strikes?|breach)\s[^.;:]{0,70}?\b(?:(?:on|against|to|upon)\s+"
    r"(?:the\s+)?(?:all|both|others?|rest|"
    r"every\w*|each|them\s+all|whole|entire|either))"
)

MATTERS: tuple[Matter, ...] = (
    _matter("sanction", "seafood", r"seafood|fish(?!ing)|shellfish|crabs?"),
    _matter("sanction", "fishing rights", r"fishing\s+rights"),
    _matter("sanction", "coal", r"coal"),
    _matter("sanction", "iron", r"iron(?:\s+ore)?(?!\w)"),
    _matter(
        "sanction",
        "lead",
        r"lead(?:\s+and\s+lead)?\s+ore|(?:coal|iron|seafood|and|of|,)\s+lead(?=\s*(?:[.,;)]|and\b|$))",
        r"lead",
    ),
    _matter("sanction", "textiles", r"textiles?|garments?|clothing|fabrics?"),
    _matter("sanction", "luxury goods", r"luxury\s+(?:goods|items|cars|products)|luxuries", r"luxury"),
    _matter(
        "sanction", "refined petroleum", r"refined(?:\s+(?:petroleum|oil|fuels?|products?))?|petrol|diesel|gasoline"
    ),
    _matter("sanction", "crude oil", r"crude(?:\s+oil)?"),
    _matter("sanction", "condensates", r"condensates?|natural\s+gas\s+liquids"),
    _matter("sanction", "aviation fuel", r"(?:aviation|jet|rocket)\s+fuels?|kerosene", r"aviation\s+fuel"),
    _matter("sanction", "statues", r"statues?|monuments?"),
    _matter("sanction", "copper, nickel, silver and zinc", r"copper|nickel|silver|zinc"),
    _matter("sanction", "gold, titanium, vanadium and rare earths", r"gold|titanium|vanadium|rare\s+earths?"),
    _matter("sanction", "helicopters", r"(?:new\s+)?helicopters(?!\s+gunship)", r"new\s+helicopters"),
    _matter("sanction", "machinery", r"machinery"),
    _matter("sanction", "food", r"food(?:stuffs)?|farm\s+(?:goods|products)|agricultural\s+products", r"no\s+food"),
    _matter("sanction", "wood", r"wood|timber"),
    _matter(
        "sanction",
        "workers",
        r"(?:workers|labou?rers|labou?r\s+force|guest\s+workers)",
        r"work\s+authori[sz]ations|nationals\s+(?:working|who\s+earn)",
    ),
    _matter(
        "sanction",
        "sending workers home",
        r"(?:(?:send|sent)\w*|expel\w*|repatriat\w*|return\w*)\b[^.;:]{0,50}?(?:workers|labou?rers)"
        r"|(?:workers|labou?rers)\b[^.;:]{0,50}?(?:(?:sent|return\w*|go)\s+home|expelled|repatriated)",
        r"send\s+home",
        instead="workers",
    ),
    _matter("sanction", "joint ventures", r"joint[\s-]+ventures?"),
    _matter("sanction", "insurance", r"insur(?:ance|e|ing)"),
    _matter("sanction", "bunkering", r"bunkering"),
    _matter(
        "sanction",
        "arms of every kind",
        r"small\s+arms|light\s+weapons|rifles|pistols|(?:arms|weapons)\s+of\s+(?:all|any|every)\s+(?:kinds?|"
        r"sorts?)|all\s+arms",
        r"arms\s+of\s+any\s+kind|light\s+weapons\s+are\s+now",
    ),
    _matter(
        "sanction",
        "tanks and other heavy arms",
        r"tanks|combat\s+aircraft|warships|heavy\s+(?:arms|weapons)",
        r"heavy\s+arms",
    ),
    _matter("cooperation", "a joint command", r"(?:joint|unified|common|single)\s+(?:\w+\s+)?commands?"),
    _matter("cooperation", "joint exercises", r"exercises|manoeuvres|maneuvers|drills"),
    _matter("cooperation", "port calls", r"port\s+(?:calls|visits)"),
    _matter("cooperation", "intelligence", r"intelligence|secret\s+services"),
    _matter("permission", "nuclear weapons in use", r"(?:nuclear|atomic)\s+(?:weapons|arms|bombs|warheads)"),
    _matter(
        "permission",
        "the stationing of forces",
        r"(?:station|deploy|garrison|plac|bas)\w*\s[^.;:]{0,40}?(?:forces|troops|soldiers|sites|installations|"
        r"facilities)",
        r"(?:forces\s+(?:in|and)|station\w*|keep\s+forces|sites\s+and\s+place)",
    ),
    _matter("nonproliferation", "handing nuclear weapons on", _HANDED, r"hand\s+them"),
    _matter("nonproliferation", "getting nuclear weapons", _GOT, r"(?:receive,\s+make|nuclear\s+weapons\s+and)"),
    _matter("nonproliferation", "safeguards", r"safeguards"),
    _matter(
        "nonaggression",
        "economic pressure",
        r"economic\w*\s+(?:coerci\w+|pressure|blackmail|means|arm-twisting)|coerc\w+",
        r"economic",
    ),
    _matter("nonaggression", "nuclear weapons", r"nuclear\s+(?:weapons|strikes?|arms|attacks?)"),
    _matter(
        "nonaggression",
        "borders and sovereignty",
        r"respect\w*\b[^.;:]{0,60}(?:borders?|frontiers?|sovereignty|independence)",
        r"(?:respect|inviolab)\w*\b[^.;:]{0,60}(?:borders?|sovereignty|system|independence)",
    ),
    _matter(
        "restraint_of_force", "drills", r"(?:artillery|field|live[\s-]fire|live)\s+(?:\w+\s+)?(?:drills?|exercises?)"
    ),
    _matter("restraint_of_force", "aircraft", r"no-fly\s+zones?|aircraft|overflights?|drones?", r"aircraft"),
    _matter("defence", "that an attack on one is one on all", _DEEMED),
)
_BY_KIND: dict[str, tuple[Matter, ...]] = {
    kind: tuple(one for one in MATTERS if one.kind == kind) for kind in dict.fromkeys(one.kind for one in MATTERS)
}
_BY_NAME = {one.name: one for one in MATTERS}


def matters_in(text: str, kind: str) -> tuple[str, ...]:
    """The names of the matters of a kind of clause that a text names."""
    found = [one for one in _BY_KIND.get(kind, ()) if one.said.search(text)]
    wider = {one.instead for one in found}
    return tuple(one.name for one in found if one.name not in wider)


def has_matter(part: Part, name: str) -> bool:
    """Whether the record of a clause has the matter."""
    duties: tuple[Duty, ...] = getattr(part, "duties", ())
    matter = _BY_NAME[name]
    if matter.kind == "defence" and getattr(part, "deems_attack_on_all", False):
        return True
    return any(matter.recorded.search(text) for text in (part.summary, *(plain(duty.act) for duty in duties)))
