"""Settings of the site while it is being written; what goes online uses publishconf.py.

What the site is called, its contacts, menus and words are not settings: they are data in content/du-lieu."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

SITEURL = "http://127.0.0.1:8000"
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
CACHE_PATH = str(ROOT / ".cache")
THEME = str(ROOT / "theme")
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"

# Order matters: pages first, then what lists them (feeds, sitemap), then the pictures they asked for, then writing.
PLUGINS = [
    "plugins.incremental",
    "plugins.editorial",
    "plugins.archive",
    "plugins.duties",
    "plugins.showcase",
    "plugins.collections",
    "plugins.search",
    "plugins.syndication",
    "plugins.media",
]

# Pelican's own articles, pages, feeds and copies are idle: the plugins above read, gate, render and write.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
THEME_STATIC_PATHS = []
DIRECT_TEMPLATES = []
READERS = {"rst": None, "html": None, "md": None}
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
CACHE_CONTENT = False
DELETE_OUTPUT_DIRECTORY = False
IGNORE_FILES = [".*", "_*", "~*", "*~", "*.swp"]
