"""A World: everything the engine may look up. Frozen data with no behaviour beyond look-up."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from foedera.model.conditions import InDefinedArea, nodes, roles_read
from foedera.model.states import METROPOLITAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from foedera.model.doctrine import Act, Coverage, Doctrine, Region, Source
    from foedera.model.events import Event, EventKind
    from foedera.model.instruments import Instrument, Party, Provision
    from foedera.model.officials import Official
    from foedera.model.states import Actor, Place, State


@dataclass(frozen=True, slots=True)
class Corpus:
    """One layer: the records of a corpus directory or of an imported data set, by id."""

    states: Mapping[str, State] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    officials: Mapping[str, Official] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    event_kinds: Mapping[str, EventKind] = field(default_factory=dict)
    acts: Mapping[str, Act] = field(default_factory=dict)
    doctrine: Mapping[str, Doctrine] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    coverage: Mapping[str, Coverage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class World:
    """Ordered read-only layers seen as one: ``records`` holds the union, the rest are indexes over it.

    Attributes:
        records: all records; an id is unique over the layers.
        digest: SHA-256 of the text from which the world was read (hex), the version of the corpus.
        names: display name of every state, organ, group, office-holder, place and instrument.
        kind_closure: event kind to itself and the more general kinds.
        parties: instrument id to state id to that state's party records.
        provisions: provision id to (instrument, provision).
        obligor_blind: provisions whose condition does not read the role of the obligor.
        heirs: state id to the states that continue it.
        organs: state id to the organs that are attributed to it.
    """

    records: Corpus
    digest: str
    names: Mapping[str, str]
    kind_closure: Mapping[str, frozenset[str]]
    parties: Mapping[str, Mapping[str, tuple[Party, ...]]]
    provisions: Mapping[str, tuple[Instrument, Provision]]
    obligor_blind: frozenset[str]
    heirs: Mapping[str, tuple[str, ...]]
    organs: Mapping[str, tuple[str, ...]]

    def name(self, identifier: str) -> str:
        """The display name of an id; of ``RUS/metropolitan``: the home territory; else the id itself."""
        found = self.names.get(identifier)
        if found is None and identifier.endswith(f"/{METROPOLITAN}"):
            return f"the home territory of {self.name(identifier.partition('/')[0])}"
        return found or identifier


def assemble(layers: tuple[Corpus, ...], digest: str) -> World:
    """See the layers as one world and index it. In an id clash the earlier layer wins (the linter reports it)."""
    merged = Corpus(**{
        part.name: {key: value for layer in reversed(layers) for key, value in getattr(layer, part.name).items()}
        for part in fields(Corpus)
    })  # fmt: skip
    return World(
        records=merged,
        digest=digest,
        names=_names(merged),
        kind_closure={kind: _general(merged.event_kinds, kind) for kind in merged.event_kinds},
        parties={instrument.id: _by_state(instrument) for instrument in merged.instruments.values()},
        provisions={
            provision.id: (instrument, provision)
            for instrument in merged.instruments.values()
            for provision in instrument.provisions
        },
        obligor_blind=frozenset(
            provision.id
            for instrument in merged.instruments.values()
            for provision in instrument.provisions
            if not _reads_obligor(instrument, provision)
        ),
        heirs=_grouped((state.continues.state, state.id) for state in merged.states.values() if state.continues),
        organs=_grouped((state, organ.id) for organ in merged.actors.values() for state in organ.attributed_to),
    )


def supposing(world: World, instruments: Iterable[Instrument]) -> World:
    """The world with further instruments on top; one with a known id replaces it."""
    layer = Corpus(instruments={instrument.id: instrument for instrument in instruments})
    return assemble((layer, world.records), world.digest) if layer.instruments else world


def _names(corpus: Corpus) -> dict[str, str]:
    names = {instrument.id: instrument.title for instrument in corpus.instruments.values()}
    for part in (corpus.officials, corpus.places, corpus.actors, corpus.states):
        names.update({record.id: record.name for record in part.values()})
    return names


def _general(kinds: Mapping[str, EventKind], kind: str) -> frozenset[str]:
    found: list[str] = []
    current: str | None = kind
    while current and current in kinds and current not in found:
        found.append(current)
        current = kinds[current].is_a
    return frozenset(found)


def _by_state(instrument: Instrument) -> dict[str, tuple[Party, ...]]:
    grouped: dict[str, list[Party]] = {}
    for party in instrument.parties:
        grouped.setdefault(party.state, []).append(party)
    return {state: tuple(records) for state, records in grouped.items()}


def _reads_obligor(instrument: Instrument, provision: Provision) -> bool:
    trees = [provision.when]
    if any(isinstance(node, InDefinedArea) for node in nodes(provision.when)):
        trees += [area.when for area in instrument.areas]
    return any("obligor" in roles_read(tree) for tree in trees)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in grouped.items()}
