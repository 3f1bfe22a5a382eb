"""The goods that somebody asks for; of all goods no list of them is read."""

from __future__ import annotations


def find(text: str) -> tuple[str, str]:
    """The code and the list of the goods that *text* names; see `commodities.find`.

    Raises:
        NoData: Nothing is called that.
        QueryError: It stands in more than one list.

    Examples:
        >>> find("TOTAL"), find("machinery"), find("total:TOTAL")
        (('TOTAL', 'total'), ('MACHINERY', 'mof'), ('TOTAL', 'total'))
    """
    if text == "TOTAL":
        return "TOTAL", "total"
    from tradecli.facts import commodities

    goods = commodities.find(text)
    return goods.code, goods.classification
