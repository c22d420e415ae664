"""Inbound materials, supplier communications and lead times in one local file."""

__version__ = "0.1.0"
