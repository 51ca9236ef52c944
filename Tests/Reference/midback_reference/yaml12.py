"""YAML read with the words of YAML 1.2: only true and false are booleans, so that yes and no stay codes."""

import re
from pathlib import Path

import yaml

_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):
    """A safe loader with its own list of booleans."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"),
                              list("tTfF"))


def load(path):
    """The content of one file."""
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=_Loader)


def load_folder(folder):
    """(path, content) of every YAML file directly in `folder`, by name."""
    return [(path, load(path)) for path in sorted(Path(folder).glob("*.yaml"))]
