"""Messages in and out, and what can be read from them."""
