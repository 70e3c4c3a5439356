"""English for what clauses lay down: help, consultation, no force, no hostile blocs, bans, permissions.

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

    ``shape``: the words name what is owed (``act``), what is not to be done (``banned``: they need a word that forbids),
    what may be done (``allowed``: they need a word that permits), goods and persons under sanctions (``restricted``), or
    a right that a clause keeps (``right``). ``martial``: they count only if the sentence speaks of attack or arms.
    """

    kind: Kind
    shape: Shape
    pattern: re.Pattern[str]
    martial: bool = False


_W = rf"[^\s,;:.()\"“”{ANCHOR}]+"
_PARTNER = (
    rf"(?:(?:the\s+)?{STATE}+(?!['’]s\s)|each\s+other\b|one\s+another\b|the\s+(?:others?|rest|victims?|attacked|second|ally)\b"
    rf"|(?:its|their|our|his)\s+(?:{_W}\s+)?(?:partners?|ally|allies|neighbou?rs?|friends?|fellows?|comrades?)\b"
    rf"|(?:an?|any|every|each|another|that|all|whichever|the|those)\s+(?:{_W}\s+){{0,2}}?"
    r"(?:ally|allies|members?|partners?|party|parties|neighbou?r|signator(?:y|ies)|states?|sides?|country|countries|victims?|nation)\b"
    r"|whichever\b|whoever\b|whomever\b|those\s+attacked\b)"
)
_FOE = (
    r"(?:(?:an?|the|any|that|its|such|every|whatever)\s+(?:\w+\s+)?)?(?:aggressors?|attackers?|assailants?|invaders?)\b"
)
_HELP = r"(?:help|aid|assistance|support|backing|succou?r|relief)"
_GROUP = (
    r"(?:alliances?|blocs?|blocks?|coalitions?|pacts?|treat(?:y|ies)|agreements?|groupings?|groups?|unions?|camps?|accords?|"
    r"deals?|engagements?|combinations?|arrangements?|undertakings?|measures?|sanctions)"
)
_AGAINST = (
    r"(?:against|aimed|directed|hostile|harm\w*|at\s+odds|incompatible|target\w*|contrary|conflict\w*|damag\w*|prejudic\w*|"
    r"detriment\w*|inimical|threaten\w*|whose\s+(?:aims?|goals?))"
)
_TROOPS = r"(?:troops?|forces|soldiers?|army|armies|garrisons?|units|bases?|missiles|airmen|fleet|navy|warships|servicemen|contingents?|objects|sites|installations)"
_ATTACK = r"(?:attacks?|aggressions?|assaults?|strikes?|invasions?|violation|war|hostilities)"
_NUCLEAR = r"(?:warheads?|nuclear[\s-]+(?:weapons?|arms|bombs?|warheads?|explosives?|devices?|arsenal|deterrent)|atomic\s+(?:bombs?|weapons?|arms)|the\s+bomb\b)"
_GOODS = (
    r"(?:arms|weapon\w*|tanks|missiles?|combat\s+aircraft|(?:crude|refined|aviation)\s+\w+|oil|petroleum|fuel|kerosene|coal|iron|ore|lead|seafood|fish|"
    r"textiles?|clothing|garments|luxur\w+|exports?|imports?|joint\s+ventures?|workers|labou?r(?:ers)?|gas|condensates|statues|"
    r"helicopters|vessels|ships|machinery|vehicles|metals|steel|copper|nickel|silver|zinc|gold|titanium|vanadium|rare\s+earths?|"
    r"cargo(?:es)?|assets|funds|accounts|banks?|insurance|bunkering|trade|deliver\w+|suppl(?:y|ies)|shipments?|sales?|purchases?|food|wood|timber|earnings|travel)"
)


def _entry(kind: Kind, shape: Shape, pattern: str, *, martial: bool = False) -> Content:
    return Content(kind, shape, re.compile(rf"(?i){pattern}"), martial)


