"""A worker of its own for what needs no language model, ready long before the model is.

Its socket is the first argument, the bytes of memory that it may use the second, or 0.
"""

from __future__ import annotations

import gc
import signal
import sys

from briefing.engine.confining import forbid_network
from briefing.engine.local_sockets import connection, inherited
from briefing.engine.worker import serve
from briefing.tables import ENGLISH


def main() -> None:
    """Load what every article needs, and serve over the socket."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the program alone
    gc.disable()  # nothing loaded now is garbage
    forbid_network()
    from briefing import analysis  # noqa: F401
    from briefing.languages.words import stemmer, stop_words

    stemmer(ENGLISH)
    stop_words(ENGLISH)
    gc.freeze()
    gc.enable()
    serve(connection(inherited(sys.argv[1])), int(sys.argv[2]) or None)


if __name__ == "__main__":
    main()
