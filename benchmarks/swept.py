"""One whole sweep in one process: the ATOP file to saved runs 1815-2016. Usage: swept.py all|defence OUTPUT"""

from __future__ import annotations

import sys
from pathlib import Path

from measured import DATA

from foedera.corpus.load import load_world
from foedera.datasets.atop import read_atop
from foedera.datasets.layers import with_layer
from foedera.datasets.table import read_table
from foedera.law.scene import VICTIM
from foedera.sweep.request import window_of
from foedera.sweep.result import combine
from foedera.sweep.run import SIDES, sweep
from foedera.sweep.save import save


def main(what: str, output: str) -> None:
    """Read, sweep, save."""
    base = load_world()
    layer = read_atop(read_table(DATA / "atop-4.01-members.csv"), base.records.states).corpus
    world = with_layer(base.records, layer, "benchmark")
    window = window_of(world, None, None)
    some = {"kinds": ("defence",), "statuses": ("due",)} if what == "defence" else {}
    found = sweep(world, window, sides=(VICTIM,) if what == "defence" else SIDES, **some)
    save(combine(found, window, world.digest), Path(output), {})


if __name__ == "__main__":
    main(*sys.argv[1:])
