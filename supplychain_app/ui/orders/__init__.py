"""Orders: every line, and the whole story of one."""
