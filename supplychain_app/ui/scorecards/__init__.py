"""Scorecards: preview and export."""
