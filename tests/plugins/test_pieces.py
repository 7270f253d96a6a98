"""Pieces that many pages show are made once: a record's card, the markup of a card, what a feed says of a record."""

from plugins.context import cards, theme, tracing
from plugins.context.views import Card
from tests.plugins import small_site
from tests.plugins.small_site import THEME


def test_a_card_is_one_object_for_all_lists_and_every_reader_is_noted():
    """The second list gets the very card of the first, and has read what the card was made from."""
    record = small_site.news()
    build = small_site.build(record)
    with build.trace.reading() as first:
        one = cards.card(build.library.records[record.key], build)
    with build.trace.reading() as second:
        other = cards.card(build.library.records[record.key], build)
    assert one is other and first == second and tracing.RECORD + record.key in second
    assert cards.card(build.library.records[record.key], build, picture=False) is not one


def test_a_card_of_a_changed_record_is_made_anew():
    """Another record under the same key is never shown by the card of the old one."""
    build = small_site.build(small_site.news())
    old, new = small_site.news(), small_site.news(title="Tên khác")
    assert cards.card(old, build).title == old.title and cards.card(new, build).title == "Tên khác"


def test_a_rendered_card_is_taken_for_no_other():
    """Equal looks of one card are rendered once; another card, another look or another level is rendered for itself."""
    env = theme.environment(THEME)
    card = env.get_template("components/card/card.html").module.card
    one, other = Card("news", "Một", "/mot/"), Card("news", "Hai", "/hai/")
    assert card(one) is card(one)
    assert "Hai" in card(other) and "Một" in card(one)
    assert card(one, 2) != card(one, 3) and card(one, look="brief") != card(one, look="row")
