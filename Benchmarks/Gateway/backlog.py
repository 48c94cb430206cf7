"""A gateway with a long backlog: how it starts, what memory it takes, how soon an otp is away.

    backlog.py [MESSAGES] [--files]

The backlog comes in as `.json` files of 10,000 messages, or, with `--files`, as one file for each
message, all of them in `outgoing/` before the gateway starts.
"""

import json
import os
import statistics
import sys
import time

from laboratory import Laboratory, Usage

MESSAGES = int(next((a for a in sys.argv[1:] if a.isdigit()), 1_000_000))
AS_FILES = "--files" in sys.argv
OTPS = 101


def fill(lab):
    """Puts the backlog into `outgoing/`."""
    if AS_FILES:
        for number in range(MESSAGES):
            with open(lab.outgoing / f"m{number}", "w") as file:
                file.write(f"To: +4477{number:08d}\nClass: marketing\n\nnumber {number}\n")
        # A scan takes only what has been left alone for ten seconds.
        os.sync()
        return
    for first in range(0, MESSAGES, 10_000):
        batch = [{"to": f"+4477{number:08d}", "class": "marketing", "text": f"number {number}"}
                 for number in range(first, min(first + 10_000, MESSAGES))]
        lab.drop(f"batch-{first}.json", json.dumps(batch))


def queued(lab):
    return lab.get("/v1/queue")["classes"]["marketing"]["states"]["queued"]


def measure_otp(lab, what):
    """Drops one otp after another, and reads in the record when the service centre had it."""
    dropped, mark = {}, what.replace(" ", "-")
    for number in range(OTPS):
        recipient = f"+4478{number:08d}"
        dropped[recipient] = time.time()
        lab.drop(f"otp-{mark}-{number}", f"To: {recipient}\nClass: otp\n\n{what} {number}\n")
        time.sleep(0.03)
    lab.until(60, lambda: sum(line.get("text", "").startswith(what) for line in lab.record()) == OTPS)
    times = sorted((line["time"] / 1000 - dropped["+" + line["recipient"].lstrip("+")]) * 1000
                   for line in lab.record() if line.get("text", "").startswith(what))
    print(f"otp, {what}: from its file to the service centre {statistics.median(times):.0f} ms at "
          f"the median, {times[OTPS * 95 // 100]:.0f} ms at 95 %", flush=True)


def say_memory(lab, when):
    usage = Usage(lab.daemon)
    print(f"memory {when}: {usage.memory:.0f} MiB resident, {usage.peak:.0f} MiB at the most",
          flush=True)


with Laboratory(4, record=True) as lab:
    if AS_FILES:
        lab.outgoing.mkdir(parents=True)
        fill(lab)
        time.sleep(10)
    lab.start()
    lab.wait_for_answer()
    lab.wait_for_modems(4)
    lab.post("/v1/queue/pause", {"class": "marketing"})
    start = time.monotonic()
    if AS_FILES:
        measure_otp(lab, "beside the files")
    else:
        fill(lab)
    lab.until(3600, lambda: time.sleep(0.5) or queued(lab) + len(lab.record()) >= MESSAGES)
    seconds = time.monotonic() - start
    print(f"{MESSAGES} messages accepted in {seconds:.0f} s: {MESSAGES / seconds:.0f} a second")
    say_memory(lab, "after intake")
    accepted = len(lab.record())
    lab.stop()

    # The pause has outlived the daemon: the time until it can be lifted is part of the start.
    start = time.monotonic()
    lab.start()
    lab.wait_for_answer()
    lab.post("/v1/queue/resume", {"class": "marketing"})
    lab.wait_for_accepted(accepted + 1)
    print(f"start to the first submission: {time.monotonic() - start:.2f} s", flush=True)
    say_memory(lab, "after that")
    measure_otp(lab, "during the backlog")
    time.sleep(5)
    say_memory(lab, "while it is sent")
