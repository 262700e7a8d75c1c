"""Hypothesis profiles, and the line in the summary on what the two roads were compared on."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    max_examples=300,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.register_profile("campaign", settings.get_profile("ci"), max_examples=20_000, derandomize=False)
settings.load_profile(os.environ.get("PROCLOGIC_PROFILE", "ci"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how much was compared."""
    from tests.properties.counters import COMPARED as compared

    if any(compared.values()):
        terminalreporter.write_line(
            f"engine and reference compared on {compared['rulesets']} rulesets, {compared['worlds']} worlds, "
            f"and on {compared['questions']} questions"
        )
