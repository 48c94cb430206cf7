#!/usr/bin/env python3
"""What a modem that hangs for ever costs the others: their throughput with it and without it.

    Benchmarks/hanging_modem.py [HERMOD [MESSAGES [ROUNDS]]]

Each round sends MESSAGES through two simulated modems, and then through the same two beside a third
that hangs when the messages come. The modems take 200 ms over a message, so that the figure is theirs
and not that of the machine. The exit status is 1 where the others lose more than 2 %.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERMOD = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/debug/hermod")
MESSAGES = int(sys.argv[2]) if len(sys.argv) > 2 else 200
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
OPTIONS = ["--prompt-latency", "2ms", "--submit-latency", "200ms"]


def status(environment):
    answer = subprocess.run([HERMOD, "status", "--json"], env=environment, capture_output=True)
    return json.loads(answer.stdout)["modems"] if answer.returncode == 0 else []


def rate(modems, hanging):
    """Messages a second through all modems but the hanging one, from their first to their last."""
    directory = tempfile.mkdtemp(prefix="hermod-bench-")
    environment = dict(os.environ, HERMOD_SOCKET=directory + "/hermod.sock")
    simulator = subprocess.Popen(
        [HERMOD, "simulate", "-n", str(modems), "--directory", directory + "/modems", "--record",
         directory + "/record", "--config-out", directory + "/modems.toml", "--until-eof"] + OPTIONS,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    daemon = None
    try:
        while simulator.stdout.readline() not in ("# ready\n", ""):
            pass
        with open(directory + "/hermod.toml", "w") as file:
            file.write(f'[gateway]\ncountry_code = "44"\nstate_directory = "{directory}/state"\n'
                       f'socket = "{directory}/hermod.sock"\n[spool]\ndirectory = "{directory}/spool"\n')
            file.write(open(directory + "/modems.toml").read())
        daemon = subprocess.Popen([HERMOD, "daemon", "--config", directory + "/hermod.toml",
                                   "--log-level", "error"])
        while [m["state"] for m in status(environment)].count("ready") < modems:
            time.sleep(0.1)
        if hanging:
            simulator.stdin.write(f"fault {hanging} dead\n")
            simulator.stdin.flush()
            simulator.stdout.readline()
        for number in range(MESSAGES):
            name = f"{directory}/spool/outgoing/.m{number}"
            with open(name, "w") as file:
                file.write(f"To: +4477009{10000 + number}\nReport: no\n\nmessage {number}\n")
            os.rename(name, f"{directory}/spool/outgoing/m{number}")
        # One message is in the hands of the modem that hangs.
        simulator.stdin.write(f"wait accepted {MESSAGES - bool(hanging)} 600s\n")
        simulator.stdin.flush()
        if not simulator.stdout.readline().startswith("ok"):
            sys.exit("the messages were not sent within ten minutes")
        times = sorted(entry["time"] for entry in map(json.loads, open(directory + "/record"))
                       if entry["modem"] != hanging)
        # The last few wait for the slower of the modems, in both cases.
        times = times[:-4]
        unit = 1e6 if times[0] > 1e14 else 1e3 if times[0] > 1e11 else 1
        return (len(times) - 1) / ((times[-1] - times[0]) / unit)
    finally:
        if daemon:
            daemon.terminate()
            daemon.wait()
        simulator.stdin.close()
        simulator.wait()
        shutil.rmtree(directory, ignore_errors=True)


without, beside = [], []
for number in range(ROUNDS):
    without.append(rate(2, None))
    beside.append(rate(3, "modem3"))
    print(f"round {number + 1}: {without[-1]:.3f} messages/s without it, {beside[-1]:.3f} beside it",
          flush=True)
loss = 100 * (1 - statistics.median(beside) / statistics.median(without))
print(f"a modem that hangs costs the others {loss:.2f} % (median of {ROUNDS} rounds of {MESSAGES} messages)")
sys.exit(loss > 2)
