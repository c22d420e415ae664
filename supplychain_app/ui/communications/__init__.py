"""Communications: an inbox that empties."""
