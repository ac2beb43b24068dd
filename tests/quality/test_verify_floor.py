"""Altered quotations are never taken for exact, and true ones always are.

`python -m benchmarks verify` counts more of them.
"""

from __future__ import annotations

from benchmarks.stories import write
from benchmarks.verifying import ALTERATIONS, JOINED, counted, opened


def test_no_altered_quotation_is_exact_and_every_true_one_is(tmp_path):
    write(tmp_path, 30)
    altered, true = counted(opened(tmp_path), 500)
    assert (altered.number, true.number) == (500, 500)
    assert altered.verdicts.keys() == {*ALTERATIONS, JOINED}
    assert altered.wrong == []
    assert true.wrong == []
