"""The words for all duties, and the cheap test whether a sentence may hold any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.ban_words import BANS
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
    r"hostil|militar|deems|fight|danger|respond|constitutional|drill|exercis|inviolab|casus|freez|assets|"
    r"workers|petroleum|coal|textile|atomic|heads together|stand by|support"
)
"""A sentence without any of these letters lays down nothing."""

MARTIAL = re.compile(
    r"(?i)attack|aggress|\bwar\b|wars\b|wartime|invad|invasion|militar|armed|victim|defen[cds]|\bforce|assail|"
    r"troops|soldiers|besieged|arms\b"
)
