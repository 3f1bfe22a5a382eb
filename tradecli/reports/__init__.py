"""One file a question: its rows, its table, what its figures show and what qualifies them."""
