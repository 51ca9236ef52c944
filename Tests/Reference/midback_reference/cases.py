"""Findings written down in a case: what is not listed has its "none, no, never" value."""

from .findings import Findings
from .truth import NO, YES

DEFAULTS = {"onset-speed": "gradual", "pain-trend": "same", "pain-severity-now": 4}
# Values that the evidence calls none, no or never although the finding has no "otherwise" of that kind.
NUMBERS_WITH_FALLBACK = {"pain-worst": "pain-severity-now", "pain-average": "pain-severity-now"}


def findings_of_case(definitions, given):
    """The findings of a case; both lanes agree, because nothing in a case is in doubt."""
    state = {}
    for one in definitions.values():
        value = given.get(one.id, DEFAULTS.get(one.id))
        state[one.id] = _state(one, value)
    for name, source in NUMBERS_WITH_FALLBACK.items():
        if state.get(name) is None:
            state[name] = state.get(source)
    unknown = set(given) - set(definitions)
    if unknown:
        raise ValueError(f"a case names findings that do not exist: {sorted(unknown)}")
    return Findings(definitions, state, state)


def _state(one, value):
    if one.kind == "number":
        return value
    if one.kind == "bool":
        return YES if value in (True, "yes") else NO
    if one.kind == "multi":
        wanted = {str(entry) for entry in (value if isinstance(value, list) else [value] if value else [])}
        stray = wanted - {entry for entry, *_ in one.values}
        if stray:
            raise ValueError(f"{one.id} has no value {sorted(stray)}")
        return {entry: YES if entry in wanted else NO for entry, *_ in one.values}
    if value is None:
        return {one.otherwise} if one.otherwise else set()
    if str(value) not in one.all_values():
        raise ValueError(f"{one.id} has no value {value!r}")
    return {str(value)}
