"""Tests that need a program of this computer beside Python are skipped where it is missing, and say so."""

from __future__ import annotations

import shutil

import pytest


def needs(program: str) -> pytest.MarkDecorator:
    """The mark of a test that starts a program."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"the program {program} is not on this computer")
