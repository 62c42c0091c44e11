"""The commands of ``pindu``, a module for each thing that one can do with it.

They import what is heavy (the engine, the library, the server) when they run,
so that ``pindu --help`` answers at once.
"""
