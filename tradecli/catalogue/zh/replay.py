"""Traditional Chinese: receipts answered again."""

from __future__ import annotations

MESSAGES = {
    "replay.title": "依收據所列檔案重新作答",
    "replay.state": "答案",
    "replay.receipt": "收據",
    "replay.headline": "標題",
    "replay.file_state": "檔案",
    "replay.made": "作答時間",
    "replay.equal": "相同",
    "replay.differs": "不同",
    "replay.as_written": "未變更",
    "replay.changed": "已變更",
    "replay.gone": "已不存在",
    "replay.all_equal": "{count}份答案，至最後一位數均相同。",
    "replay.not_equal": "{receipt}：答案與收據不符[，自第{line}行起]。",
    "replay.unlike": "{receipt}已被更動：所載{what}與答案不符。",
    "replay.unlike_schema": "版面",
    "replay.unlike_files": "檔案或資料版本",
    "replay.unlike_title": "標題",
    "replay.file_changed": "{file}寫入後已變更。",
}
