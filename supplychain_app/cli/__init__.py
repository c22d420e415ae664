"""The command line: one file a group of commands; calls services and prints."""
