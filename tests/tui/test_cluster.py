"""`--executor dask://HOST:PORT`: the same briefings, made by the workers of a cluster."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tui.cli import main

TEXT = "Mill fire {0}\n\nThe mill in Velmora burned down. “We ran {0} miles,” said Ilse Brandvik."


@pytest.mark.parametrize("address", ["dask://", "dask://host", "tcp://host:8786", "dask://a/b:1"])
def test_an_address_has_a_host_and_a_port(address, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--json", "--executor", address, "x.txt"])
    assert ended.value.code == 2
    assert "dask://HOST:PORT" in capsys.readouterr().err


def test_two_workers_one_of_which_is_killed_lose_nothing_and_give_nothing_twice(tmp_path):
    distributed = pytest.importorskip("distributed")
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(TEXT.format(number))
    kinds = ("DATA", "STATE", "CONFIG", "CACHE")
    homes = {
        name: os.environ | {f"XDG_{kind}_HOME": str(tmp_path / name) for kind in kinds}
        for name in ("cluster", "here")
    }
    command = [sys.executable, "-m", "tui", "--json"]
    here = subprocess.run(
        [*command, str(folder)], capture_output=True, env=homes["here"], check=True
    )
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        with subprocess.Popen(
            [*command, "--executor", address, str(folder)],
            stdout=subprocess.PIPE,
            env=homes["cluster"],
        ) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            pids = client.run(os.getpid)
            os.kill(next(iter(pids.values())), signal.SIGKILL)
            rest = process.stdout.read()
        assert process.returncode == 0
    assert first + rest == here.stdout
    assert len(here.stdout.splitlines()) == 60
