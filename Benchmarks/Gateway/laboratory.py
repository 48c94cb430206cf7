"""The real `hermod daemon` and `hermod simulate`, started for a measurement."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

HERMOD = os.environ.get("HERMOD", ".build/release/hermod")
TICKS = os.sysconf("SC_CLK_TCK")


class Laboratory:
    """Simulated modems, a gateway that uses them, and a directory for both; use as `with`."""

    def __init__(self, modems, record=False, wire=False, simulator=(), gateway=""):
        parent = os.environ.get("BENCH_DIRECTORY", tempfile.gettempdir())
        self.path = Path(tempfile.mkdtemp(prefix="hermod-bench-", dir=parent))
        self.outgoing = self.path / "spool/outgoing"
        self.staging = self.path / "spool/staging"
        self.staging.mkdir(parents=True)
        self.socket = str(self.path / "hermod.sock")
        self.daemon = None
        self.record_path = self.path / "record"
        self.record_offset, self.recorded = 0, []
        if record:
            simulator = ["--record", self.record_path, *simulator]
        if wire:
            simulator = ["--wire", self.path / "wire", *simulator]
        self.simulator = subprocess.Popen(
            [HERMOD, "simulate", "-n", str(modems), "--directory", self.path / "modems",
             "--config-out", self.path / "modems.toml", "--until-eof", *simulator],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        while self.simulator.stdout.readline().strip() != "# ready":
            if self.simulator.poll() is not None:
                raise SystemExit("hermod simulate did not start")
        (self.path / "hermod.toml").write_text(
            f'[gateway]\ncountry_code = "44"\nstate_directory = "{self.path}/state"\n'
            f'socket = "{self.socket}"\n{gateway}\n[spool]\ndirectory = "{self.path}/spool"\n\n'
            + (self.path / "modems.toml").read_text())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        self.simulator.stdin.close()
        self.simulator.wait()
        if "KEEP" in os.environ:
            print("kept:", self.path)
        else:
            shutil.rmtree(self.path, ignore_errors=True)

    def start(self):
        """Starts the gateway; the log goes to a file."""
        with open(self.path / "log", "a") as log:
            self.daemon = subprocess.Popen(
                [HERMOD, "daemon", "--config", self.path / "hermod.toml", "--log-level", "notice"],
                stdout=log, stderr=log)

    def stop(self):
        if self.daemon:
            self.daemon.terminate()
            self.daemon.wait()
            self.daemon = None

    def command(self, line):
        """A command for the simulator, and its answer."""
        self.simulator.stdin.write(line + "\n")
        self.simulator.stdin.flush()
        return self.simulator.stdout.readline().strip()

    def wait_for_accepted(self, count, limit="600s"):
        answer = self.command(f"wait accepted {count} {limit}")
        if not answer.startswith("ok"):
            raise SystemExit(f"not accepted: {answer}; the log ends: {self.log()}")

    def wait_for_modems(self, count, limit=60):
        self.until(limit, lambda: sum(
            modem["state"] in ("ready", "sending") for modem in self.get("/v1/modems")["modems"]
        ) == count)

    def wait_for_answer(self, limit=60):
        self.until(limit, lambda: self.get("/healthz") is not None)

    def until(self, limit, condition):
        end = time.monotonic() + limit
        while time.monotonic() < end:
            try:
                if condition():
                    return
            except (OSError, ValueError):
                pass
            time.sleep(0.01)
        raise SystemExit(f"waited {limit} s in vain; the log ends: {self.log()}")

    def log(self):
        return (self.path / "log").read_text()[-1500:]

    def drop(self, name, text):
        """A file, written elsewhere and renamed into `outgoing/`."""
        staged = self.staging / name
        staged.write_text(text)
        os.rename(staged, self.outgoing / name)

    def record(self):
        """What the service centre has accepted so far."""
        with open(self.record_path) as lines:
            lines.seek(self.record_offset)
            # The last line may still be on its way.
            whole = lines.read().rpartition("\n")[0]
        if whole:
            self.record_offset += len(whole.encode()) + 1
            self.recorded += map(json.loads, whole.split("\n"))
        return self.recorded

    def count(self, folder):
        with os.scandir(self.path / "spool" / folder) as entries:
            return sum(not entry.name.startswith(".") for entry in entries)

    def get(self, path):
        with Connection(self.socket) as connection:
            return connection.request("GET", path)[1]

    def post(self, path, body=None):
        with Connection(self.socket) as connection:
            return connection.request("POST", path, body)


class Connection:
    """HTTP over the Unix socket, kept open."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def request(self, method, path, body=None):
        """The status and the JSON of the answer."""
        data = b"" if body is None else json.dumps(body).encode()
        self.send(method, path, data)
        return self.receive()

    def send(self, method, path, data=b""):
        self.socket.sendall(
            f"{method} {path} HTTP/1.1\r\nHost: hermod\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(data)}\r\n\r\n".encode() + data)

    def receive(self):
        while b"\r\n\r\n" not in self.rest:
            self._more()
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        length = next(int(l.split(b":")[1]) for l in lines if l.startswith(b"content-length:"))
        while len(self.rest) < length:
            self._more()
        body, self.rest = self.rest[:length], self.rest[length:]
        return int(lines[0].split()[1]), json.loads(body) if body else None

    def _more(self):
        portion = self.socket.recv(65536)
        if not portion:
            raise OSError("the gateway hung up")
        self.rest += portion


class Usage:
    """What a process has used so far: seconds of processor, and memory in MiB."""

    def __init__(self, process):
        fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        self.seconds = (int(fields[11]) + int(fields[12])) / TICKS
        status = dict(line.split(":", 1) for line in
                      Path(f"/proc/{process.pid}/status").read_text().splitlines())
        self.memory = int(status["VmRSS"].split()[0]) / 1024
        self.peak = int(status["VmHWM"].split()[0]) / 1024
