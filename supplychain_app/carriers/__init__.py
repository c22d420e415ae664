"""The carriers' tracking services: the only package that talks to them over HTTP."""
