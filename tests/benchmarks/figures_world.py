"""A made-up history for the speed of figures: 2,000 suppliers of some fifteen materials each, 5 % of the lines open."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.benchmarks.exports import NOW, SEED, World, make_world
from tests.benchmarks.million import make_workspace

YEARS_BACK = 1700  # days; with usual lead times of two months, a twentieth of the lines is open today
SUPPLIERS, CATALOGUE = 2000, 15


def figures_world(lines: int, seed: int = SEED) -> World:
    """Each supplier has a catalogue of its own; a fifth of the lines are for what its neighbour supplies too."""
    world = make_world(lines, seed, NOW - YEARS_BACK)
    chance = np.random.default_rng(seed + 4)
    suppliers = max(1, min(SUPPLIERS, lines // 100))
    of_order = chance.integers(0, suppliers, int(world.order[-1]) + 1)
    supplier = of_order[world.order]
    shared = chance.random(lines) < 0.2
    item = np.where(shared, chance.integers(0, 5, lines), chance.integers(0, CATALOGUE, lines))
    material = (supplier + shared) % suppliers + suppliers * item
    return replace(world, supplier=supplier, material=material, suppliers=suppliers, materials=suppliers * CATALOGUE)


def make_figures_workspace(path: Path, lines: int, seed: int = SEED) -> None:
    """A workspace of such a history; `path` must not exist yet."""
    make_workspace(path, lines, seed, world=figures_world(lines, seed))
