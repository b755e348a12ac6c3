"""Loaded by schemathesis: leaves out requests whose head no server would read.

Random text can make a path, a query or headers of many kilobytes; such a request is answered before anything knows that it is for the API.
"""
import schemathesis

LONGEST_HEAD = 8_000


@schemathesis.hook
def filter_case(context, case):
    head = [case.formatted_path, *(part for values in (case.query, case.headers) if values for pair in values.items() for part in pair)]
    return sum(len(str(part).encode("utf-8", "replace")) for part in head) * 3 < LONGEST_HEAD