CONTENTS: tuple[Content, ...] = (
    # neutrality
    _entry(
        "neutrality",
        "banned",
        rf"\b(?:help(?:s|ing)?|aid(?:s|ing)?|assist(?:s|ing|ance)?|support(?:s|ing)?|supply(?:ing)?|supplies|abet(?:ting)?|arm(?:s|ing)?|back(?:s|ing)?|"
        rf"side\s+with|siding\s+with|reinforc\w+)\b\s+(?:of\s+any\s+kind\s+|whatever\s+|whatsoever\s+)?(?:to\s+|for\s+|of\s+)?{_FOE}(?!['’]s\s+victim)",
    ),
    _entry("neutrality", "banned", rf"\b{_HELP}\b(?:\s+{_W}){{1,6}}?\s+(?:to|for)\s+{_FOE}"),
    _entry(
        "neutrality",
        "banned",
        rf"\b(?:{_HELP}|anything|whatever|assist\w*)\s+(?:that|which)\s+(?:{_W}\s+){{1,6}}?(?:aggress(?:or|ion)|attacker)\b",
    ),
    _entry(
        "neutrality",
        "banned",
        rf"\b(?:giv\w+|gave|lend\w*|render\w*|provid\w+|grant\w*|offer\w*)\s+{_FOE}\s+(?:{_W}\s+){{0,4}}?{_HELP}\b",
    ),
    _entry("neutrality", "act", r"\b(?:stay|remain|keep|be|observ|maintain|preserv)\w*\s+(?:\w+\s+)?neutral(?:ity)?\b"),
    _entry("neutrality", "act", r"\bneutrality\b(?!\s+(?:law|of\s+(?:Austria|Switz)))"),
    _entry("neutrality", "act", r"\b(?:stand(?:s|ing)?\s+aside|stay(?:s|ing)?\s+out\s+of\s+(?:\w+\s+){0,2}(?:war|fight|conflict))\b"),
    # the Security Council
    _entry(
        "diplomatic_assistance",
        "act",
        rf"\b(?:seek|sought|turn|appeal|bring|brought|tak(?:e|es|ing)|took|refer|rais|go(?:es)?|went|call|ask|convok|conven|approach|petition|address|demand|urg)\w*\b[^.;:{ANCHOR}]{{0,50}}?"
        rf"(?:Security\s+Council|{ORGAN}+)",
    ),
    # territory
    _entry(
        "territory_denial",
        "banned",
        r"\b(?:territor(?:y|ies)|soil|bases?|airspace|ports|land|waters)\b[^.;:]{0,40}?\b(?:us(?:e|ed)|serve|become|turned|misused|abused|made\s+available|placed\s+at|lent|act)\b[^.;:]{0,40}?"
        r"\b(?:against|for\s+(?:an?\s+)?(?:attacks?|aggression|acts|hostil\w+)|to\s+(?:attack|harm|undermine)|at\s+the\s+disposal|disposal|springboard|by\s+(?:a\s+)?third)",
    ),
    _entry(
        "territory_denial",
        "banned",
        r"\b(?:let(?:s|ting)?|allow(?:s|ing)?|permit(?:s|ting)?|mak(?:e|ing)|put(?:ting)?|open(?:ing)?|us(?:e|ing)|lend(?:ing)?|offer(?:ing)?|giv(?:e|ing)|plac(?:e|ing)|grant(?:ing)?|tolerat\w+)\b"
        r"[^.;:]{0,60}?\b(?:territor(?:y|ies)|soil|bases?|airspace|land)\b[^.;:]{0,60}?"
        r"\b(?:against|for\s+(?:an?\s+)?(?:attacks?|aggression|hostil\w+)|attack|harm|undermine|damag\w+|disposal|third\s+(?:stat|part|countr|power)\w+|(?:to|by)\s+(?:the\s+)?enem\w+)",
    ),
    _entry("territory_denial", "act", r"\b(?:shut|clos)\w*\b[^.;:]{0,40}?\b(?:territory|soil|bases|airspace|ports)\b|\b(?:territory|soil|bases|airspace|ports)\b\s+(?:\w+\s+){0,2}?(?:shut|closed)\s+to\b"),
    _entry("territory_denial", "banned", r"\bthird\s+(?:states?|part(?:y|ies)|countr(?:y|ies)|powers?)\b[^.;:]{0,40}?\b(?:use|using|operate|act|attack)\w*\b[^.;:]{0,30}?\b(?:its|their)\s+(?:territory|soil|bases|airspace)\b"),
    # hostile agreements
    _entry(
        "no_hostile_agreement",
        "banned",
        r"\b(?:join|enter|tak(?:e|es|ing)\s+part|participat\w+|conclud\w+|sign|acced\w+|adher\w+|belong|be(?:ing|come)?\s+(?:an?\s+)?(?:part|party|member)|mak(?:e|es|ing)|set(?:ting)?\s+up|ent(?:er)?)\w*\b"
        rf"[^.;:{ANCHOR}]{{0,70}}?\b{_GROUP}\b(?:(?!\sand\s)[^.;:{ANCHOR}]){{0,40}}?\b{_AGAINST}\b",
    ),
    _entry(
        "no_hostile_agreement",
        "banned",
        rf"\b(?:military\s+|political\s+|armed\s+)?{_GROUP}\s+(?:(?:that|which)\s+(?:is|are|would\s+be)\s+)?(?:against|aimed\s+(?:at|against)|directed\s+(?:against|at)|hostile\s+to|targeting|harmful\s+to|turned\s+against)\s+(?:{_PARTNER}|them\b|it\b|its\b|either\b)",
    ),
    _entry("no_hostile_agreement", "banned", r"\b(?:hostile|enemy|opposing|rival)\s+(?:\w+\s+)?(?:alliances?|blocs?|coalitions?|pacts?|treaties|agreements?|groupings?|camps?)\b"),
    _entry("no_hostile_agreement", "banned", r"\b(?:join|enter)(?:s|ing)?\s+(?:into\s+)?(?:\w+\s+){0,3}(?:alliances?|blocs?|coalitions?)\b"),
    # nuclear weapons
    _entry(
        "nonproliferation",
        "banned",
        rf"\b(?:acquir|seek|sought|mak|manufactur|develop|possess|build|produc|transfer|receiv|obtain|spread|hand|pass|get|own|hold|shar|test|go|going|way\s+to|road\s+to|path\s+to|door\s+to)\w*\b[^.;:{ANCHOR}]{{0,50}}?"
        rf"\b{_NUCLEAR}",
    ),
    _entry("nonproliferation", "banned", r"\bnuclear\s+(?:tests?|testing|explosions?)\b|\bballistic[\s-]+missile\b|\bmissile\s+(?:launch\w*|tests?)\b"),
    _entry("nonproliferation", "act", rf"\b(?:renounc|giv\w*\s+up|abandon|dismantl|forswear|forgo)\w*\s+(?:{_W}\s+){{0,4}}?(?:{_NUCLEAR}|nuclear\s+program\w*)"),
    _entry("nonproliferation", "act", r"\b(?:nuclear[\s-]+free|non-?proliferation|denucleari[sz]\w+|nuclear\s+safeguards|accept\w*\s+(?:\w+\s+)?safeguards)\b"),
    # force
    _entry("nonaggression", "act", rf"\brefrain\w*\s+from\b[^.;:{ANCHOR}]{{0,60}}?\b(?:force|war|attack\w*|violence|aggression|threat\w*|coercion|hostil\w+)\b"),
    _entry("nonaggression", "act", r"\bnon-?aggression\b(?!\s+(?:pact|treaty))|\bno[\s-]+first[\s-]+use\b|\bnon-use\s+of\s+force\b|\binviolab\w+"),
    _entry("nonaggression", "act", r"\b(?:renounc|renunciat|outlaw|condemn|forswear|forswore|foreswear|abjur|abandon|repudiat|giv\w+\s+up|gave\s+up)\w*\b[^.;:]{0,40}?\b(?:war|force|violence|aggression)\b(?!s)"),
    _entry("nonaggression", "act", r"\b(?:war|force)\b[^.;:]{0,60}?\b(?:renounced|outlawed|forsworn|given\s+up|condemned|abjured|abandoned)\b"),
    _entry("nonaggression", "act", r"(?<!with )(?<!in )\brespect(?:s|ed|ing)?\s+(?:for\s+)?[^.;:]{0,50}?\b(?:sovereignty|borders?|frontiers?|territorial\s+integrity|independence|boundar\w+)\b"),
    _entry("nonaggression", "act", r"\b(?:settl|resolv|solv)\w*\s+[^.;:]{0,60}?\b(?:peaceful\w*|peaceably|without\s+force|by\s+negotiation|amicabl\w+)\b"),
    _entry("nonaggression", "act", r"\bpeaceful(?:ly)?\s+(?:settle|resol|solv)\w+"),
    _entry("nonaggression", "banned", rf"\b(?:us(?:e|es|ed|ing)|threat(?:en\w*)?|resort\w*|recourse|employ\w*|appl(?:y|ication))\b(?:\s+(?!force\b){_W}){{0,6}}?\s+force\b(?!s)"),
    _entry("nonaggression", "banned", rf"\bforce\s+(?:{_W}\s+){{0,4}}?(?:between|among|against)\s+(?:{_PARTNER}|them(?:selves)?\b|both\b|members\b)"),
    _entry("nonaggression", "banned", rf"\b(?:attack(?:s|ing)?|invad(?:e|es|ing)|assault(?:ing)?|threaten(?:ing)?|mak(?:e|ing)\s+war\s+(?:on|against)|wag(?:e|ing)\s+war\s+(?:on|against)|go(?:ing)?\s+to\s+war\s+(?:with|against))\s+{_PARTNER}"),
    _entry("nonaggression", "banned", rf"\b(?:first\s+(?:to\s+)?use|us(?:e|es|ing))\s+(?:of\s+)?{_NUCLEAR}\s+(?:first|against)"),
    _entry("nonaggression", "banned", rf"\bfirst\s+(?:to\s+)?(?:use|strike)\w*\s+(?:of\s+|with\s+)?{_NUCLEAR}"),
    _entry("nonaggression", "banned", r"\b(?:economic\w*\s+(?:coerci\w+|pressure|blackmail)|coerc\w+\b[^.;:]{0,40}?\beconomic\w*)"),
    _entry("nonaggression", "banned", r"\b(?:hostile\s+acts?|hostilities|acts\s+of\s+hostility)\b"),
    _entry("restraint_of_force", "banned", r"\b(?:artillery|live[\s-]fire|field|large)\s+(?:\w+\s+)?(?:drills?|exercises?|manoeuvres|maneuvers|firing|training)\b|\bno-fly\s+zones?\b|\breconnaissance\s+flights?\b"),
    # permissions
    _entry("permission", "allowed", rf"\b(?:station|plac|bas|deploy|quarter|host|garrison|keep|maintain|position|presence)\w*\b(?:\s+{_W}){{0,6}}?\s+{_TROOPS}\b"),
    _entry("permission", "allowed", rf"\b{_TROOPS}\b\s+(?:\w+\s+){{0,3}}(?:be\s+)?(?:stationed|based|placed|deployed|garrisoned|kept|stay|remain)\b"),
    _entry("permission", "allowed", r"\buse(?:s|d)?\s+(?:of\s+)?(?:\w+\s+){0,3}?(?:bases|facilities|ports|airfields|airbases|harbou?rs)\b"),
    _entry("permission", "allowed", rf"\b(?:use|employ\w*|resort\s+to)\b(?:\s+{_W}){{0,3}}?\s+{_NUCLEAR}"),
    _entry("permission", "allowed", rf"\b(?:garrison|{_TROOPS})\b(?:\s+{_W}){{0,3}}?\s+be\s+used\b"),
    _entry("permission", "right", r"\b(?:inherent\s+)?right\b(?:\s+[^\s.;:]+){0,10}?\s+(?:self-?\s?defen[cs]e|(?:to\s+)?defend\s+(?:itself|themselves))\b|\bright\s+of\s+(?:\w+\s+){0,5}self-?\s?defen[cs]e\b"),
    # sanctions
    _entry("sanction", "act", r"\b(?:arms\s+embargo|asset[s]?\s+freeze|travel\s+bans?|freez\w+\s+(?:the\s+)?(?:assets|funds|accounts)|embargo\w*)\b"),
    _entry("sanction", "restricted", rf"\b{_GOODS}\b"),
    # defence
    _entry("defence", "act", rf"\b{_ATTACK}\b[^.;:{ANCHOR}]{{0,75}}?\b(?:as|be|been|becomes?|become|became|is|are|was|counts?|counted|equals|means|meant|amounts?|constitutes?)\b[^.;:{ANCHOR}]{{0,45}}?"
           r"\b(?:attacks?|aggression|assault|strike|one|directed|aimed|blow|act|threat)\s+(?:(?:up)?on|against|at|to)\s+(?:\w+\s+){0,2}?(?:all|both|every(?:one|body)?|each|(?:the\s+)?(?:others?|rest|entire|whole)|itself|either)\b"),
    _entry("defence", "act", rf"\b{_ATTACK}\b[^.;:{ANCHOR}]{{0,90}}?\b(?:dangerous|danger|threat|menace)\s+(?:to|for)\s+(?:(?:its|their|his)\s+(?:own\s+)?(?:peace|safety|security)|itself|all|them\s+all|both)\b"),
    _entry("defence", "act", rf"\b{_ATTACK}\b[^.;:{ANCHOR}]{{0,60}}?\b(?:met|answered|repelled|resisted)\s+by\s+(?:all|every|the\s+(?:others?|rest)|both|each)\b"),
    _entry("defence", "act", r"\b(?:assist|help|aid|protect|support|succou?r)(?:s|ing)?\s+(?:each\s+other|one\s+another)\b(?!\s+(?:econom|in\s+(?:econom|trade|cultur)|cultur|technic|develop))"),
    _entry("defence", "act", r"\b(?:how|whether|in\s+what\s+way)\s+(?:to|it|they)\s+(?:help|helps|respond|responds|act|assist|assists|intervene)\b"),
    _entry("defence", "act", r"\b(?:such\s+)?(?:action|steps|measures)\s+(?:(?:as|that|which)\s+)?(?:(?:it|they|each|this|every)\s+)(?:\w+\s+){0,2}?(?:deems?|considers?|thinks?|sees?|judges?)\b"),
    _entry("defence", "act", rf"\bact(?:s|ing)?\s+(?:together\s+|jointly\s+)?(?:against|upon|on|when|if|in\s+case\s+of|in\s+the\s+event\s+of)\s+(?:{_W}\s+){{0,5}}?(?:attack(?:s|ed)?|aggression)\b"),
    _entry("defence", "act", r"\b(?:the|all)\s+others?\s+(?:\w+ly\s+|must\s+|shall\s+|will\s+|has\s+to\s+)?(?:helps?|assists?|come(?:s)?\s+to\s+(?:its|his|their|the)\s+(?:aid|help|rescue))\b"),
    _entry("defence", "act", r"\brespond\w*\s+(?:automatically|jointly|to\s+(?:an?|any)\s+(?:\w+\s+)?attack)\b"),
    _entry("defence", "act", rf"\b(?:count|treat|regard|consider|deem|hold|view)\w*\s+(?:an?\s+|any\s+)?(?:{_W}\s+){{0,2}}?(?:attacks?|aggression)\s+(?:up)?(?:on|against)\b[^.;:{ANCHOR}]{{1,60}}?\b(?:as|to\s+be)\s+(?:an?\s+|one\s+)?(?:attack|aggression)?\s*(?:up)?(?:on|against)\b"),
    _entry("defence", "act", r"\b(?:promis\w+|pledg\w+|guarantee\w*|owe\w*)\s+(?:\w+\s+){0,3}?(?:troops|soldiers)\b|\b(?:troops|soldiers?)\b(?=\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:promised|pledged|guaranteed|owed)\b)"),
    _entry("defence", "act", r"\b(?:one\s+for\s+all|all\s+for\s+one|casus\s+foederis)\b"),
    _entry("defence", "act", rf"\b(?:com(?:e|es|ing)|came|go(?:es)?|rush(?:es|ing)?|spring|hasten|leap|hurry)\s+to\s+(?:{_W}\s+){{0,4}}?(?:aid|help|defen[cs]e|assistance|rescue|support)\b"),
    _entry("defence", "act", rf"\b(?:mutual|reciprocal|military|militarily|armed|immediate|direct|instant|automatic|joint)\b(?:\s+(?:and|or|other|military|armed|mutual|immediate|all|any|kind|of|technical|possible|direct),?){{0,4}}?\s+{_HELP}\b"),
    _entry("defence", "act", rf"\b(?:give|gives|giving|gave|given|render\w*|lend\w*|provid\w+|provision\s+of|afford\w*|offer\w*|receiv\w+|owe[sd]?|get|gets|send\w*|extend\w*|entitled\s+to)\s+(?:(?!economic|technical|financial|humanitarian|food|development){_W}\s+){{0,6}}?{_HELP}\b", martial=True),
    _entry("defence", "act", rf"\b(?:help|aid|assistance|succou?r)\b,?\s+(?:in\s+(?:case|the\s+event|the\s+face)\s+of|in\s+(?:an|any|such|a|time\s+of)\b|in\s+war\w*|if\b|when\b|once\b|should\b|against\b|to\s+{_PARTNER}|for\s+{_PARTNER}|with\s+(?:all|every)|by\s+(?:all|every)|from\s+{_PARTNER})", martial=True),
    _entry("defence", "act", rf"\b(?:defend(?:s|ing)?|fight(?:s|ing)?\s+(?:for|alongside|beside|on\s+the\s+side\s+of)|stand(?:s|ing)?\s+(?:by|up\s+for|shoulder\s+to\s+shoulder\s+with)|in\s+defen[cs]e\s+of|defen[cs]e\s+of|(?:be\s+)?defended\s+by)\s+{_PARTNER}"),
    _entry("defence", "act", rf"\b(?:assist(?:s|ing)?|help(?:s|ing)?|aid(?:s|ing)?|support(?:s|ing)?|back(?:s|ing)?|protect(?:s|ing)?|rescue|shield(?:ing)?)\s+{_PARTNER}", martial=True),
    _entry("defence", "act", r"\b(?:go(?:es|ing)?|march(?:es|ing)?)\s+(?:in)?to\s+war\b"),
    _entry("defence", "act", rf"\b(?:join(?:s|ing)?|enter(?:s|ing)?)\s+(?:in\s+)?(?:{_W}\s+){{0,3}}?(?:wars?|fight|fighting|battle|hostilities|fray)\b|\btak(?:e|es|ing)\s+up\s+arms\b"),
    _entry("defence", "act", rf"\b(?:send(?:s|ing(?:\s+of)?)?|dispatch(?:es|ing)?|despatch(?:es|ing)?|commit(?:s|ting)?)\s+(?:{_W}\s+){{0,4}}?(?:troops|soldiers|forces|army|armies|divisions|boys|sailors)\b(?!\s+to\s+(?:be\s+)?station)"),
    _entry("defence", "act", rf"\b(?:drag|draw|pull|plunge|send|drive|suck|lead|haul|sweep|take)\w*\b[^.;:{ANCHOR}]{{0,50}}?\binto\s+(?:{_W}\s+){{0,3}}?(?:wars?|battles?|fights?|conflicts?)\b"),
    _entry("defence", "act", r"\b(?:military|armed)\s+(?:intervention|response|retaliation|solidarity)\b|\bintervene\w*\s+militarily\b|\brespond\w*\s+(?:militarily|with\s+(?:armed\s+)?force)\b"),
    _entry("defence", "act", r"\b(?:mutual|collective|common|reciprocal)[\s-]+defen[cs]e\b(?!\s+(?:pact|treaty|agreement|alliance|organi|system|capab|industr|plan|council|polic|spend|forc|relation))"),
    _entry("defence", "act", rf"\b(?:defen[cs]e|assistance|military|security|alliance)\s+(?:clauses?|guarantees?|pledges?|commitments?|obligations?|promises?|duty|duties)\b"),
    _entry("defence", "act", rf"\b(?:act(?:s|ing|ion)?\s+(?:to\s+meet|in\s+(?:accordance|line)\s+with\s+(?:{_W}\s+)?constitutional|by\s+(?:{_W}\s+){{0,3}}?constitutional)|meet(?:s|ing)?\s+(?:{_W}\s+){{0,3}}?(?:{_ATTACK}|danger|threat)|repel(?:s|ling)?\s+(?:{_W}\s+){{0,3}}?{_ATTACK})"),
    # consultation
    _entry("consultation", "act", r"\bconsult(?:s|ed|ing|ations?)?\b(?!\s+(?:mechanism|body|group|commission|committee))"),
    _entry("consultation", "act", r"(?<=for )talks\b|(?<!peace )(?<!summit )(?<!arms )\btalks\b(?=\s+(?:in\s+the\s+(?:face|event)|in\s+case|whenever|when|if|on\s+(?:any\s+)?(?:common\s+)?threats)\b)"),
    _entry("consultation", "act", r"\bconfer(?:s|red|ring)?\b(?=\s+(?:with|together|at|immediately|urgently|when|whenever|if|first|once|without|among|before)\b|\s*[,.;]|$)"),
    _entry("consultation", "act", r"\b(?:get(?:s|ting)?|be|keep|stay)\s+in(?:to)?\s+(?:\w+\s+)?(?:touch|contact)\b|\b(?:mak(?:e|es|ing)|establish\w*|hold\w*)\s+(?:\w+\s+){0,2}?contacts?\b"),
    _entry("consultation", "act", r"\bcontact(?:s|ing)?\s+(?:each|one\s+another|the\s+other|without|at\s+once|immediately|in\s+case|in\s+the\s+event|with)\b"),
    _entry("consultation", "act", r"\b(?:hold|holding|begin|open|enter|start)\w*\s+(?:into\s+)?(?:\w+\s+){0,2}?(?:talks|discussions|deliberations)\b|\b(?:talk(?:s|ing)?\s+(?:to|with)\s+(?:each|one)|talk\s+(?:it|things|matters)\s+over|talks\s+(?:at\s+once|whenever|when|if|without)|deliberate\s+together|sit\s+down\s+together|exchange\s+views|put\s+(?:their|our)\s+heads\s+together|take\s+counsel)\b"),
    # cooperation
    _entry("cooperation", "act", r"\bjoint\s+(?:\w+\s+)?(?:command|commands|exercises|manoeuvres|maneuvers|drills|commission|bodies|body|council|planning|patrols)\b"),
    _entry("cooperation", "act", r"\b(?:military|military[\s-]+technical|technical|intelligence|economic|defen[cs]e)\s+(?:and\s+\w+\s+)?co-?operation\b"),
)  # fmt: skip
"""In the order in which they are tried: where two overlap, the first holds."""

