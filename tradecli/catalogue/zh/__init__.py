"""Traditional Chinese, in the ministry's own terms."""
