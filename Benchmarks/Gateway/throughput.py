"""How many messages a second go through the gateway, on modems that answer at once.

    throughput.py [MESSAGES] [MODEMS]

Twice: from the moment that the first of many files is renamed into `outgoing/` until the last result
lies in `sent/`; and the same for messages that wait in the queue already. All with full durability.
The simulator runs on the same machine, so its share of the processors is shown apart.
"""

import os
import sys
import time

from laboratory import Laboratory, Usage

MESSAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
MODEMS = int(sys.argv[2]) if len(sys.argv) > 2 else 16


def report(what, count, seconds, before, after):
    gateway = (after[0].seconds - before[0].seconds) / count * 1e6
    simulator = (after[1].seconds - before[1].seconds) / count * 1e6
    print(f"{what:<28} {count / seconds:7.0f} messages/s   per message: gateway "
          f"{gateway:4.0f} us, simulator {simulator:4.0f} us of processor; {after[0].memory:.0f} MiB",
          flush=True)


def usage(lab):
    return Usage(lab.daemon), Usage(lab.simulator)


with Laboratory(MODEMS) as lab:
    lab.start()
    lab.wait_for_answer()
    lab.wait_for_modems(MODEMS)

    names = [f"m{number}" for number in range(MESSAGES)]
    for number, name in enumerate(names):
        (lab.staging / name).write_text(f"To: +4477009{number:05d}\n\nmessage {number}\n")
    before, start = usage(lab), time.monotonic()
    for name in names:
        os.rename(lab.staging / name, lab.outgoing / name)
    lab.wait_for_accepted(MESSAGES)
    accepted = time.monotonic() - start
    while lab.count("sent") < MESSAGES:
        time.sleep(0.02)
    report("file to result file", MESSAGES, time.monotonic() - start, before, usage(lab))
    print(f"{'file to service centre':<28} {MESSAGES / accepted:7.0f} messages/s", flush=True)

    lab.post("/v1/queue/pause")
    for first in range(0, MESSAGES, 500):
        numbers = range(first, min(first + 500, MESSAGES))
        status, answer = lab.post("/v1/messages", {
            "to": [f"+4477009{number:05d}" for number in numbers], "text": "Hello"})
        assert status == 202, answer
    before, start = usage(lab), time.monotonic()
    lab.post("/v1/queue/resume")
    lab.wait_for_accepted(2 * MESSAGES)
    report("queue to service centre", MESSAGES, time.monotonic() - start, before, usage(lab))