HINT = re.compile(
    r"(?i)help|aid|assist|defen[cds]|attack|aggress|consult|confer|talk|touch|contact|force|war|neutral|allianc|bloc|coalition|territor|"
    r"bases?\b|soil|ban|embargo|nuclear|troops|soldiers|respect|peaceful|council|sanction|export|import|weapon|arms|oil|joint|cooperat|"
    r"hostil|militar|deems|fight|danger|respond|constitutional|drill|exercis|inviolab|casus|freez|assets|workers|petroleum|coal|textile|atomic|heads together|stand by|support"
)
"""A sentence without any of these letters lays down nothing."""

MARTIAL = re.compile(
    r"(?i)attack|aggress|\bwar\b|wars\b|wartime|invad|invasion|militar|armed|victim|defen[cds]|\bforce|assail|troops|soldiers|besieged|arms\b"
)

AUTOMATIC = re.compile(
    r"(?i)\bautomatic(?:ally|ity)?\b|\bwithout\s+(?:a\s+|any\s+)?(?:vote|debate|further\s+ado|choice)\b|\bno\s+choice\b|\bwhether\s+(?:it|they)\s+(?:\w+\s+){1,3}or\s+not\b|"
    r"\bgo(?:es|ing)?\s+to\s+war\b|\bof\s+(?:its|their)\s+own\s+accord\b|\bleav\w+\s+no\s+(?:choice|discretion|room)\b|\bunconditional(?:ly)?\b|\binto\s+(?:war|battle)\b"
)
FREE = re.compile(
    r"(?i)\bleav\w+\s+(?:it\s+|the\s+\w+\s+)?(?:up\s+)?to\s+(?:each|every|the|its|individual|member)|\bas\s+(?:it|they|each)\s+(?:\w+\s+)?(?:deems?|sees?|thinks?|considers?|judges?)\b|"
    r"\b(?:deems?|sees?|thinks?|considers?)\s+(?:it\s+)?(?:fit|necessary|appropriate|best|proper)\b|\bfree\s+to\s+(?:choose|decide|determine|act)|\bdiscretion\b|\bof\s+(?:its|their)\s+(?:own\s+)?choosing\b|"
    r"\b(?:decides?|chooses?|judges?)\s+(?:for\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|itself|how|what)\b|\bup\s+to\s+(?:each|every|the\s+individual)\b"
)
IMMEDIATE = re.compile(
    r"(?i)\b(?:at\s+once|immediate(?:ly)?|without\s+delay|prompt(?:ly)?|forthwith|straight\s*away|right\s+away|instant(?:ly)?|speed(?:y|ily)|swift(?:ly)?|urgent(?:ly)?|on\s+the\s+spot|delay)\b"
)
ALL_MEANS = re.compile(r"(?i)\b(?:(?:by|with|using)\s+all\s+(?:the\s+|its\s+|their\s+|our\s+|available\s+|possible\s+|of\s+its\s+)*means|all\s+means|every\s+means|everything\s+(?:\w+\s+){0,3}(?:disposal|has|have|power|possesses?)|all\s+(?:its|their|our)\s+(?:might|means|forces))\b")  # fmt: skip
