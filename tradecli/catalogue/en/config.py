"""English: settings and where they are from."""

from __future__ import annotations

MESSAGES = {
    "config.title": "Settings",
    "config.name": "setting",
    "config.value": "value",
    "config.origin": "from",
    "config.origin_environment": "environment: {variable}",
    "config.origin_project": "{file}, line {line}",
    "config.origin_user": "{file}, line {line}",
    "config.origin_default": "default",
    "config.file_user": "The user's file: {path}.",
    "config.file_user.none": "There is no home folder for a user's file.",
    "config.file_project": "The project's file: {path}.",
    "config.file_project.none": "No trade.toml or .trade.toml here or in a folder above.",
}
