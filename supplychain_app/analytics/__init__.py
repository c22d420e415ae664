"""Pure numbers: arrays in, dataclasses out; no clock, no SQL, no text for eyes."""
