#!/bin/sh
# Measures what the codec and the classifier of replies do in a second, on one core.
set -eu
cd "$(dirname "$0")"
swift build -c release --quiet
directory=$(swift build -c release --show-bin-path)
"$directory/CodecBenchmark"
"$directory/OptOutBenchmark"
