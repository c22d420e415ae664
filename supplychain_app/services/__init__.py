"""What a user can ask for, as plain functions."""
