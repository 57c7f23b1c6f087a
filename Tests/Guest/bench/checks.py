"""Assertions whose message says what was expected and what was there instead."""

import re


def check(condition, what):
    """Fails with `what` unless the condition holds."""
    if not condition:
        raise AssertionError(what)


def equal(actual, expected, what):
    """Fails unless both are equal."""
    if actual != expected:
        raise AssertionError(f"{what}: expected {expected!r}, there was {actual!r}")


def matches(text, pattern, what):
    """Fails unless the pattern is found in the text; gives the match."""
    found = re.search(pattern, text)
    if not found:
        raise AssertionError(f"{what}: /{pattern}/ is not in {text[-400:]!r}")
    return found


def unchanged(before, after, what):
    """Fails unless two states of the shop, as dictionaries, are the same to the byte."""
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            raise AssertionError(f"{what} changed {name}: {before.get(name)!r} became "
                                 f"{after.get(name)!r}")
