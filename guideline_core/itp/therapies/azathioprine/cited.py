"""Works that more than one file on azathioprine cites."""

from ....model.evidence import Citation, Confidence

ANZ = (Citation("choi-2022", "table of second-line treatments", Confidence.V),)
EDREN = Citation("edren", "azathioprine", Confidence.V2)
