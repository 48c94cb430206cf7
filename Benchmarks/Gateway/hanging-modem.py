"""What a modem that hangs for ever costs the others: their throughput with it and without it.

    hanging-modem.py [MESSAGES [ROUNDS]]

Each round sends MESSAGES through two simulated modems, and then through the same two beside a third
that hangs when the messages come. The modems take 200 ms over a message, so that the figure is theirs
and not that of the machine. The exit status is 1 where the others lose more than 2 %.
"""

import statistics
import sys
from datetime import datetime

from laboratory import Laboratory

MESSAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 200
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3
LATENCY = ["--prompt-latency", "2ms", "--submit-latency", "200ms"]


def rate(modems, hanging=None):
    """Messages a second through all modems but the hanging one, from their first to their last."""
    with Laboratory(modems, record=True, simulator=LATENCY) as lab:
        lab.start()
        lab.wait_for_answer()
        lab.wait_for_modems(modems)
        if hanging:
            lab.command(f"fault {hanging} dead")
        for number in range(MESSAGES):
            lab.drop(f"m{number}", f"To: +4477009{10000 + number}\nReport: no\n\nmessage {number}\n")
        # One message is in the hands of the modem that hangs.
        lab.wait_for_accepted(MESSAGES - bool(hanging))
        times = sorted(moment(entry["time"]) for entry in lab.record()
                       if entry["modem"] != hanging)
        # The last few wait for the slower of the modems, in both cases.
        times = times[:-4]
        return (len(times) - 1) / (times[-1] - times[0])


def moment(time):
    return datetime.fromisoformat(time).timestamp() if isinstance(time, str) else time / 1000


without, beside = [], []
for number in range(ROUNDS):
    without.append(rate(2))
    beside.append(rate(3, "modem3"))
    print(f"round {number + 1}: {without[-1]:.3f} messages/s without it, {beside[-1]:.3f} beside it",
          flush=True)
loss = 100 * (1 - statistics.median(beside) / statistics.median(without))
print(f"a modem that hangs costs the others {loss:.2f} % "
      f"(median of {ROUNDS} rounds of {MESSAGES} messages)")
sys.exit(loss > 2)
