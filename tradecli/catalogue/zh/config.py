"""Traditional Chinese: settings and where they are from."""

from __future__ import annotations

MESSAGES = {
    "config.title": "設定",
    "config.name": "設定項",
    "config.value": "值",
    "config.origin": "來源",
    "config.origin_environment": "環境變數{variable}",
    "config.origin_project": "{file}第{line}行",
    "config.origin_user": "{file}第{line}行",
    "config.origin_default": "預設",
    "config.file_user": "使用者設定檔：{path}",
    "config.file_user.none": "無家目錄，無使用者設定檔。",
    "config.file_project": "專案設定檔：{path}",
    "config.file_project.none": "目前目錄及其上層均無trade.toml或.trade.toml。",
}
