"""The report's figures in DuckDB's SQL, printed as JSON: a process of its own to measure against.

    python -m tests.benchmarks.report_duckdb FOLDER

The records are grouped twice, by partner and by chapter: measured, that is faster and smaller than
one grouping by both and than grouping sets.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import duckdb

GROUPED = """
create temp table by_partner as
  select month, case flow when 'E' then 'export' else 'import' end as flow, country as part,
         sum(value)::bigint as value
  from read_parquet('{files}') group by all;
create temp table by_chapter as
  select month, case flow when 'E' then 'export' else 'import' end as flow, 'hs:' || left(hs6, 2) as part,
         sum(value)::bigint as value
  from read_parquet('{files}') group by all;
create temp table whole as select month, flow, sum(value)::bigint as value from by_partner group by all;
"""
#: In records of all trade a small part without rows in a month had no trade; a large one lacks its month.
FILLED = """
insert into {table}
  with small as (
    select part, flow from {table} group by part, flow
    having sum(value) < 0.01 * (select sum(value) from whole where whole.flow = {table}.flow))
  select month, flow, part, 0 as value from small join (select distinct month, flow from whole) using (flow)
  anti join {table} using (month, flow, part);
"""
#: Growth of deficits and of changes of sign needs rules of its own; here only the flows, which are positive.
MONTHLY = """
select flow, strftime(month, '%Y-%m') as period, value,
       100.0 * (value - lag(value) over run) / lag(value) over run as mom,
       100.0 * (value - lag(value, 12) over run) / lag(value, 12) over run as yoy,
       sum(value) over year as ytd,
       case when count(*) over twelve = 12 then sum(value) over twelve end as rolling_12
from whole
window run as (partition by flow order by month),
       year as (partition by flow, year(month) order by month),
       twelve as (partition by flow order by month rows 11 preceding)
order by flow, period
"""
RANKS = """
select flow, strftime(month, '%Y-%m') as period,
       (select count(*) + 1 from whole w where w.flow = whole.flow and w.month < whole.month
                                           and w.value > whole.value) as rank
from whole order by flow, period
"""
#: Full years only: a part that lacks a month has no figure of its own.
PARTS = """
with last as (select max(month) as month from whole),
years as (
  select p.part, p.flow, year(p.month) as year, sum(p.value)::bigint as value, count(*) as months
  from {table} p, last where year(p.month) >= year(last.month) - 1 and p.month <= last.month
     and month(p.month) <= month(last.month)
  group by all),
pairs as (
  select n.part, n.flow, n.value, b.value as base_value
  from years n join years b on b.part = n.part and b.flow = n.flow and b.year = n.year - 1, last
  where n.year = year(last.month) and n.months = month(last.month) and b.months = month(last.month)),
total as (
  select flow, sum(value) as base from whole, last
  where year(whole.month) = year(last.month) - 1 and month(whole.month) <= month(last.month) group by flow)
select part, flow, value, base_value, 100.0 * (value - base_value) / total.base as contribution
from pairs join total using (flow) where flow = 'export' order by part
"""
RANKED = """
with last as (select max(month) as month from whole),
years as (
  select part, flow, sum(value)::bigint as value, count(*) as months
  from by_partner, last where year(by_partner.month) = year(last.month) and by_partner.month <= last.month
  group by all)
select e.part, e.value - i.value as value, rank() over (order by e.value - i.value desc) as rank
from years e join years i using (part), last
where e.flow = 'export' and i.flow = 'import'
  and e.months = month(last.month) and i.months = month(last.month)
order by part
"""


def figures(folder: str) -> dict[str, list[dict[str, Any]]]:
    """Every figure of the report, from the Parquet files of a folder."""
    connection = duckdb.connect()
    # Stored procedures of SQL take no parameter where a file is named.
    connection.execute(GROUPED.format(files=f"{folder}/*.parquet".replace("'", "''")))
    for table in ("by_partner", "by_chapter"):
        connection.execute(FILLED.format(table=table))
    asked = {
        "monthly": MONTHLY,
        "ranks": RANKS,
        "partners": PARTS.format(table="by_partner"),
        "chapters": PARTS.format(table="by_chapter"),
        "ranking": RANKED,
    }
    return {name: _rows(connection.execute(query)) for name, query in asked.items()}


def _rows(answer: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


if __name__ == "__main__":
    json.dump(figures(sys.argv[1]), sys.stdout, default=int)
