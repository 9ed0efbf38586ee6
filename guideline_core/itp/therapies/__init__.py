"""The medicines, in the order of the alphabet. To add one: its file, and its line here."""

from . import (
    azathioprine, ciclosporin, combination, cyclophosphamide, eltrombopag, rituximab, romiplostim,
)

MEDICINES = (
    azathioprine.therapy,
    ciclosporin.therapy,
    combination.therapy,
    cyclophosphamide.therapy,
    eltrombopag.therapy,
    rituximab.therapy,
    romiplostim.therapy,
)
