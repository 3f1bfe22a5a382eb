"""One file a statistic: frame in, frame out, and beside it the same for single figures, exact."""
