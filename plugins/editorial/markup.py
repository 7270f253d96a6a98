"""Markdown of editors → a `Body`: safe HTML with holes for links and pictures, headings with our ids, the plain words.

Plain texts go the way of `swift`; all others are read by `referee`, which is loaded when the first of them comes."""

from plugins.context.body import Body
from plugins.domain.problems import Problem
from plugins.editorial import swift
from plugins.editorial.places import lined


def convert(text: str, path: str, first_line: int = 1) -> tuple[Body, list[Problem]]:
    """The body of one file. `first_line` is the line of the file on which `text` begins."""
    if text.count("[") <= swift.BRACKETS and (body := swift.body(text)) is not None:
        return lined(body, text, first_line), []
    return referee(text, path, first_line)


def referee(text: str, path: str, first_line: int) -> tuple[Body, list[Problem]]:
    """As `convert`, by python-markdown alone."""
    from plugins.editorial import referee as full

    return full.referee(text, path, first_line)
