"""Figures, as texts in the language of Graphviz."""
