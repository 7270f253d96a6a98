"""Pelican's way to a build: its run takes the steps of one session, and its own writer has nothing to do.

The only module of the plugins that imports Pelican, when Pelican has loaded it."""

from contextlib import contextmanager

from pelican import signals
from pelican.generators import Generator

from plugins.context import progress
from plugins.incremental import gate
from plugins.incremental.session import Session, Stop

_SLOT = "HOUSE_SESSION"


class Press(Generator):
    """The one generator of this house: it reads when Pelican gathers, and prints when Pelican writes."""

    def generate_context(self):
        """Reads and judges the content."""
        session = Session(self.settings, progress.of_terminal(self.settings.get("QUIET", False)))
        self.settings[_SLOT] = session
        with _told(session):
            session.read()

    def generate_output(self, writer):
        """Makes the site."""
        session: Session = self.settings[_SLOT]
        with _told(session):
            outcome = session.publish()
        session.close()
        if not session.build.quiet:
            print(outcome.summary())

    def refresh_metadata_intersite_links(self):
        """Nothing to refresh: links are resolved when a page is viewed."""


@contextmanager
def _told(session: Session):
    """A step of a session: where it stops the build, that is printed, and nothing is left open."""
    try:
        yield
    except Stop as stop:
        session.close()
        print(stop)
        raise SystemExit(1) from None
    except BaseException:
        session.close()
        raise


def _gate(generators) -> None:
    session: Session = generators[0].settings[_SLOT]
    build = session.build
    try:
        gate.stand(build.problems, build.quiet, build.check_only, session.outcome.records)
    except SystemExit:
        session.close()
        raise


def _generators(pelican):
    return Press


def connect() -> None:
    """Connects the press to Pelican."""
    signals.get_generators.connect(_generators)
    signals.all_generators_finalized.connect(_gate)
