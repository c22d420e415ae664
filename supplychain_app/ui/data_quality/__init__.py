"""Data quality: what is missing or contradictory."""
