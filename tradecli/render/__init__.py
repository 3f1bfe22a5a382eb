"""Report to text or bytes; the only place where figures are rounded and given words."""
