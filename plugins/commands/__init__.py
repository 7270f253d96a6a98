"""What stands behind tasks.py: one module per story (the environment, the command line, a build, the server).

The composition root: it may know every plugin, and no plugin knows it."""
