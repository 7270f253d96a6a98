"""From a document to all that share something with it, and to the months of its duties; from the lists to the calendar."""

import pytest

from plugins import archive, duties
from plugins.domain import recurrence
from plugins.domain.dates import read
from plugins.domain.parts import Duty, Reference, Signature
from tests.plugins import small_site
from tests.plugins.small_site import document, rendered, written

RHYTHMS = (
    ({"due": read("2025-08-25")}, "/lich/2025/08/"), ({"due": read("2027-03")}, "/lich/2027/03/"), ({}, ""),
    ({"recurrence": recurrence.read("thường xuyên")}, "/lich/thuong-xuyen/"),
    ({"recurrence": recurrence.read("hằng tuần")}, "/lich/2025/02/"),
    ({"recurrence": recurrence.read("trước ngày 15/11 hằng năm")}, "/lich/2025/11/"),
    ({"recurrence": recurrence.read("trước ngày 15/11 hằng năm"), "begin": read("2026-12-01")}, ""),
    ({"recurrence": recurrence.read("hằng quý"), "until": read("2025-03-01")}, ""),
    ({"recurrence": recurrence.read("hằng quý"), "begin": read("2024-01-01")}, "/lich/2025/03/"),
)  # fmt: skip


def page(record, *others) -> tuple[str, set[str]]:
    """The page of a document, and all addresses of archive and calendar."""
    build = small_site.build(record, *others)
    pages = written(archive.ADAPTER, build)
    return rendered(build, pages[f"/{record.key}/"]), {*pages, *written(duties.ADAPTER, build)}


def test_a_document_leads_to_the_lists_that_it_is_in():
    """Type, organ, level, year, standing, topic and signer lead to their lists, which exist."""
    record = document(topics=("3-chu-dong",), signed_by=Signature("TM. BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Thị Mẫu", True))
    html, addresses = page(record, document("van-ban/2025/13-kh", number="13", as_printed="", replaces=(Reference(record.key),)))
    for address in ("loai/ke-hoach/", "co-quan/tinh-doan-mau/", "cap/tinh/", "nam/2025/", "hieu-luc/duoc-thay-the/", "chu-de/3-chu-dong/",
                    "nguoi-ky/le-thi-mau/"):  # fmt: skip
        assert f'href="/tre/van-ban/{address}"' in html and f"/van-ban/{address}" in addresses


def test_a_bare_document_leads_nowhere_that_is_not():
    """Without a day, a signer and topics only the lists that exist are linked."""
    html, addresses = page(document("van-ban/2013/cu", None, number=None, as_printed=""))
    assert 'href="/tre/van-ban/nam/2013/"' in html and "nguoi-ky" not in html and "/van-ban/chu-de" not in html
    assert "/van-ban/nam/2013/" in addresses


@pytest.mark.parametrize(("given", "month"), RHYTHMS)
def test_a_duty_leads_to_the_month_that_tells_it_first(given, month):
    """The time of a duty leads to a page of the calendar that tells it; where none surely does, nowhere."""
    html, addresses = page(document(duties=(Duty("Gửi báo cáo", level=("commune",), **given),)))
    cell = html.split('class="duties-when"')[1].split("</td>")[0]
    assert (f'href="/tre{month}"' in cell) if month else ("href" not in cell)
    assert not month or month in addresses


def test_lists_lead_to_the_calendar_where_there_is_one():
    """The lists of documents lead to the calendar as soon as a document asks for something."""
    for given, there in (((), False), ((Duty("Gửi báo cáo", due=read("2025-08-25")),), True)):
        build = small_site.build(document(duties=given))
        html = rendered(build, written(archive.ADAPTER, build)["/van-ban/"])
        assert ('href="/tre/lich/"' in html.split("document-order")[1].split("</p>")[0]) == there
