"""What has been seen while a site is made for the first time, in a few megabytes however large the site is.

Whatever was seen is known for certain; of what was not, a few in a hundred seem to have been, of a site of a hundred thousand
articles. So this spares only asking the store, which knows."""

_MEGABYTE = 1 << 23  # bits; room of which nothing is used takes no memory


class Signs:
    """A set of texts that cannot be told, only asked. `megabytes` is a power of two: one for some 200,000 texts."""

    def __init__(self, megabytes: int = 1):
        self._marks, self._most = bytearray(megabytes * _MEGABYTE >> 3), megabytes * _MEGABYTE - 1

    def __contains__(self, text: str) -> bool:
        sign = hash(text) & self._most
        return bool(self._marks[sign >> 3] >> (sign & 7) & 1)

    def add(self, text: str) -> None:
        """Takes note of a text."""
        sign = hash(text) & self._most
        self._marks[sign >> 3] |= 1 << (sign & 7)
