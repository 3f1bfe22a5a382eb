"""Figures in, Report out; one file per command. Pure: reads no file, clock, terminal or environment."""
