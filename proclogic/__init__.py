"""proclogic reads rules of procedure and answers who may do what, on which footing, and by which rule."""

__version__ = "0.1.0"
