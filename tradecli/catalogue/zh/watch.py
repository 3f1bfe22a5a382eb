"""Traditional Chinese: what is new in a vintage."""

from __future__ import annotations

MESSAGES = {
    "watch.title": "{reporter}對{partner}貿易[{goods}]自{day}以來之新資料",
    "watch.title.nothing": "{reporter}對{partner}貿易[{goods}]自{day}以來無變動",
    "watch.what": "新增",
    "watch.figure": "",
    "watch.before": "原值",
    "watch.now": "現值",
    "watch.revision": "修正數",
    "watch.is.month": "月份",
    "watch.added": "先前沒有、現已有資料：{flow:flow}{count}個月，{first}至{last}。",
    "watch.is.revision": "修正",
    "watch.is.record_made": "新紀錄",
    "watch.is.record_unmade": "不再是紀錄",
    "watch.flow_of": "{flow:flow}，{window:short}",
    "watch.record_of": "{flow:flow}，{window:short}（{kind}）",
    "watch.revised_by": "{revised:visible}",
}
