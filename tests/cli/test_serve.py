"""``foedera serve``: it says where it is, ends when told to, and refuses in words what it cannot do."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from foedera.cli.app import main

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "foedera", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_site_says_where_it_is_answers_logs_and_ends_at_a_signal() -> None:
    command = [sys.executable, "-m", "foedera", "serve", "--port", "0", "--prefix", "/foedera"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        address = next(word for word in process.stdout.readline().split() if word.startswith("http://"))
        assert address.endswith("/foedera/")
        with urllib.request.urlopen(f"{address}health") as response:  # noqa: S310 - a loopback address
            assert json.load(response)["status"] == "ok"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
        (line,) = process.stderr.read().splitlines()
    assert json.loads(line)["path"].endswith("/health")


def has_ipv6() -> bool:
    with socket.socket(socket.AF_INET6) as one:
        return one.connect_ex(("::1", 9)) != errno.EADDRNOTAVAIL


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no ::1")
def test_names_and_addresses_are_taken_as_people_write_them() -> None:
    command = [sys.executable, "-m", "foedera", "serve", "--port", "0", "--host", "[::1]", "--name", "Example.ORG"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        address = next(word for word in process.stdout.readline().split() if word.startswith("http://"))
        assert address.startswith("http://[::1]:")
        asked = urllib.request.Request(f"{address}about", headers={"Host": "example.org"})  # noqa: S310 - loopback
        with urllib.request.urlopen(asked) as response:  # noqa: S310 - a loopback address
            assert response.status == 200
        process.send_signal(signal.SIGTERM)


@pytest.mark.parametrize(
    ("arguments", "said", "status"),
    [
        (("--prefix", "no slash"), "is no path prefix", 2),
        (("--origin", "example.org"), "is no origin", 2),
        (("--name", "example.org:8765"), "is no host name", 2),
        (("--name", "http://example.org"), "is no host name", 2),
        (("--corpus", "/nowhere-at-all"), "no directory", 2),
        (("--source", "both-of-them"), "no source is called", None),
        (("--port", "70000"), "--port", 2),
    ],
)
def test_what_cannot_be_is_refused_in_words(arguments: tuple[str, ...], said: str, status: int | None) -> None:
    found = run("--port", "0", *arguments)
    assert said in found.stderr
    assert "Traceback" not in found.stderr
    assert found.returncode == status if status is not None else found.returncode in (1, 2)


STRICT = """
import ctypes, sys
PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN = 65, 1
if ctypes.CDLL(None).prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0):
    sys.exit(77)
from foedera.web.app import create_app
from foedera.web.serving.settings import Settings
create_app(Settings())
"""


def test_site_starts_where_the_systemd_unit_forbids_memory_that_is_written_and_run() -> None:
    unit = (ROOT / "examples" / "deployment" / "foedera.service").read_text("utf-8")
    assert "MemoryDenyWriteExecute=yes" in unit
    given = dict(pair.split("=", 1) for pair in re.findall(r"^Environment=(POLARS\S+)", unit, re.MULTILINE))
    done = subprocess.run([sys.executable, "-c", STRICT], env=os.environ | given, check=False, capture_output=True)
    if done.returncode == 77:
        pytest.skip("this kernel cannot forbid it")
    assert done.returncode == 0, done.stderr.decode()


def test_port_in_use_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        found = run("--port", str(taken.getsockname()[1]))
    assert "is in use" in found.stderr
    assert found.returncode == 1


def test_broken_corpus_is_told_with_its_problems(tmp_path: Path) -> None:
    (tmp_path / "instruments").mkdir()
    (tmp_path / "instruments" / "broken.yaml").write_text("kind: treaty\nid: broken\n")
    found = run("--port", "0", "--corpus", str(tmp_path))
    assert "error[E4" in found.stderr
    assert found.returncode == 1


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [one for one in sys.modules if one.startswith("foedera.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.setattr(sys, "argv", ["foedera", "serve", "--port", "0"])
    assert main() == 1
    assert "foedera[web]" in capsys.readouterr().err


def test_help_of_the_command_line_loads_no_web_framework() -> None:
    code = "import sys; from foedera.cli.app import main; main(); print('fastapi' in sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", code, "serve", "--help"], capture_output=True, text=True, check=True, env=os.environ
    )
    assert found.stdout.rstrip().endswith("False")
