"""Build memory: what must be read, made and written again, and the sessions that do it, with Pelican or without."""


def register() -> None:
    """Connects the press to Pelican, which is not imported before it asks."""
    from plugins.incremental import generator

    generator.connect()
