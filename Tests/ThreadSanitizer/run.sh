#!/bin/bash
# Runs the tests of the gateway under the thread sanitizer; fails where a test does, or where any
# process that a test starts reports a race. `run.sh FILTER...` runs the tests that match instead.
#
# The build is one of its own, in .build-tsan: everything is compiled anew for it.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=Tests/ThreadSanitizer
swift=${SWIFT:-swift}
scratch=.build-tsan
toolchain=$(dirname "$(readlink -f "$(command -v "$swift")")")
annotations=$PWD/$scratch/RuntimeAnnotations.o
linked=(-Xlinker "$annotations" -Xlinker --wrap=__tsan_external_write)
reports=$PWD/$scratch/reports

# The daemon that a test starts writes here as well, whatever becomes of its exit status.
export TSAN_OPTIONS="log_path=$reports/race"
# The backtracer of Swift would take a crash for its own, and hold the test up.
export SWIFT_BACKTRACE=enable=no

# The sanitizer lays memory out at fixed places, and can fail to where the kernel randomizes more.
fixed=()
setarch -R true 2>/dev/null && fixed=(setarch -R)

begin() {
  rm -rf "$reports"
  mkdir -p "$reports"
}

found() { cat "$reports"/race.* 2>/dev/null; }

# Whether the sanitizer works here at all, and finds nothing where there is nothing.
check() {
  local name=$1
  "$toolchain/swiftc" -sanitize=thread -swift-version 6 -Onone -g \
    -module-name "$name" "$here/$name.swift" "${linked[@]}" -o "$scratch/$name"
  begin
  "${fixed[@]}" "$scratch/$name" >"$scratch/$name.log" 2>&1
}

mkdir -p "$scratch"
"$toolchain/clang" -std=gnu11 -Wall -Wextra -Werror -O1 -fPIC -c "$here/RuntimeAnnotations.c" \
  -o "$annotations"

if check DeliberateRace || (($(found | grep -c "^WARNING: ThreadSanitizer") < 1)); then
  echo "The thread sanitizer does not work here: it finds no race in $here/DeliberateRace.swift." >&2
  cat "$scratch/DeliberateRace.log" >&2
  exit 1
fi
if ! check NoRace; then
  echo "The thread sanitizer finds races in $here/NoRace.swift, where there are none:" >&2
  echo "$here/RuntimeAnnotations.c does not fit this version of Swift." >&2
  found >&2
  cat "$scratch/NoRace.log" >&2
  exit 1
fi

flags=(--scratch-path "$scratch" --sanitize=thread --explicit-target-dependency-import-check error
  "${linked[@]}")
"$swift" build "${flags[@]}" --build-tests

# One target after the other: tests that wait with a blocking call hold up a thread that others need.
tests=('^GatewayTests\.' '^StorageTests\.' '^SpoolTests\.' '^SerialIOTests\.' '^SimulationTests\.'
  '^EndToEndTests\.FirstLightTests')
(($# == 0)) || tests=("$@")

begin
status=0
for test in "${tests[@]}"; do
  "${fixed[@]}" "$swift" test "${flags[@]}" --skip-build --disable-xctest \
    --experimental-maximum-parallelization-width 4 --filter "$test" || status=$?
done
count=$(found | grep -c '^WARNING: ThreadSanitizer' || true)
if ((count > 0)); then
  found >&2
  echo "The thread sanitizer reported $count times; the reports are in $reports." >&2
  exit 1
fi
((status == 0)) && echo "The thread sanitizer reported nothing."
exit "$status"
