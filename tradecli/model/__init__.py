"""The typed values that answers are made of; no I/O, no frames."""
