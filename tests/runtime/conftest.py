"""A reader who comes with nothing remembered."""

from tests.calculators.conftest import reader

__all__ = ["reader"]
