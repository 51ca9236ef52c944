"""The one expression language of the content: tokens, a parser, and walks over the tree.

A tree is a tuple: ("atom", id, operator, values) | ("macro", NAME) | ("not", tree) | ("and", trees)
| ("or", trees) | ("atleast", n, trees). The operator of an atom is one of yes = != in : >= <= > <.
"""

import re

from .truth import NO, UNKNOWN, YES, at_least

TOKEN = re.compile(r"\s*(?:(?P<op>>=|<=|!=|[=<>:(){},;])|(?P<word>[A-Za-z0-9_][A-Za-z0-9_-]*))")
MACRO = re.compile(r"^[A-Z][A-Z0-9_]*$")
COUNT = re.compile(r"^(ANY|N[1-9])$")
RESERVED = {"AND", "OR", "NOT"}
COMPARISONS = {">=", "<=", ">", "<"}


class ExpressionError(ValueError):
    """An expression that cannot be read."""


def tokens(text):
    """The words and signs of `text`."""
    found, position, text = [], 0, text.strip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match:
            raise ExpressionError(f"cannot read {text[position:position + 20]!r} in {text!r}")
        found.append(match.group("op") or match.group("word"))
        position = match.end()
    return found


def parse(text):
    """The tree of `text`."""
    parser = _Parser(tokens(text), text)
    tree = parser.alternatives()
    if parser.peek() is not None:
        raise ExpressionError(f"unexpected {parser.peek()!r} in {text!r}")
    return tree


class _Parser:
    """Recursive descent: NOT binds tighter than AND, AND tighter than OR."""

    def __init__(self, words, text):
        self.words, self.text, self.position = words, text, 0

    def peek(self):
        """The next word, or None."""
        return self.words[self.position] if self.position < len(self.words) else None

    def take(self, expected=None):
        """Reads one word."""
        word = self.peek()
        if word is None or (expected is not None and word != expected):
            raise ExpressionError(f"expected {expected or 'a word'}, found {word!r} in {self.text!r}")
        self.position += 1
        return word

    def alternatives(self):
        """Parts joined by OR."""
        parts = [self.conjunction()]
        while self.peek() == "OR":
            self.take()
            parts.append(self.conjunction())
        return parts[0] if len(parts) == 1 else ("or", tuple(parts))

    def conjunction(self):
        """Parts joined by AND."""
        parts = [self.negation()]
        while self.peek() == "AND":
            self.take()
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else ("and", tuple(parts))

    def negation(self):
        """A part, perhaps under NOT."""
        if self.peek() == "NOT":
            self.take()
            return ("not", self.negation())
        return self.primary()

    def primary(self):
        """Brackets, ANY, N2, a macro or an atom."""
        word = self.take()
        if word == "(":
            tree = self.alternatives()
            self.take(")")
            return tree
        if COUNT.match(word) and self.peek() == "(":
            return self.counted(1 if word == "ANY" else int(word[1:]))
        if word in RESERVED or not re.match(r"\w", word):
            raise ExpressionError(f"unexpected {word!r} in {self.text!r}")
        if MACRO.match(word):
            return ("macro", word)
        return self.atom(word)

    def counted(self, count):
        """The list of ANY or N2."""
        self.take("(")
        parts = [self.alternatives()]
        while self.peek() == ";":
            self.take()
            parts.append(self.alternatives())
        self.take(")")
        return ("or", tuple(parts)) if count == 1 else ("atleast", count, tuple(parts))

    def atom(self, name):
        """An atom that begins with this id."""
        sign = self.peek()
        if sign == "in":
            self.take()
            return ("atom", name, "in", self.braces())
        if sign in COMPARISONS or sign in {"=", "!=", ":"}:
            self.take()
            value = self.take()
            return ("atom", name, sign, (int(value) if sign in COMPARISONS else value,))
        return ("atom", name, "yes", ())

    def braces(self):
        """The values of `in`."""
        self.take("{")
        values = [self.take()]
        while self.peek() == ",":
            self.take()
            values.append(self.take())
        self.take("}")
        return tuple(values)


def expand(tree, macros):
    """`tree` with every macro replaced by its (already parsed) definition."""
    kind = tree[0]
    if kind == "macro":
        if tree[1] not in macros:
            raise ExpressionError(f"no macro {tree[1]}")
        return expand(macros[tree[1]], macros)
    if kind == "not":
        return ("not", expand(tree[1], macros))
    if kind in ("and", "or"):
        return (kind, tuple(expand(part, macros) for part in tree[1]))
    if kind == "atleast":
        return (kind, tree[1], tuple(expand(part, macros) for part in tree[2]))
    return tree


def atoms(tree):
    """Every atom of `tree`, in reading order."""
    kind = tree[0]
    if kind == "atom":
        yield tree
    elif kind == "not":
        yield from atoms(tree[1])
    elif kind in ("and", "or"):
        for part in tree[1]:
            yield from atoms(part)
    elif kind == "atleast":
        for part in tree[2]:
            yield from atoms(part)


def names(tree):
    """The ids that `tree` reads (macros must have been expanded)."""
    return {atom[1] for atom in atoms(tree)}


def evaluate(tree, read):
    """The three-valued truth of `tree`; `read(atom)` gives the truth of one atom."""
    kind = tree[0]
    if kind == "atom":
        return read(tree)
    if kind == "not":
        return 2 - evaluate(tree[1], read)
    if kind == "and":
        return _first_extreme(tree[1], read, NO, YES)
    if kind == "or":
        return _first_extreme(tree[1], read, YES, NO)
    if kind == "atleast":
        return at_least(tree[1], [evaluate(part, read) for part in tree[2]])
    raise ExpressionError(f"cannot evaluate {tree!r}")


def _first_extreme(parts, read, stop, start):
    """AND is the least of its parts and OR the greatest; the walk stops where nothing can change any more."""
    result = start
    for part in parts:
        truth = evaluate(part, read)
        if truth == stop:
            return stop
        if truth == UNKNOWN:
            result = UNKNOWN
    return result
