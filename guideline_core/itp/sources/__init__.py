"""Every work that a statement of this guideline cites, by kind. A source that isn't here can't be cited."""

from .document import DOCUMENT
from .guidelines import GUIDELINES
from .labels import LABELS
from .literature import LITERATURE
from .web import WEB

SOURCES = (*DOCUMENT, *LITERATURE, *GUIDELINES, *LABELS, *WEB)
