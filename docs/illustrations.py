"""Draws the demonstration pictures into content/anh/: `python docs/illustrations.py [name …]`.

The pictures are ours and show nobody and no emblem. The same script and Pillow give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scenes_nature import SCENES as NATURE
from scenes_rooms import SCENES as ROOMS
from scenes_village import SCENES as VILLAGE
from scenes_youth import SCENES as YOUTH

SCENES = NATURE | ROOMS | VILLAGE | YOUTH
FOLDER = Path(__file__).resolve().parent.parent / "content" / "anh"


def main(names: list[str]) -> None:
    """Draws the named scenes, or all of them, as JPEG of 1600 × 900 pixels without metadata."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in names or SCENES:
        path = FOLDER / f"{name}.jpg"
        SCENES[name]().finished().save(path, "jpeg", quality=85, optimize=True, progressive=True)
        print(f"{path.name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
