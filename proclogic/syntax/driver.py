"""Runs the parse table over words, and builds the tree of what it read.

Where a phrase may be several terminals that all fit, each is followed until only one is left: this decides within a
word or two. The number of ways followed at once is limited, so that time grows with the length of the text only.
"""

from __future__ import annotations

from proclogic.syntax.tables import END, Table
from proclogic.syntax.tokens import Lexicon, candidates
from proclogic.syntax.words import Words

WAYS = 12  # followed at once; sentences that can be read need four at most


class Token:
    """A terminal with its value, and the words it stands for."""

    __slots__ = ("end", "name", "start", "value")

    def __init__(self, name: str, value: object, start: int, end: int) -> None:
        self.name, self.value, self.start, self.end = name, value, start, end

    def __repr__(self) -> str:
        return f"{self.name}:{self.value!r}"


class Node:
    """A rule with its parts, and the words it stands for."""

    __slots__ = ("end", "kids", "name", "start")

    def __init__(self, name: str, kids: list[Node | Token], start: int, end: int) -> None:
        self.name, self.kids, self.start, self.end = name, kids, start, end

    def __repr__(self) -> str:
        return f"{self.name}({', '.join(map(repr, self.kids))})"

    def all(self, name: str) -> list[Node]:
        """The parts that are nodes of this name."""
        return [kid for kid in self.kids if kid.name == name and isinstance(kid, Node)]

    def node(self, name: str) -> Node | None:
        """The first part that is a node of this name."""
        return next((kid for kid in self.kids if kid.name == name and isinstance(kid, Node)), None)

    def token(self, name: str) -> Token | None:
        """The first part that is a token of this name."""
        return next((kid for kid in self.kids if kid.name == name and isinstance(kid, Token)), None)

    def tokens(self, name: str) -> list[Token]:
        """The parts that are tokens of this name."""
        return [kid for kid in self.kids if kid.name == name and isinstance(kid, Token)]


class Stack:
    """A state of the table with what led to it."""

    __slots__ = ("below", "part", "state")

    def __init__(self, state: int, part: Node | Token | None, below: Stack | None) -> None:
        self.state, self.part, self.below = state, part, below


class Stopped:
    """Where reading stopped: the word, and the stacks that could not go on there."""

    __slots__ = ("at", "stacks")

    def __init__(self, at: int, stacks: list[Stack]) -> None:
        self.at, self.stacks = at, stacks


def step(table: Table, stack: Stack, token: Token) -> Stack | None:
    """The stack after a token, or None when it does not fit."""
    states, rules = table.states, table.rules
    name = token.name
    while True:
        action = states[stack.state].get(name)
        if action is None:
            return None
        if action >= 0:
            return Stack(action, token, stack)
        stack = _reduced(states, rules[-1 - action], stack, token.start)


def _reduced(
    states: tuple[dict[str, int], ...],
    rule: tuple[str, str, int, tuple[int, ...], bool],
    stack: Stack,
    here: int,
) -> Stack:
    origin, name, length, parts, alone = rule
    taken: list[Node | Token] = []
    for _ in range(length):
        part = stack.part
        assert part is not None and stack.below is not None
        taken.append(part)
        stack = stack.below
    taken.reverse()
    kids: list[Node | Token] = []
    for part, use in zip(taken, parts, strict=True):
        if use == 1:
            kids.append(part)
        elif use == 2 and isinstance(part, Node):
            kids.extend(part.kids)
    node: Node | Token
    if alone and len(kids) == 1:
        node = kids[0]
    else:
        node = Node(name, kids, taken[0].start if taken else here, taken[-1].end if taken else here)
    return Stack(states[stack.state][origin], node, stack)


def finish(table: Table, stack: Stack, start: str, at: int) -> Node | None:
    """The tree, if what was read is a whole `start`."""
    states, rules, goal = table.states, table.rules, table.ends[start]
    while stack.state != goal:
        action = states[stack.state].get(END)
        if action is None or action >= 0:
            return None
        stack = _reduced(states, rules[-1 - action], stack, at)
    part = stack.part
    return part if isinstance(part, Node) else None


def parse(table: Table, lexicon: Lexicon, words: Words, start: str) -> Node | Stopped:
    """The tree of the words as a `start`, or where reading stopped.

    The longest phrase that fits is taken. Only if that leads nowhere, shorter ones are tried too ("at least one third",
    where "at least one" is a phrase).
    """
    first = _parse(table, lexicon, words, start, False)
    if isinstance(first, Node):
        return first
    second = _parse(table, lexicon, words, start, True)
    if isinstance(second, Node):
        return second
    return second if second.at > first.at else first


def _parse(table: Table, lexicon: Lexicon, words: Words, start: str, wide: bool) -> Node | Stopped:
    count = len(words)
    pending: list[list[Stack]] = [[] for _ in range(count + 1)]
    pending[0].append(Stack(table.starts[start], None, None))
    stopped = Stopped(0, [])
    for at in range(count):
        for stack in pending[at]:
            moved = False
            for end, options in candidates(lexicon, words, at):
                for name, value in options:
                    after = step(table, stack, Token(name, value, at, end))
                    if after is not None:
                        moved = True
                        if len(pending[end]) < WAYS:
                            pending[end].append(after)
                if moved and not wide:
                    break
            if not moved:
                if at > stopped.at:
                    stopped = Stopped(at, [])
                stopped.stacks.append(stack)
        pending[at] = []
    for stack in pending[count]:
        tree = finish(table, stack, start, count)
        if tree is not None:
            return tree
    return Stopped(count, pending[count]) if pending[count] else stopped


def accepted(table: Table, stack: Stack) -> set[str]:
    """The terminals that can really come next."""
    at = stack.part.end if stack.part else 0
    return {
        name
        for name in table.states[stack.state]
        if (name.isupper() or name == END) and name != END and step(table, stack, Token(name, "", at, at)) is not None
    }
