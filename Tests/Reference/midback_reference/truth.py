"""Truth values. NO < UNKNOWN < YES, so that AND is min, OR is max and NOT is a mirror (Kleene).

NOT_ASKED is a fourth value that only answers can have. A lane turns it into one of the other three:
rules read an item that nobody asked as NO, the evidence tables read it as UNKNOWN.
"""

NO, UNKNOWN, YES, NOT_ASKED = 0, 1, 2, 3

RULE_LANE = (NO, UNKNOWN, YES, NO)
EVIDENCE_LANE = (NO, UNKNOWN, YES, UNKNOWN)


def known(flag):
    """YES or NO for a Python truth value."""
    return YES if flag else NO


def at_least(count, values):
    """Whether at least `count` of the three-valued `values` hold."""
    values = list(values)
    if sum(1 for value in values if value == YES) >= count:
        return YES
    if sum(1 for value in values if value != NO) >= count:
        return UNKNOWN
    return NO
