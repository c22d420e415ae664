"""What a first-time user sees: three ways to begin."""
