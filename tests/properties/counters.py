"""What the two roads were compared on in this run."""

COMPARED = {"rulesets": 0, "worlds": 0, "questions": 0, "explanations": 0, "steps": 0, "changes": 0}
