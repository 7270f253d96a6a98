"""Draws the demonstration pictures into content/anh/: `python docs/illustrations/draw.py [name …]`.

The pictures are ours and show nobody and no emblem. The same script and Pillow give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import scenes_help
import scenes_nature
import scenes_reading
import scenes_signs
import scenes_village
import scenes_work
import scenes_youth

MODULES = (scenes_nature, scenes_reading, scenes_help, scenes_village, scenes_work, scenes_youth, scenes_signs)
SCENES = {name: scene for module in MODULES for name, scene in module.SCENES.items()}
FOLDER = Path(__file__).resolve().parent.parent.parent / "content" / "anh"


def main(names: list[str]) -> None:
    """Draws the named scenes, or all of them, as JPEG of 1600 × 900 pixels without metadata."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in names or SCENES:
        path = FOLDER / f"{name}.jpg"
        SCENES[name]().finished().save(path, "jpeg", quality=85, optimize=True, progressive=True)
        print(f"{path.name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
