"""Makes this folder importable: tests use factories.py from here."""
