"""Use-cases: what a reader can do. Owns the transactions; knows no Flask."""
