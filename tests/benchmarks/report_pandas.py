"""The report's figures in pandas, printed as JSON: a process of its own to measure against.

python -m tests.benchmarks.report_pandas FOLDER
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # Imported where it is used: the module is read, for its doctests, where pandas is not installed.
    import pandas as pd  # type: ignore[import-untyped]

FLOWS = {"E": "export", "I": "import"}


def figures(folder: str) -> dict[str, list[dict[str, Any]]]:
    """Every figure of the report, from the Parquet files of a folder."""
    import pandas as pd

    # As a person in a hurry would do it well: only the columns needed, each text kept once.
    texts = ["flow", "country", "hs6"]
    records = pd.read_parquet(folder, columns=["month", *texts, "value"], dtype_backend="pyarrow")
    records["month"] = pd.to_datetime(records["month"])
    records["chapter"] = "hs:" + records["hs6"].str.slice(0, 2).astype(str)
    by_partner = _summed(records, "country")
    by_chapter = _summed(records, "chapter")
    whole = by_partner.groupby(level=["flow", "month"]).sum()
    return {
        "monthly": _monthly(whole),
        "ranks": _ranks(whole),
        "partners": _parts(by_partner, whole),
        "chapters": _parts(by_chapter, whole),
        "ranking": _ranking(by_partner),
    }


def _summed(records: pd.DataFrame, part: str) -> pd.Series:
    summed = records.groupby(["flow", "month", part], observed=True)["value"].sum().astype("int64")
    named = summed.rename(index=FLOWS, level="flow").rename_axis(["flow", "month", "part"])
    # In records of all trade a small part without rows in a month had no trade.
    months = named.unstack("month")
    shares = months.sum(axis=1) / months.groupby(level="flow").sum().sum(axis=1)
    filled = months.where(months.notna() | (shares >= 0.01).to_numpy()[:, None], 0)
    return filled.stack().dropna().astype("int64").reorder_levels(["flow", "month", "part"])


def _monthly(whole: pd.Series) -> list[dict[str, Any]]:
    import pandas as pd

    found = []
    for flow, series in whole.groupby(level="flow"):
        values = series.droplevel("flow").sort_index()
        frame = pd.DataFrame({"value": values})
        frame["mom"] = 100 * (values - values.shift(1)) / values.shift(1)
        frame["yoy"] = 100 * (values - values.shift(12)) / values.shift(12)
        frame["ytd"] = values.groupby(values.index.year).cumsum()
        frame["rolling_12"] = values.rolling(12).sum()
        for month, row in frame.iterrows():
            cells = {name: None if pd.isna(cell) else float(cell) for name, cell in row.items()}
            found.append({"flow": flow, "period": month.strftime("%Y-%m"), **cells})
    return found


def _ranks(whole: pd.Series) -> list[dict[str, Any]]:
    found = []
    for flow, series in whole.groupby(level="flow"):
        values = series.droplevel("flow").sort_index()
        for place, (month, value) in enumerate(values.items()):
            rank = 1 + int((values.iloc[:place] > value).sum())
            found.append({"flow": flow, "period": month.strftime("%Y-%m"), "rank": rank})
    return found


def _year(series: pd.Series, back: int) -> pd.Series:
    """Sums of the months of a year up to the newest month, of parts that have all of them."""
    months = series.index.get_level_values("month")
    last = months.max()
    taken = series[(months.year == last.year - back) & (months.month <= last.month)]
    grouped = taken.groupby(level=[name for name in taken.index.names if name != "month"])
    return grouped.sum()[grouped.size() == last.month]


def _parts(series: pd.Series, whole: pd.Series) -> list[dict[str, Any]]:
    import pandas as pd

    both = pd.DataFrame({"value": _year(series, 0), "base_value": _year(series, 1)}).dropna()
    export = both.xs("export", level="flow")
    points = 100 * (export["value"] - export["base_value"]) / _year(whole, 1)["export"]
    rows = zip(export.index, export["value"], export["base_value"], points, strict=True)
    return [
        {"part": part, "flow": "export", "value": int(now), "base_value": int(base), "contribution": point}
        for part, now, base, point in rows
    ]


def _ranking(by_partner: pd.Series) -> list[dict[str, Any]]:
    year = _year(by_partner, 0).unstack("flow").dropna()
    balance = year["export"] - year["import"]
    ranks = balance.rank(method="min", ascending=False)
    return [
        {"part": part, "value": int(balance[part]), "rank": int(ranks[part])}
        for part in sorted(balance.index)
    ]


if __name__ == "__main__":
    json.dump(figures(sys.argv[1]), sys.stdout, default=float)
