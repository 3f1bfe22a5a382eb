"""The store of vintages on disk: append-only, whole or not at all, verified at every read.

::

    observations/source=<id>/vintage=<date>/<origin>.parquet   the figures, a Hive layout
    withdrawals/source=<id>/vintage=<date>/<origin>.parquet    keys of figures taken back
    raw/<sha256>.gz                                            every reply as it came
    manifest.json, manifest.copy.json                          what belongs to the store
    quarantine/                                                what was refused or damaged, and why
    lock                                                       held by the one who writes
"""
