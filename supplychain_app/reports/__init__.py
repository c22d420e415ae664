"""Drawings and documents: figures, scorecards."""
