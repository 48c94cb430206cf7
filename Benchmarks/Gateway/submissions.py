"""How many requests `POST /v1/messages` the gateway takes in a second, each durable when answered.

    submissions.py [REQUESTS] [CONNECTIONS]

Each request is a message of its own; a connection sends its next one when the last is answered.
"""

import json
import selectors
import statistics
import sys
import time

from laboratory import Connection, Laboratory, Usage

REQUESTS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
CONNECTIONS = int(sys.argv[2]) if len(sys.argv) > 2 else 32


def body(number):
    return json.dumps({"to": f"+4477009{number:05d}", "text": f"message {number}"}).encode()


with Laboratory(1) as lab:
    lab.start()
    lab.wait_for_answer()
    lab.post("/v1/queue/pause")
    selector = selectors.DefaultSelector()
    started, latencies, sent = {}, [], 0
    before, start = Usage(lab.daemon), time.monotonic()
    for _ in range(CONNECTIONS):
        connection = Connection(lab.socket)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        started[connection] = time.monotonic()
        connection.send("POST", "/v1/messages", body(sent))
        sent += 1
    while len(latencies) < REQUESTS:
        for key, _ in selector.select():
            connection = key.data
            status, answer = connection.receive()
            assert status == 202, (status, answer)
            latencies.append(time.monotonic() - started[connection])
            if sent < REQUESTS:
                started[connection] = time.monotonic()
                connection.send("POST", "/v1/messages", body(sent))
                sent += 1
    seconds = time.monotonic() - start
    after = Usage(lab.daemon)
    latencies.sort()
    queued = lab.get("/v1/queue")["states"]["queued"]
    assert queued == REQUESTS, f"{queued} messages of {REQUESTS} are in the queue"
    print(f"{REQUESTS / seconds:.0f} requests/s on {CONNECTIONS} connections, each durable; "
          f"median {statistics.median(latencies) * 1e3:.1f} ms, "
          f"99 % under {latencies[len(latencies) * 99 // 100] * 1e3:.1f} ms; gateway "
          f"{(after.seconds - before.seconds) / REQUESTS * 1e6:.0f} us of processor a request")
