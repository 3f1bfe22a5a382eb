"""Official merchandise-trade statistics: balances, growth and records, each figure traceable."""

__version__ = "0.1.0"
