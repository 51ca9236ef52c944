"""A second implementation of Midback's rules and scores, written from the evidence and the content alone."""

from .assess import Engine

__all__ = ["Engine"]
