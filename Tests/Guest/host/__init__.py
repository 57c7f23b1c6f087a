"""The building machine's half of the virtual USB bench."""
