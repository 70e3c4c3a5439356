"""The words for all duties, and the cheap test whether a sentence may hold any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.ban_words import BANS
from foedera.reader.claims.duty_parts import ORGAN
from foedera.reader.claims.help_words import HELPS

if TYPE_CHECKING:
    from foedera.reader.claims.duty_parts import Content

CONTENTS: tuple[Content, ...] = (*BANS, *HELPS)
"""In the order in which they are tried: where two overlap, the first that makes a claim holds."""
HINT = re.compile(
    r"(?i)help|aid|assist|defen[cds]|attack|aggress|consult|confer|talk|touch|contact|force|war|neutral|"
    r"allianc|bloc|coalition|territor|"
    r"bases?\b|soil|ban|embargo|nuclear|troops|soldiers|respect|peaceful|council|sanction|export|import|weapon|"
    r"arms|oil|joint|cooperat|"
    r"hostil|militar|luxur|counsel|missile|warhead|deems|fight|danger|respond|constitutional|drill|exercis|"
    r"inviolab|casus|freez|assets|"
    r"workers|petroleum|coal|textile|atomic|heads together|stand by|support"
)
"""A sentence without any of these letters lays down nothing."""

LONGEST = 2000
"""Characters beyond which a stretch without a full stop is no sentence."""
MARTIAL = re.compile(
    r"(?i)attack|aggress|\bwar\b|wars\b|wartime|invad|invasion|militar|armed|victim|defen[cds]|\bforce|assail|"
    r"troops|soldiers|besieged|arms\b"
)

NEEDED: dict[str, tuple[str, ...]] = {
    "neutrality": ("neutral", "aggress", "attacker", "assailant", "invader", "stand", "stay"),
    "diplomatic_assistance": ("council", ORGAN.lower()),
    "territory_denial": ("territor", "soil", "base", "airspace", "port", "land", "water"),
    "no_hostile_agreement": (
        *("hostil", "enemy", "oppos", "rival", "allianc", "bloc", "coalition", "against", "aimed", "directed"),
        *("harm", "odds", "incompatib", "target", "contrary", "conflict", "damag", "threat"),
    ),
    "nonproliferation": ("nuclear", "atomic", "bomb", "warhead", "missile", "proliferat", "safeguard"),
    "restraint_of_force": ("artillery", "live", "field", "large", "no-fly", "reconnaissance"),
    "cooperation": ("joint", "operation"),
}
"""Letters of which some stand in any words for the kind: a cheap test before the patterns of seldom kinds."""
