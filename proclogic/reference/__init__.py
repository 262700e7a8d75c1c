"""The reference evaluator: what `docs/meaning.md` says, in plain Python, by brute force over all worlds."""
