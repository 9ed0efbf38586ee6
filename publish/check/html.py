"""What a reader sees of HTML: its text, and the attributes that are read out or shown. The rest is masked, not removed."""

from __future__ import annotations

import re

MASK = "\ue000"
"""Stands for a character of a macro call, of a tag or of an attribute list: no digit, no letter, no space."""

_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_SEEN_IN_TAGS = re.compile(r"\b(?:alt|title|aria-label|label|placeholder|value|content)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
UNREAD = re.compile(r"\{#.*?#\}|<(script|style)\b.*?</\1>", re.DOTALL)
"""In a template: its comments, and what is for the browser alone."""


def only_seen(html: str) -> str:
    """HTML with its tags masked, save the attributes that are read out or shown."""

    def mask(tag: re.Match) -> str:
        kept = list(MASK * len(tag.group()))
        for attribute in _SEEN_IN_TAGS.finditer(tag.group()):
            group = 1 if attribute.group(1) is not None else 2
            kept[attribute.start(group) : attribute.end(group)] = attribute.group(group)
        return "".join(kept)

    return _TAG.sub(mask, html)


def masked(pattern: re.Pattern, text: str) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\n]", MASK, found.group()), text)
