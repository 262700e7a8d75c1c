"""The commands by group: name, what it does in a few words; and the first screen."""

COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("Write", "find mistakes in rulesets"),
    "test": ("Write", "run the questions of queries/"),
    "query": ("Ask", "ask one question, of one ruleset or several"),
    "matrix": ("Ask", "who may do what, and where"),
    "explain": ("Ask", "why, why not, what would change it; what a code means"),
    "rulesets": ("Ask", "list the rulesets that can be asked by name"),
    "compare": ("Negotiate", "two rulesets side by side: who gains, who loses"),
    "conflicts": ("Write", "where a text fights itself, leaves a hole, or cannot work"),
    "fuzz": ("Write", "search a text with drawn cases, readings and edits"),
    "mapping": ("Negotiate", "what the words of one ruleset are called in another"),
    "assess": ("Negotiate", "hold rulesets to the asks of a position"),
    "report": ("Publish", "a paper: Word, HTML, PDF, a spreadsheet"),
    "graph": ("Publish", "draw who may do what, and the way of an actor to the floor"),
    "export": ("Publish", "write a ruleset as a program or as data"),
}
GROUPS = tuple(dict.fromkeys(group for group, _ in COMMANDS.values()))

EXAMPLES = (
    ("proclogic rulesets", "which texts can be asked"),
    ('proclogic query untoc-cop "Who may vote?"', "ask"),
    ("proclogic check my.rules", "find mistakes"),
)


def first_screen() -> str:
    """What `proclogic` alone prints: examples, the commands by group, and where to read on."""
    wide = max(len(example) for example, _ in EXAMPLES) + 3
    lines = ["proclogic reads rules of procedure and answers who may do what.", ""]
    lines += [f"  {example:<{wide}}{does}" for example, does in EXAMPLES]
    lines.append("")
    for group in GROUPS:
        lines.append(f"  {group:<12}{'  '.join(name for name, (of, _) in COMMANDS.items() if of == group)}")
    lines += [
        "",
        "It works on this computer only and sends nothing anywhere.",
        "More: proclogic COMMAND --help   or   proclogic explain CODE",
    ]
    return "\n".join(lines) + "\n"
