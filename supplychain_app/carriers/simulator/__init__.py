"""A real HTTP server on loopback that answers as carriers do, for the demo and the tests."""

from supplychain_app.carriers.simulator.plan import Fault, PlannedEta, PlannedEvent, PlannedUnit, SimulatorPlan
from supplychain_app.carriers.simulator.server import CarrierSimulator

__all__ = ["CarrierSimulator", "Fault", "PlannedEta", "PlannedEvent", "PlannedUnit", "SimulatorPlan"]
