"""What happens to prepared comparisons between two builds: a new one, other models in it, sometimes one too few.

An edit like those of `incremental_edits`."""

import random

from tests.site import incremental_site as sites
from tests.site.incremental_site import Site


def compare(site: Site, die: random.Random) -> None:
    """Other models side by side, in another order, perhaps in a comparison of its own."""
    models = [f"mo-hinh/{path.stem}" for path in sorted((site.content / "mo-hinh").glob("*.md"))]
    chosen = die.sample(models, min(die.choice((1, 2, 2, 3, 3, 4)), len(models)))
    path = site.content / "so-sanh" / die.choice(("hai-mo-hinh.md", "bang-khac.md"))
    path.parent.mkdir(exist_ok=True)
    path.write_text(sites.comparison(die.randint(1, 9), chosen, die.choice(sites.PHRASES)), encoding="utf-8")
