"""All feeds of the site as one OPML 2.0 file (opml.org/spec2.opml), to be taken into a feed reader in one go."""

from plugins.context.build import Build
from plugins.domain import addresses
from plugins.syndication.items import line

ADDRESS = addresses.FEEDS + "danh-muc.opml"


def write(groups, build: Build) -> bytes:
    """The bytes of the file: `groups` (label, feeds) as outlines of outlines."""
    import xml.etree.ElementTree as ET

    root = ET.Element("opml", version="2.0")
    head, body = ET.SubElement(root, "head"), ET.SubElement(root, "body")
    ET.SubElement(head, "title").text = line(f"Các nguồn tin của {build.site.name}")
    ET.SubElement(head, "ownerName").text = line(build.site.organ)
    ET.SubElement(head, "ownerId").text = build.absolute(addresses.HOME)
    for label, feeds in groups:
        group = ET.SubElement(body, "outline", text=label)
        for feed in feeds:
            name = line(feed.name)
            ET.SubElement(
                group,
                "outline",
                {
                    "type": "rss",
                    "version": "RSS2",
                    "text": name,
                    "title": name,
                    "description": line(feed.about),
                    "language": "vi",
                    "xmlUrl": build.absolute(feed.address("xml")),
                    "htmlUrl": build.absolute(feed.home),
                },
            )
    ET.indent(root, " ")
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
