"""A QR code (ISO/IEC 18004) as one path of SVG: how paper leads back to the page. The library that makes it is loaded when one is
wanted."""

from plugins.showcase.views import Qr

_QUIET = 4  # modules of white around the code, as the standard asks
_MASK = 2  # one of the eight patterns, always the same: readers know them all, and trying each costs six times the time


def code(address: str) -> Qr:
    """The QR code of an address; level M: it can be read when a seventh of it is lost."""
    import segno

    rows = segno.make_qr(address, error="m", boost_error=False, mask=_MASK).matrix
    parts = []
    for y, row in enumerate(rows, _QUIET):
        x = 0
        while x < len(row):
            long = 0
            while x + long < len(row) and row[x + long]:
                long += 1
            if long:
                parts.append(f"M{x + _QUIET} {y}h{long}v1h-{long}z")
            x += max(long, 1)
    return Qr(len(rows) + 2 * _QUIET, "".join(parts), address)
