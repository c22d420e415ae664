"""Settings: carriers and keys, this window, backups."""
