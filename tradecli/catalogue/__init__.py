"""The words: templates with typed fields, one folder a language, the same keys in each."""
