"""What the trials of the build memory share: the sample site built once, by short lists."""

from pathlib import Path

import pytest

from tests.site.incremental_site import Site, narrow, sample


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The folder of the sample site with its output and its memory; to be copied, never changed."""
    with pytest.MonkeyPatch.context() as patch:
        narrow(patch)
        site = Site(tmp_path_factory.mktemp("mau"))
        site.lay(sample())
        assert site.differences() == []
    return site.root
