"""Words for members, and for those who are none."""

from __future__ import annotations

import re

NOUN = (
    r"(?:(?:co-)?signator(?:y|ies)|(?:contracting\s+|state\s+)?part(?:y|ies)|(?:member|party|signatory)[\s-](?:states?|"
    r"countr(?:y|ies)|nations?|governments?)|members?|founders?|adherents?|partners?|participants?|all(?:y|ies))"
)
"""Words for those who take part in an instrument."""
NOT_YET = re.compile(
    r"(?i)\b(?:associate|candidate|aspir\w+|potential|prospective|future|would-be|observer|likely|non|"
    r"third|ruling|opposition|political|communist|labou?r|conservative|republican|democratic|possible|"
    r"committee|council|commission|parliament|cabinet|family|hopeful|dialogue|next|honorary|de|eu|virtual|"
    r"informal|quasi|permanent|unofficial|secret|warring|injured|guilty|attacked|either|other|staff|"
    r"leading|key|important|valued)\b|\bnon-"
)
"""What stands before such a word if nobody is a member by it."""
