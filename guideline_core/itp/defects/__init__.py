"""Where the source contradicts itself, dangles, or would be unsafe if computed; and what this site does about it."""

from .severity_a import SEVERITY_A
from .severity_b_evidence import SEVERITY_B_EVIDENCE
from .severity_b_rules import SEVERITY_B_RULES
from .severity_c import SEVERITY_C

DEFECTS = tuple(
    sorted((*SEVERITY_A, *SEVERITY_B_RULES, *SEVERITY_B_EVIDENCE, *SEVERITY_C), key=lambda defect: defect.id)
)
