"""A real HTTP server that speaks the carriers' dialects, for the demo and the tests."""
