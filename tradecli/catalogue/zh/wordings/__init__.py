"""Sentences in Traditional Chinese, each under the English template that is raised or returned."""
