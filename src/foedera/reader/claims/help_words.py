"""English for help in an attack, consultation and cooperation, and for the terms on which help is owed."""

from __future__ import annotations

import re

from foedera.reader.claims.duty_parts import ANCHOR, ATTACK, HELP, PARTNER, WORD, Content, entry

HELPS: tuple[Content, ...] = (
    # defence
    entry("defence", "act", r"\b(?:defend|defends|defending)\s+(?:it|them|us|him)\b"),
    entry("defence", "act", rf"\b{ATTACK}\b[^.;:{ANCHOR}]{{0,60}}?\bmeans?\s+war\b"),
    entry(
        "defence",
        "act",
        rf"\b{ATTACK}\b[^.;:{ANCHOR}]{{0,75}}?\b(?:as|be|been|becomes?|become|became|is|are|was|counts?|counted|"
        rf"equals|means|meant|amounts?|constitutes?)\b[^.;:{ANCHOR}]{{0,45}}?"
        r"\b(?:attacks?|aggression|assault|strike|one|directed|aimed|blow|act|threat)\s+(?:(?:up)?on|"
        r"against|at|to)\s+(?:\w+\s+){0,2}?(?:all|both|every(?:one|body)?|each|(?:the\s+)?(?:others?|rest|"
        r"entire|whole)|itself|either)\b",
    ),
    entry(
        "defence",
        "act",
        rf"\b{ATTACK}\b[^.;:{ANCHOR}]{{0,90}}?\b(?:dangerous|danger|threat|menace)\s+(?:to|for)\s+(?:(?:its|their|"
        rf"his)\s+(?:own\s+)?(?:peace|safety|security)|itself|all|them\s+all|both)\b",
    ),
    entry(
        "defence",
        "act",
        rf"\b{ATTACK}\b[^.;:{ANCHOR}]{{0,60}}?\b(?:met|answered|repelled|resisted)\s+by\s+(?:all|every|"
        rf"the\s+(?:others?|rest)|both|each)\b",
    ),
    entry(
        "defence",
        "act",
        r"\b(?:assist|help|aid|protect|support|succou?r)(?:s|ing)?\s+(?:each\s+other|"
        r"one\s+another)\b(?!\s+(?:econom|in\s+(?:econom|trade|cultur)|cultur|technic|develop))",
    ),
    entry(
        "defence",
        "act",
        r"\b(?:how|whether|in\s+what\s+way)\s+(?:to|it|they)\s+(?:help|helps|respond|responds|act|assist|assists|"
        r"intervene)\b",
    ),
    entry(
        "defence",
        "act",
        r"\b(?:such\s+)?(?:action|steps|measures)\s+(?:(?:as|that|which)\s+)?(?:(?:it|they|each|this|"
        r"every)\s+)(?:\w+\s+){0,2}?(?:deems?|considers?|thinks?|sees?|judges?)\b",
    ),
    entry(
        "defence",
        "act",
        rf"\bact(?:s|ing)?\s+(?:together\s+|jointly\s+)?(?:against|upon|on|when|if|in\s+case\s+of|"
        rf"in\s+the\s+event\s+of)\s+(?:{WORD}\s+){{0,5}}?(?:attack(?:s|ed)?|aggression)\b",
    ),
    entry(
        "defence",
        "act",
        r"\b(?:the|all)\s+others?\s+(?:\w+ly\s+|must\s+|shall\s+|will\s+|has\s+to\s+)?(?:helps?|assists?|"
        r"come(?:s)?\s+to\s+(?:its|his|their|the)\s+(?:aid|help|rescue))\b",
    ),
    entry("defence", "act", r"\brespond\w*\s+(?:automatically|jointly|to\s+(?:an?|any)\s+(?:\w+\s+)?attack)\b"),
    entry(
        "defence",
        "act",
        rf"\b(?:count|treat|regard|consider|deem|hold|view)\w*\s+(?:an?\s+|"
        rf"any\s+)?(?:{WORD}\s+){{0,2}}?(?:attacks?|aggression)\s+(?:up)?(?:on|"
        rf"against)\b[^.;:{ANCHOR}]{{1,60}}?\b(?:as|to\s+be)\s+(?:an?\s+|one\s+)?(?:attack|"
        rf"aggression)?\s*(?:up)?(?:on|against)\b",
    ),
    entry(
        "defence",
        "act",
        r"\b(?:promis\w+|pledg\w+|guarantee\w*|owe\w*)\s+(?:\w+\s+){0,3}?(?:troops|soldiers)\b|\b(?:troops|"
        r"soldiers?)\b(?=\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:promised|pledged|guaranteed|owed)\b)",
    ),
    entry("defence", "act", r"\b(?:one\s+for\s+all|all\s+for\s+one|casus\s+foederis)\b"),
    entry(
        "defence",
        "act",
        rf"\b(?:com(?:e|es|ing)|came|go(?:es)?|rush(?:es|ing)?|spring|hasten|leap|"
        rf"hurry)\s+to\s+(?:{WORD}\s+){{0,4}}?(?:aid|help|defen[cs]e|assistance|rescue|support)\b",
    ),
    entry(
        "defence",
        "act",
        rf"\b(?:mutual|reciprocal|military|militarily|armed|immediate|direct|instant|automatic|"
        rf"joint)\b(?:\s+(?:and|or|other|military|armed|mutual|immediate|all|any|kind|of|technical|possible|"
        rf"direct),?){{0,4}}?\s+{HELP}\b",
    ),
    entry(
        "defence",
        "act",
        rf"\b(?:give|gives|giving|gave|given|render\w*|lend\w*|provid\w+|provision\s+of|afford\w*|offer\w*|"
        rf"receiv\w+|owe[sd]?|get|gets|send\w*|extend\w*|entitled\s+to)\s+(?:(?!economic|technical|financial|"
        rf"humanitarian|food|development){WORD}\s+){{0,6}}?{HELP}\b",
        martial=True,
    ),
    entry(
        "defence",
        "act",
        rf"\b(?:help|aid|assistance|succou?r)\b,?\s+(?:in\s+(?:case|the\s+event|the\s+face)\s+of|in\s+(?:an|any|"
        rf"such|a|time\s+of)\b|in\s+war\w*|if\b|when\b|once\b|should\b|against\b|to\s+{PARTNER}|for\s+{PARTNER}|"
        rf"with\s+(?:all|every)|by\s+(?:all|every)|from\s+{PARTNER})",
        martial=True,
    ),
    entry(
        "defence",
        "act",
        rf"\b(?:defend(?:s|ing)?|fight(?:s|ing)?\s+(?:for|alongside|beside|on\s+the\s+side\s+of)|stand(?:s|"
        rf"ing)?\s+(?:by|up\s+for|shoulder\s+to\s+shoulder\s+with)|in\s+defen[cs]e\s+of|defen[cs]e\s+of|"
        rf"(?:be\s+)?defended\s+by)\s+{PARTNER}",
    ),
    entry(
        "defence",
        "act",
        rf"\b(?:assist(?:s|ing)?|help(?:s|ing)?|aid(?:s|ing)?|support(?:s|ing)?|back(?:s|ing)?|protect(?:s|ing)?|"
        rf"rescue|shield(?:ing)?)\s+{PARTNER}",
        martial=True,
    ),
    entry("defence", "act", r"\b(?:go(?:es|ing)?|march(?:es|ing)?)\s+(?:in)?to\s+war\b"),
    entry(
        "defence",
        "act",
        rf"\b(?:join(?:s|ing)?|enter(?:s|ing)?)\s+(?:in\s+)?(?:{WORD}\s+){{0,3}}?(?:wars?|fight|fighting|battle|"
        rf"hostilities|fray)\b|\btak(?:e|es|ing)\s+up\s+arms\b",
    ),
    entry(
        "defence",
        "act",
        rf"\b(?:send(?:s|ing(?:\s+of)?)?|dispatch(?:es|ing)?|despatch(?:es|ing)?|commit(?:s|"
        rf"ting)?)\s+(?:{WORD}\s+){{0,4}}?(?:troops|soldiers|forces|army|armies|divisions|boys|"
        rf"sailors)\b(?!\s+to\s+(?:be\s+)?station)",
    ),
    entry(
        "defence",
        "act",
        rf"\b(?:drag|draw|pull|plunge|send|drive|suck|lead|haul|sweep|"
        rf"take)\w*\b[^.;:{ANCHOR}]{{0,50}}?\binto\s+(?:{WORD}\s+){{0,3}}?(?:wars?|battles?|fights?|conflicts?)\b",
    ),
    entry(
        "defence",
        "act",
        r"\b(?:military|armed)\s+(?:intervention|response|retaliation|solidarity)\b|\bintervene\w*\s+militarily\b|"
        r"\brespond\w*\s+(?:militarily|with\s+(?:armed\s+)?force)\b",
    ),
    entry(
        "defence",
        "act",
        r"\b(?:mutual|collective|common|reciprocal)[\s-]+defen[cs]e\b(?!\s+(?:pact|treaty|agreement|alliance|"
        r"organi|system|capab|industr|plan|council|polic|spend|forc|relation))",
    ),
    entry(
        "defence",
        "act",
        r"\b(?:defen[cs]e|assistance|military|security|alliance)\s+(?:clauses?|guarantees?|pledges?|commitments?|"
        r"obligations?|promises?|duty|duties)\b",
    ),
    entry(
        "defence",
        "act",
        rf"\b(?:act(?:s|ing|ion)?\s+(?:to\s+meet|in\s+(?:accordance|line)\s+with\s+(?:{WORD}\s+)?constitutional|"
        rf"by\s+(?:{WORD}\s+){{0,3}}?constitutional)|meet(?:s|ing)?\s+(?:{WORD}\s+){{0,3}}?(?:{ATTACK}|danger|"
        rf"threat)|repel(?:s|ling)?\s+(?:{WORD}\s+){{0,3}}?{ATTACK})",
    ),
    # consultation
    entry(
        "consultation", "act", r"\bconsult(?:s|ed|ing|ations?)?\b(?!\s+(?:mechanism|body|group|commission|committee))"
    ),
    entry(
        "consultation",
        "act",
        r"(?<=for )talks\b|(?<!peace )(?<!summit )(?<!arms )\btalks\b(?=\s+(?:in\s+the\s+(?:face|event)|in\s+case|"
        r"whenever|when|if|on\s+(?:any\s+)?(?:common\s+)?threats)\b)",
    ),
    entry(
        "consultation",
        "act",
        r"\bconfer(?:s|red|ring)?\b(?=\s+(?:with|together|at|immediately|urgently|when|whenever|if|first|once|"
        r"without|among|before)\b|\s*[,.;]|$)",
    ),
    entry(
        "consultation",
        "act",
        r"\b(?:get(?:s|ting)?|be|keep|stay)\s+in(?:to)?\s+(?:\w+\s+)?(?:touch|contact)\b|\b(?:mak(?:e|es|ing)|"
        r"establish\w*|hold\w*)\s+(?:\w+\s+){0,2}?contacts?\b",
    ),
    entry(
        "consultation",
        "act",
        r"\bcontact(?:s|ing)?\s+(?:each|one\s+another|the\s+other|without|at\s+once|immediately|in\s+case|"
        r"in\s+the\s+event|with)\b",
    ),
    entry(
        "consultation",
        "act",
        r"\b(?:hold|holding|begin|open|enter|start)\w*\s+(?:into\s+)?(?:\w+\s+){0,2}?(?:talks|discussions|"
        r"deliberations)\b|\b(?:talk(?:s|ing)?\s+(?:to|with)\s+(?:each|one)|talk\s+(?:it|things|matters)\s+over|"
        r"talks\s+(?:at\s+once|whenever|when|if|without)|deliberate\s+together|sit\s+down\s+together|"
        r"exchange\s+views|put\s+(?:their|our)\s+heads\s+together|take\s+counsel)\b",
    ),
    # cooperation
    entry(
        "cooperation",
        "act",
        r"\bjoint\s+(?:\w+\s+)?(?:command|commands|exercises|manoeuvres|maneuvers|drills|commission|bodies|body|"
        r"council|planning|patrols)\b",
    ),
    entry(
        "cooperation",
        "act",
        r"\b(?:military|military[\s-]+technical|technical|intelligence|economic|"
        r"defen[cs]e)\s+(?:and\s+\w+\s+)?co-?operation\b",
    ),
)
"""Help, talks and work together, in the order in which they are tried."""

