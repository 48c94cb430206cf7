#!/bin/sh
# Fuzzes each target for SECONDS (default 60) and fails if one finds something, or if it ran without
# coverage, which would find nothing. What it finds goes to FailCases/TARGET, where the tests replay
# it for ever.
set -eu
cd "$(dirname "$0")"
seconds=${1:-60}
# Swift's own backtracer would swallow the crash, and libFuzzer would write no file.
export SWIFT_BACKTRACE=enable=no
mkdir -p .build
swift build --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address >.build/build.log 2>&1 || {
  tail -n 40 .build/build.log >&2
  exit 1
}
binaries=$(swift build --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address --show-bin-path)
for target in FuzzTPDU FuzzReassembly FuzzSession; do
  log=.build/$target.log
  mkdir -p ".build/corpus/$target" "Corpus/$target" "FailCases/$target"
  if ! "$binaries/$target" -max_total_time="$seconds" -max_len=512 -print_final_stats=1 \
    -artifact_prefix="FailCases/$target/" ".build/corpus/$target" "Corpus/$target" \
    "FailCases/$target" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "$target found something: see Fuzz/FailCases/$target" >&2
    exit 1
  fi
  grep -q 'cov:' "$log" || {
    echo "$target ran without coverage: see Fuzz/$log" >&2
    exit 1
  }
  echo "$target: $(grep 'stat::number_of_executed_units' "$log" | tr -s ' '), $(grep -o 'cov: [0-9]*' "$log" | tail -n 1)"
done
