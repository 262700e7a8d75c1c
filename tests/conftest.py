"""Hypothesis profiles, and the line in the summary on what the two roads were compared on."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.properties.counters import COMPARED

settings.register_profile(
    "ci",
    max_examples=300,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.register_profile("campaign", settings.get_profile("ci"), max_examples=20_000, derandomize=False)
settings.load_profile(os.environ.get("PROCLOGIC_PROFILE", "ci"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of a parallel run hands its counts to the one that sums up."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["compared"] = dict(COMPARED)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Adds the counts of a worker that has finished."""
    for name, count in getattr(node, "workeroutput", {}).get("compared", {}).items():
        COMPARED[name] += count


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says how much was compared."""
    if any(COMPARED.values()):
        terminalreporter.write_line(
            f"engine and reference compared on {COMPARED['rulesets']} rulesets with {COMPARED['worlds']} worlds "
            f"(prime implicants), and on {COMPARED['questions']} questions (verdict, outcome, marks)"
        )
        terminalreporter.write_line(
            f"reference compared with {COMPARED['explanations']} explanations of {COMPARED['steps']} steps, and with "
            f"{COMPARED['changes']} changes that they show"
        )
        terminalreporter.write_line(
            f"reference held to {COMPARED['comparisons']} comparisons of {COMPARED['cells']} cells, with "
            f"{COMPARED['witnesses']} witnesses, and to {COMPARED['useless']} rules that are said to be without a use"
        )
