"""A reader who goes from page to page."""

from tests.calculators.conftest import reader

__all__ = ["reader"]
