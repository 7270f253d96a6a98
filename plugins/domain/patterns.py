"""Regular expressions that are compiled when they are first used: a build that takes up one edit uses few of the two hundred."""

import re
from typing import Any


class _Late:
    """Stands for a compiled expression: each of its methods is fetched once, then lies here."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(re.compile(self.pattern, self._flags), name)
        return found


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, in all that its methods do; a wrong expression is found when it is first used (a test tries all)."""
    return _Late(source, flags)
