#!/bin/sh
# Measures what the codec does in a second, on one core.
set -eu
cd "$(dirname "$0")"
swift build -c release --quiet
exec "$(swift build -c release --show-bin-path)/CodecBenchmark"
