"""The same facts as a page shows, as JSON-LD for machines.

Vocabulary of schema.org: NewsArticle, Legislation, HowTo or CreativeWork, Organization, AdministrativeArea, WebSite."""

from plugins.context import cards, entities
from plugins.context.build import Build
from plugins.context.views import Head
from plugins.domain import addresses
from plugins.domain.dates import Moment
from plugins.domain.records import Collection, Document, Model, News, Record


def organization(build: Build) -> dict:
    """The Union body behind the site."""
    site = build.site
    contact = {k: v for k, v in (("telephone", site.phone_href), ("email", site.email)) if v}
    return {
        "@type": "Organization",
        "@id": build.absolute("/") + "#to-chuc",
        "name": site.organ,
        "alternateName": site.name,
        "url": build.absolute("/"),
        "logo": build.host(build.pictures.card(site.name, site.name).jpeg[-1].href),
        **({"address": site.address} if site.address else {}),
        **contact,
    }


def website(build: Build) -> dict:
    """The site itself, for the home page."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": build.site.name,
        "url": build.absolute("/"),
        "inLanguage": "vi",
        "description": build.site.description,
        "publisher": organization(build),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": build.absolute(addresses.SEARCH) + "?q={search_term_string}"},
            "query-input": "required name=search_term_string",
        },
    }


def _news(record: News, build: Build, made: Head) -> dict:
    publisher = organization(build)
    authors = [{"@type": "Organization", "name": a, "url": build.absolute("/")} for a in record.authors] or [publisher]
    return _clean(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": record.title[:110],
            "description": made.description,
            "image": [made.image],
            "datePublished": made.published,
            "dateModified": made.modified or made.published,
            "author": authors,
            "publisher": publisher,
            "inLanguage": "vi",
            "mainEntityOfPage": made.canonical,
            "articleSection": build.library.words.name("categories", record.category),
            "isBasedOn": record.source.url if record.source else "",
        }
    )


def _document(record: Document, build: Build, made: Head) -> dict:
    words, relations = build.library.words, build.library.relations
    force = {
        "in_force": "InForce",
        "expired": "NotInForce",
        "replaced": "NotInForce",
        "partly": "PartiallyInForce",
        "not_yet": "NotInForce",
    }.get("replaced" if relations.to(record.key, "replaces") else record.status, "")

    def targets(*kinds: str) -> list[str]:
        return [
            build.absolute(addresses.of(build.library.records[e.target]))
            for kind in kinds
            for e in relations.from_(record.key, kind)
            if e.target
        ]

    return _clean(
        {
            "@context": "https://schema.org",
            "@type": "Legislation",
            "@id": made.canonical,
            "url": made.canonical,
            "name": made.title.removesuffix(f" | {build.site.name}"),
            "description": made.description,
            "inLanguage": "vi",
            "legislationIdentifier": cards.number(record) if record.number else "",
            "legislationType": words.name("types", record.type),
            "legislationDate": record.date.iso[:10] if record.date else "",
            "legislationDateVersion": record.modified.iso[:10] if record.modified else "",
            "legislationPassedBy": {"@type": "Organization", "name": words.name("organs", record.organ)},
            "legislationLegalForce": f"https://schema.org/{force}" if force else "",
            "temporalCoverage": f"{record.effective.iso[:10]}/{record.expires.iso[:10] if record.expires else '..'}"
            if record.effective
            else "",
            "isBasedOn": targets("legal_basis", "implements"),
            "legislationChanges": targets("replaces", "amends"),
            "citation": targets("cites", "related"),
            "legislationDateOfApplicability": record.effective.iso[:10] if record.effective else "",
            "expires": record.expires.iso[:10] if record.expires else "",
            "legislationJurisdiction": _jurisdiction(record, build),
            "keywords": [words.name("topics", topic) for topic in record.topics],
            "encoding": [_encoding(record, file, build) for file in record.files],
            "publisher": organization(build),
        }
    )


def _jurisdiction(record: Document, build: Build) -> str:
    """The place where a document holds: that of its organ."""
    words = build.library.words
    organ = words.entry("organs", record.organ)
    return words.name("places", organ.place) if organ and organ.place else ""


def _encoding(record: Document, file, build: Build) -> dict:
    """One file of a document."""
    facts = build.attachments.facts(build.content / record.key / file.path)
    address = build.absolute(addresses.of(record) + file.path)
    return {
        "@type": "LegislationObject",
        "name": file.label,
        "contentUrl": address,
        "encodingFormat": facts.mime,
        "contentSize": str(facts.size),
        "sha256": facts.sha256,
        "inLanguage": "vi",
    }


def _model(record: Model, build: Build, made: Head) -> dict:
    organ = {"@type": "Organization", "name": build.library.words.name("organs", record.unit)}
    author = organization(build) if record.source else organ  # what a source tells of an organ is retold by us
    steps = [
        _clean({"@type": "HowToStep", "position": n, "name": s.title, "text": s.text or s.title, "url": f"{made.canonical}#buoc_{n}"})
        for n, s in enumerate(record.steps, 1)
    ]
    return _clean(
        {
            "@context": "https://schema.org",
            "@type": "HowTo" if steps else "CreativeWork",
            "name": record.title,
            "description": made.description,
            "image": made.image,
            "url": made.canonical,
            "inLanguage": "vi",
            "step": steps,
            "author": author,
            "publisher": organization(build),
            "datePublished": made.published,
            "dateModified": made.modified,
        }
    )


def _collection(record: Collection, build: Build, made: Head) -> dict:
    goals = (build.library.record(key) for key in record.members)
    return _clean(
        {
            "@context": "https://schema.org",
            "@type": "Collection",
            "@id": made.canonical,
            "url": made.canonical,
            "name": record.title,
            "description": made.description,
            "inLanguage": "vi",
            "collectionSize": len(record.collects),
            "hasPart": [build.absolute(addresses.of(goal)) for goal in goals if goal],
            "publisher": organization(build),
            "datePublished": made.published,
            "dateModified": made.modified,
        }
    )


def entity(kind: str, key: str, build: Build, address: str, description: str) -> dict:
    """A unit as an Organization, a place as an AdministrativeArea, each with its days, what it lies in, what came before."""
    known = entities.lines(build, kind)
    entry, organ = entities.about(build, kind, key), kind == "unit"
    what = "Organization" if organ else "AdministrativeArea"

    def named(*keys: str) -> list[dict]:
        return [{"@type": what, "name": known.entries[k].name} for k in keys if k in known.entries]

    days = {"foundingDate": _iso(entry.valid_from), "dissolutionDate": _iso(entry.valid_to)}
    told = [("startDate", entry.valid_from), ("endDate", entry.valid_to)]
    place = build.library.words.entry("places", entry.place) if organ and entry.place else None
    own = (
        {**days, "legalName": entry.full_name, "parentOrganization": named(entry.parent), "areaServed": place.name if place else ""}
        if organ
        else {
            "containedInPlace": named(entry.parent),
            "additionalProperty": [{"@type": "PropertyValue", "name": n, "value": _iso(day)} for n, day in told if day],
        }
    )
    return _clean(
        {
            "@context": "https://schema.org",
            "@type": what,
            "@id": build.absolute(address),
            "url": build.absolute(address),
            "name": entry.name,
            "alternateName": [*entry.aliases, *(known.entries[k].name for k in known.origins(key))],
            "description": description,
            **own,
        }
    )


def _iso(moment: Moment | None) -> str:
    return moment.iso[:10] if moment else ""


_OF = {News: _news, Document: _document, Model: _model, Collection: _collection}


def of(record: Record, build: Build, made: Head) -> dict | None:
    """The record as schema.org knows it; None for plain pages."""
    describe = _OF.get(type(record))
    return describe(record, build, made) if describe else None


def _clean(data: dict) -> dict:
    return {k: v for k, v in data.items() if v not in ("", None, [], ())}