AUTOMATIC = re.compile(
    r"(?i)\bautomatic(?:ally|ity)?\b|\bwithout\s+(?:a\s+|any\s+)?(?:vote|debate|further\s+ado|choice)\b|"
    r"\bno\s+choice\b|\bwhether\s+(?:it|they)\s+(?:\w+\s+){1,3}or\s+not\b|"
    r"\bgo(?:es|ing)?\s+to\s+war\b|\bof\s+(?:its|their)\s+own\s+accord\b|\bleav\w+\s+no\s+(?:choice|discretion|"
    r"room)\b|\bunconditional(?:ly)?\b|\binto\s+(?:war|battle)\b"
)
FREE = re.compile(
    r"(?i)\bleav\w+\s+(?:it\s+|the\s+\w+\s+)?(?:up\s+)?to\s+(?:each|every|the|its|individual|member)|"
    r"\bas\s+(?:it|they|each)\s+(?:\w+\s+)?(?:deems?|sees?|thinks?|considers?|judges?)\b|"
    r"\b(?:deems?|sees?|thinks?|considers?)\s+(?:it\s+)?(?:fit|necessary|appropriate|best|proper)\b|"
    r"\bfree\s+to\s+(?:choose|decide|determine|act)|\bdiscretion\b|\bof\s+(?:its|"
    r"their)\s+(?:own\s+)?choosing\b|"
    r"\b(?:decides?|chooses?|judges?)\s+(?:for\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|itself|how|"
    r"what)\b|\bup\s+to\s+(?:each|every|the\s+individual)\b"
)
IMMEDIATE = re.compile(
    r"(?i)\b(?:at\s+once|immediate(?:ly)?|without\s+delay|prompt(?:ly)?|forthwith|straight\s*away|right\s+away|"
    r"instant(?:ly)?|speed(?:y|ily)|swift(?:ly)?|urgent(?:ly)?|on\s+the\s+spot|delay)\b"
)
ALL_MEANS = re.compile(
    r"(?i)\b(?:(?:by|with|using)\s+all\s+(?:the\s+|its\s+|their\s+|our\s+|available\s+|possible\s+|"
    r"of\s+its\s+)*means|all\s+means|every\s+means|everything\s+(?:\w+\s+){0,3}(?:disposal|has|have|power|"
    r"possesses?)|all\s+(?:its|their|our)\s+(?:might|means|forces))\b"
)
