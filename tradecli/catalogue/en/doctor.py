"""English: is all well."""

from __future__ import annotations

MESSAGES = {
    "doctor.title": "What is available, and what may be missing",
    "doctor.state": "state",
    "doctor.name": "what",
    "doctor.found": "found",
    "doctor.hint": "to do",
    "doctor.state_ok": "ok",
    "doctor.state_warn": "warn",
    "doctor.state_fault": "FAULT",
    "doctor.state_unused": "unused",
    "doctor.series": "to {newest}, {age:plural day days} old[, {late:plural month months} due]"
    "[, {missing:plural month months} missing][; {behind} of {partners} partners end earlier]",
    "doctor.series.none": "nothing of it has been fetched",
    "doctor.store": "{path}: {files:files}, all as the manifest says",
    "doctor.store.empty": "{path}: nothing has been fetched yet; the embedded figures answer",
    "doctor.store.damaged": "{path}: {wrong:plural fault faults}; {first}",
    "doctor.folder": "{path}: can be written",
    "doctor.folder.to_be_made": "{path}: will be made when it is needed",
    "doctor.folder.read_only": "{path}: cannot be written",
    "doctor.folder.none": "there is no home folder to put it in",
    "doctor.key.environment": "set, in the environment",
    "doctor.key.file": "set, in the file of keys",
    "doctor.key.not_used": "not used: {warning}",
    "doctor.key.none": "not set",
    "doctor.key.none.required": "not set; {source} answers little without it",
    "doctor.key.none.optional": "not set; {source} answers less without it",
    "doctor.font": "{path}",
    "doctor.font.none": "no font with Chinese signs was found; Chinese PNG pictures need one",
    "doctor.extra_xlsx": "workbooks: --format xlsx",
    "doctor.extra_charts": "PNG pictures of charts",
    "doctor.extra_engines": "own tables on DuckDB, Arrow",
    "doctor.extra_spark": "own tables on Spark",
    "doctor.program": "trade {version}, Python {python}, {system}",
    "doctor.summary": "{ok} ok, {warn} to look at, {fault:plural fault faults}, {unused} unused.",
}
