"""Shipments: what is under way."""
