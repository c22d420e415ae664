"""Weak links: where the days are lost."""
