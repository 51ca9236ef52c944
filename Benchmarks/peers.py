"""Peers beside the engine, on the same kind of decision: GoRules ZEN for the rules, pyAgrum for the posterior.

Skipped with a message when they are not installed: `pip install zen-engine pyagrum`.
"""
import json
import sys
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent


def best(work, rounds=5, times=200):
    """Microseconds a call, best of several rounds."""
    result = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(times):
            work()
        result = min(result, (time.perf_counter() - start) / times)
    return result * 1e6


def rules():
    for path in sorted((ROOT / "Content/redflags").glob("[0-9][0-9]-*.yaml")):
        yield from yaml.safe_load(path.read_text())["rules"]


def zen():
    """A decision table with as many rows as there are rules, each reading two inputs."""
    import zen as library

    rows = [
        {"_id": f"r{i}", "a": f"> {i % 9}", "b": f'"v{i % 7}"', "out": f'"{rule["id"]}"'}
        for i, rule in enumerate(rules())
    ]
    table = {
        "hitPolicy": "collect",
        "inputs": [
            {"id": "a", "name": "a", "type": "expression", "field": "a"},
            {"id": "b", "name": "b", "type": "expression", "field": "b"},
        ],
        "outputs": [{"id": "out", "name": "out", "type": "expression", "field": "out"}],
        "rules": rows,
    }
    graph = {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
            {"id": "t", "name": "t", "type": "decisionTableNode", "position": {"x": 0, "y": 0}, "content": table},
            {"id": "o", "name": "o", "type": "outputNode", "position": {"x": 0, "y": 0}},
        ],
        "edges": [
            {"id": "1", "type": "edge", "sourceId": "in", "targetId": "t"},
            {"id": "2", "type": "edge", "sourceId": "t", "targetId": "o"},
        ],
    }
    decision = library.ZenEngine().create_decision(json.dumps(graph))
    return best(lambda: decision.evaluate({"a": 5, "b": "v3"}))


def agrum():
    """Naive Bayes with the serious classes and 40 findings, all observed."""
    import pyagrum as library

    net = library.BayesNet()
    net.add(library.LabelizedVariable("c", "", 36))
    net.cpt("c").fillWith([1 / 36] * 36)
    for i in range(40):
        net.add(library.LabelizedVariable(f"f{i}", "", 2))
        net.addArc("c", f"f{i}")
        net.generateCPT(f"f{i}")
    engine = library.LazyPropagation(net)

    def ask():
        engine.setEvidence({f"f{i}": i % 2 for i in range(40)})
        engine.makeInference()
        return engine.posterior("c")

    return best(ask, times=50)


def main():
    figures = {}
    for name, work in [("zen_rules", zen), ("pyagrum_posterior", agrum)]:
        try:
            figures[name] = work()
        except ImportError as fault:
            print(f"{name}: skipped, not installed ({fault.name})", file=sys.stderr)
        except Exception as fault:  # a peer's fault must not hide our figures
            print(f"{name}: skipped, {type(fault).__name__}: {fault}", file=sys.stderr)
    if "--json" in sys.argv:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:18}{value:.1f}  µs a decision, peer")


if __name__ == "__main__":
    main()
