"""Doors for programs: questions as JSON or TOML, many in one process, and to agents by a protocol."""
