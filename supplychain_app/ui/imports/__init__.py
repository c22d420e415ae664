"""Import: bring files in, and take them back."""
