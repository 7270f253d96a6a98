"""The `site` view: what the site's data become before every page shows them."""

import pytest

from plugins.context.site import dial


@pytest.mark.parametrize(
    ("phone", "href"),
    [
        ("0229 3871 156", "02293871156"),
        ("0200 000 0000 (số hư cấu)", "02000000000"),
        ("(0229) 3.871.156", "02293871156"),
        ("+84 229 3871156", "+842293871156"),
        ("", ""),
    ],
)
def test_telephone_links_hold_digits_only(phone, href):
    """A tel: link holds the digits of a number, whatever stands around them."""
    assert dial(phone) == href
