"""From norms to a logic program: facts, one a line, over the fixed encodings in `proclogic/encodings/`."""

from __future__ import annotations

from proclogic.program.export import export

__all__ = ["export"]
