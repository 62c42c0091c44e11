"""Alembic's migrations, run by ``schema.py``; one file a change, never edited once released."""
