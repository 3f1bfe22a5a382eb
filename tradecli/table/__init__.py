"""A table of one's own: customs records or observations in files, read as the official figures are."""
