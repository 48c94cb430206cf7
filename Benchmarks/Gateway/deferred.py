"""A gateway all of whose backlog waits for the end of quiet hours: how long the rules take to set it
aside, how soon an otp is away meanwhile and afterwards, and what a change of the rules costs.

    deferred.py [MESSAGES]

The backlog is written into the database while the gateway is down: it was accepted by day.
"""

import sqlite3
import statistics
import sys
import time

from laboratory import Laboratory, Usage

MESSAGES = int(next((a for a in sys.argv[1:] if a.isdigit()), 1_000_000))
OTPS = 51


def rules(first, last):
    """Quiet hours of marketing, in hours from now."""
    clock = [time.strftime("%H:%M", time.gmtime(time.time() + hours * 3600))
             for hours in (first, last)]
    return f'[sending]\ntime_zone = "UTC"\n[class.marketing]\nquiet_hours = "{"-".join(clock)}"\n'


def fill(lab):
    """The rows of the backlog, written behind the back of the gateway."""
    now = int(time.time() * 1000)
    database = sqlite3.connect(lab.path / "state/hermod.db")
    database.execute(
        """
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
        INSERT INTO messages (id, state, recipient, class, rank, text, requested_encoding, encoding,
          segment_count, reply_path, reject_duplicates, status_report, duplicates, accepted_at,
          expires_at, submitter, purpose, due_at, route)
        SELECT printf('A%025d', n), 'queued', printf('+4477%08d', n), 'marketing', 7, 'Hello', 'auto',
          'gsm7', 1, 0, 0, 1, 'hold', ?, ?, 'uid:0', 'ordinary', ?, ''
        FROM numbers
        """, (MESSAGES, now, now + 30 * 86_400_000, now))
    database.commit()
    database.close()


def set_aside(lab):
    database = sqlite3.connect(f"file:{lab.path}/state/hermod.db?mode=ro", uri=True)
    count = database.execute("SELECT count(*) FROM messages WHERE deferred = 1").fetchone()[0]
    database.close()
    return count


def measure_otp(lab, what):
    """Drops one otp after another, and reads in the record when the service centre had it."""
    dropped = {}
    for number in range(OTPS):
        recipient = f"+4478{number:08d}"
        dropped[recipient] = time.time()
        lab.drop(f"otp-{what.replace(' ', '-')}-{number}",
                 f"To: {recipient}\nClass: otp\n\n{what} {number}\n")
        time.sleep(0.03)
    own = lambda: [line for line in lab.record() if (line.get("text") or "").startswith(what)]
    lab.until(600, lambda: len(own()) == OTPS)
    times = sorted((line["time"] / 1000 - dropped["+" + line["recipient"].lstrip("+")]) * 1000
                   for line in own())
    print(f"otp {what}: from its file to the service centre {statistics.median(times):.0f} ms at "
          f"the median, {times[-1]:.0f} ms at the most", flush=True)


with Laboratory(4, record=True, gateway="") as lab:
    configuration = lab.path / "hermod.toml"
    plain = configuration.read_text()
    configuration.write_text(plain.replace("[spool]", rules(-2, 8) + "[spool]"))
    lab.start()
    lab.wait_for_modems(4)
    lab.stop()
    fill(lab)

    lab.start()
    lab.wait_for_answer()
    start = time.monotonic()
    lab.wait_for_modems(4)
    measure_otp(lab, "while the rules set the backlog aside")
    lab.until(3600, lambda: time.sleep(1) or set_aside(lab) == MESSAGES)
    print(f"{MESSAGES} messages set aside {time.monotonic() - start:.0f} s after the start",
          flush=True)
    before = Usage(lab.daemon).seconds
    measure_otp(lab, "when all of it waits")
    print(f"processor for each of those: {(Usage(lab.daemon).seconds - before) / OTPS * 1000:.1f} ms",
          flush=True)
    before = Usage(lab.daemon).seconds
    time.sleep(10)
    print(f"processor in 10 s in which nothing comes: {Usage(lab.daemon).seconds - before:.2f} s",
          flush=True)

    configuration.write_text(plain.replace("[spool]", rules(-2, 9) + "[spool]"))
    start = time.monotonic()
    lab.post("/v1/config/reload")
    print(f"a reload with other quiet hours answers after {time.monotonic() - start:.2f} s")
    measure_otp(lab, "after that reload")
    if len(lab.record()) != 3 * OTPS:
        raise SystemExit("something left in its quiet hours")
