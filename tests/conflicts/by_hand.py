"""A change of a text as `conflicts` tells it, made in the text itself, as a drafter would who has only the words."""

from __future__ import annotations

import re
from collections.abc import Callable

_BLOCK = r"(?m)^{number}(?=\s)(?P<space>\s+)(?P<body>.*(?:\n[ \t]+.*)*)"
_WHERE = r"rule (?P<number>\S+?)(?:, (?P<nth>\w+) sentence)?"
_NTH = ("first", "second", "third", "fourth", "fifth")
_BESIDE = re.compile(r"\n\s+(?:Layer|Accepted|Certainty|Note|Dispute|Reading)\b", re.ASCII)


Edit = Callable[[str], str]


def changed(text: str, told: str) -> str:
    """The text with a change that is told in words."""
    told = told.removeprefix("for example, ")
    if found := re.fullmatch(r"at the top: “(.+)” becomes “(.+)”", told):
        return _once(text, found[1], found[2])
    if found := re.fullmatch(r"declare “(.+)” as a quality: “(.+)”", told):
        return re.sub(rf"(?m)^Status: (?:an? )?{re.escape(found[1])}\b", found[2], text)
    if found := re.fullmatch(r"add a rule: “(.+)”", told):
        return f"{text.rstrip()}\n9999   {found[1]}\n"
    edits: tuple[tuple[str, Callable[[re.Match[str]], Edit]], ...] = (
        (r": add “(?P<a>.+)”", lambda m: lambda s: f"{s.rstrip('.')}, {m['a']}."),
        (r": delete “(?P<a>.+)”", lambda m: lambda s: _without(s, m["a"])),
        (r": “(?P<a>.+)” becomes “(?P<b>.+)”", lambda m: lambda s: _once(s, m["a"], m["b"])),
        (r": delete", lambda m: lambda s: ""),
    )
    for form, edit in edits:
        if found := re.fullmatch(_WHERE + form, told):
            return _with(text, found["number"], found["nth"], edit(found))
    raise AssertionError(f"no drafter can read this: {told}")


def _with(text: str, number: str, nth: str | None, edit: Edit) -> str:
    """The text with a sentence of a provision edited, or an item of a list."""
    block = _block(text, number)
    if block is None:
        above, label = re.fullmatch(r"(.+)(\(\w+\))", number).groups()  # type: ignore[union-attr]
        block = _block(text, above)
        assert block is not None, (number, text)
        item = re.search(rf"{re.escape(label)}\s+(?P<item>[^;]+?)(?=;|\.\s*$)", block["body"])
        assert item is not None, (number, text)
        start = block.start("body")
        made = edit(f"{item['item']}.").rstrip(".")
        return text[: start + item.start("item")] + made + text[start + item.end("item") :]
    body = block["body"]
    cut = _BESIDE.search(body)
    said, beside = (body[: cut.start()], body[cut.start() :]) if cut else (body, "")
    sentences = re.split(r"(?<=\.)\s+", " ".join(said.split()))
    if nth is None:
        assert len(sentences) == 1 or edit("x") == "", sentences
        sentences = [edit(sentences[0])] if len(sentences) == 1 else []
    else:
        sentences[_NTH.index(nth)] = edit(sentences[_NTH.index(nth)])
    left = " ".join(s for s in sentences if s)
    made = f"{number}{block['space']}{left}{beside}" if left else ""
    return text[: block.start()] + made + text[block.end() :]


def _block(text: str, number: str) -> re.Match[str] | None:
    return re.search(_BLOCK.format(number=re.escape(number)), text)


def _without(sentence: str, words: str) -> str:
    assert sentence.count(words) == 1, (sentence, words)
    left = " ".join(sentence.replace(words, "").split()).replace(" .", ".").replace(" ,", ",")
    left = left.replace(",.", ".").lstrip(" ,")
    return left[:1].upper() + left[1:]


def _once(text: str, words: str, new: str) -> str:
    assert text.count(words) == 1, (text, words)
    return text.replace(words, new)
