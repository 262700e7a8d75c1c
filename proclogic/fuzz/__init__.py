"""Hypothesis strategies over rulesets and questions."""
