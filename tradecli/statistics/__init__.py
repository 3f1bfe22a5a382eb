"""Frame in, frame out; one file per statistic."""
