"""Tests of the neural recogniser, and what tests that need it are marked with."""

import pytest

from kgtui.recognition import is_available

needs_recogniser = pytest.mark.skipif(not is_available(), reason="needs pip install 'kgtui[ner]'")
