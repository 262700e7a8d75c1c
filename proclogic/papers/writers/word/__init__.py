"""The Word writer: real styles, headings, tables, footnotes and tracked changes, in the user's own template if wished.

The only part that imports docx, so that no other command waits for it.
"""

from __future__ import annotations

from proclogic.papers.writers.word.writing import write

__all__ = ["write"]
