"""The words of this site: drugs, units, abbreviations, and the words for outcomes, each with its other spellings."""

from .abbreviations import ABBREVIATIONS
from .drugs import DRUGS
from .outcomes import OUTCOMES
from .units import UNITS

GLOSSARY = (*OUTCOMES, *DRUGS, *UNITS, *ABBREVIATIONS)
