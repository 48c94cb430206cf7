"""How soon a file is on the wire, and how little the gateway adds to the modems' own time.

    first-light.py [FILES]

Reads the wire log of the simulator: what the modem sees, and when.
"""

import json
import statistics
import sys
import time

from laboratory import Laboratory

FILES = int(sys.argv[1]) if len(sys.argv) > 1 else 50
PROMPT, SUBMIT, MODEMS, MESSAGES = 0.080, 2.500, 4, 40


def wire(lab):
    with open(lab.path / "wire") as lines:
        return [json.loads(line) for line in lines.read().rpartition("\n")[0].splitlines()]


def submissions(lab):
    """The moments, in seconds, at which a modem got the first octet of an `AT+CMGS`."""
    return [line["time_us"] / 1e6 for line in wire(lab)
            if line["direction"] == "to-modem" and line["line"].startswith("AT+CMGS=")]


def pickup():
    """From the rename into `outgoing/` to `AT+CMGS`, on a gateway that has nothing else to do."""
    with Laboratory(1, wire=True) as lab:
        lab.start()
        lab.wait_for_answer()
        lab.wait_for_modems(1)
        dropped = []
        for number in range(FILES):
            dropped.append(time.monotonic())
            lab.drop(f"m{number}", f"To: +4477009{number:05d}\n\nmessage {number}\n")
            lab.wait_for_accepted(number + 1)
            lab.until(10, lambda: lab.count("sent") == number + 1)
        delays = sorted((at - since) * 1e3 for at, since in zip(submissions(lab), dropped))
        assert len(delays) == FILES, f"{len(delays)} submissions of {FILES}"
        print(f"from the rename to AT+CMGS on the wire: {statistics.median(delays):.1f} ms at the "
              f"median of {FILES}, {delays[-1]:.1f} ms at the most", flush=True)


def share():
    """Modems that take their time never wait for the host."""
    with Laboratory(MODEMS, wire=True, simulator=["--prompt-latency", f"{PROMPT * 1e3:.0f}ms",
                    "--submit-latency", f"{SUBMIT * 1e3:.0f}ms"]) as lab:
        lab.start()
        lab.wait_for_answer()
        lab.wait_for_modems(MODEMS)
        for number in range(MESSAGES):
            lab.drop(f"m{number}", f"To: +4477009{number:05d}\n\nmessage {number}\n")
        lab.wait_for_accepted(MESSAGES)
        lab.until(30, lambda: lab.count("sent") == MESSAGES)
        begun = min(submissions(lab))
        ended = max(line["time_us"] / 1e6 for line in wire(lab)
                    if line["direction"] == "to-host" and line["line"].startswith("+CMGS:"))
        ideal = MESSAGES / MODEMS * (PROMPT + SUBMIT)
        print(f"{MESSAGES} messages on {MODEMS} modems, prompt {PROMPT * 1e3:.0f} ms, submission "
              f"{SUBMIT * 1e3:.0f} ms: {ended - begun:.2f} s, the ideal {ideal:.2f} s, "
              f"{100 * ((ended - begun) / ideal - 1):.2f} % more", flush=True)


pickup()
share()
