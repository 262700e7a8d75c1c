"""Papers for the room: what a ruleset gives, or two of them side by side, gathered into one document."""
