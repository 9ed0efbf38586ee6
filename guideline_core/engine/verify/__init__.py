"""Proofs over every patient: each property is walked, and holds or has the smallest counterexample."""

from .ledger import Progress
from .properties import PROPERTIES, Property, verify

__all__ = ["PROPERTIES", "Progress", "Property", "verify"]
