"""The trial site for stock Pelican: its own readers, generators, pagination and feeds, and the same templates in little as for Hugo.

`rival_pelican` lays it beside the content; it has nothing to do with the settings of the project."""

SITENAME = "Tỉnh đoàn Mẫu"
SITEURL = "https://tinhdoanmau.example"
AUTHOR = SITENAME
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
PATH = "content"
THEME = "theme"
ARTICLE_PATHS = ["tin-tuc", "van-ban", "mo-hinh"]
PAGE_PATHS = ["trang"]
STATIC_PATHS = ["anh"]
PAGE_URL, PAGE_SAVE_AS = "{slug}/", "{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "chuyen-muc/{slug}/", "chuyen-muc/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "chu-de/{slug}/", "chu-de/{slug}/index.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ""
ARCHIVES_SAVE_AS = "tat-ca/index.html"
YEAR_ARCHIVE_SAVE_AS = "nam/{date:%Y}/index.html"
DEFAULT_PAGINATION = 24
PAGINATED_TEMPLATES = {"index": None, "category": None, "tag": None, "period_archives": None}
PAGINATION_PATTERNS = ((1, "{url}", "{save_as}"), (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"))
DIRECT_TEMPLATES = ["index", "categories", "tags", "archives", "sitemap", "chimuc"]
SITEMAP_SAVE_AS = "sitemap.xml"
CHIMUC_SAVE_AS = "chi-muc.json"
FEED_DOMAIN = SITEURL
FEED_ALL_RSS = "rss/tat-ca.xml"
CATEGORY_FEED_RSS = "rss/chuyen-muc-{slug}.xml"
TAG_FEED_RSS = "rss/chu-de-{slug}.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = False
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.tables": {},
        "markdown.extensions.footnotes": {},
        "markdown.extensions.def_list": {},
        "markdown.extensions.toc": {},
    },
    "output_format": "html5",
}
