"""Settings of the site as it goes online: pelicanconf.py with the public address."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

SITEURL = "https://tinhdoanmau.example"
