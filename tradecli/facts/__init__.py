"""Facts that are not figures: places, commodities and policy, each with its source."""
