"""Compares two rulesets: what each actor may do under the one and under the other, and a world that shows it."""
