"""Tests of generate.py and of the oracle: python -m unittest discover -s python-fixtures/tests -t python-fixtures."""
