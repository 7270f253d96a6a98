"""The colours of the theme can be read, in light and in dark, by the numbers of WCAG 2.2 AA."""

import pytest

from tests.theme import colours, pieces

PALETTES = colours.palettes((pieces.THEME / "css" / "properties.css").read_text(encoding="utf-8"))
TEXT = [
    *[("ink", ground) for ground in ("paper", "surface", "sunken", "gold-soft", "red-soft", "blue-soft", "green-soft")],
    *[("ink-soft", ground) for ground in ("paper", "surface", "sunken")],
    *[("link", ground) for ground in ("paper", "surface", "sunken", "gold-soft", "red-soft", "blue-soft")],
    *[("link-strong", ground) for ground in ("paper", "surface", "sunken", "blue-soft")],
    *[("red", ground) for ground in ("paper", "surface", "sunken", "red-soft")],
    ("gold-ink", "gold-soft"), ("green", "green-soft"), ("paper", "link"),
    ("on-brand", "brand"), ("on-brand", "brand-deep"), ("on-brand-soft", "brand"), ("on-brand-soft", "brand-deep"),
]  # fmt: skip
SIGNS = [
    *[(sign, ground) for sign in ("edge", "focus") for ground in ("paper", "surface", "sunken")],
    ("bar", "bar-track"), ("bar", "surface"), ("bar", "paper"), ("gold", "brand-deep"), ("gold", "brand"),
]  # fmt: skip


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(scheme, ink, ground):
    """Text stands out from its ground by at least 4.5 to 1 (success criterion 1.4.3)."""
    assert colours.contrast(PALETTES[scheme][ink], PALETTES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_signs_can_be_seen(scheme, sign, ground):
    """Borders of controls, focus rings and bars stand out by at least 3 to 1 (success criterion 1.4.11)."""
    assert colours.contrast(PALETTES[scheme][sign], PALETTES[scheme][ground]) >= 3


def test_dark_names_every_colour_again():
    """No colour of the light scheme shines through in the dark by oversight."""
    dark = colours.palettes((pieces.THEME / "css" / "properties.css").read_text(encoding="utf-8"))["dark"]
    assert {name for name in dark if dark[name] == PALETTES["light"][name]} == {"on-brand"}


def test_the_measure_is_right():
    """Black on white is 21 to 1, a colour on itself 1 to 1, and #767676 on white just passes for text."""
    assert round(colours.contrast("#000000", "#ffffff"), 2) == 21
    assert colours.contrast("#0b4a93", "#0b4a93") == 1
    assert 4.5 <= colours.contrast("#767676", "#ffffff") < 4.6 > colours.contrast("#777777", "#ffffff")
