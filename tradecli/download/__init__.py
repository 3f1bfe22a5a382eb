"""HTTP: files of publishers, within bounds of time, size and place. The only room that imports httpx."""

from tradecli.download.address import Place
from tradecli.download.client import Client
from tradecli.download.deadline import Stop
from tradecli.download.transfer import Limits, Reply

__all__ = ["Client", "Limits", "Place", "Reply", "Stop"]
