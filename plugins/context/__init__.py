"""The language in which adapters meet: the library of records, view pieces, outputs and the build that carries them.

Knows the domain; knows no adapter."""
