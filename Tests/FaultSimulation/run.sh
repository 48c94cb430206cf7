#!/bin/sh
# Simulates faults: `run.sh SEEDS` runs that many seeds, then those that once failed, then breaks each
# rule on purpose; `run.sh mutations SEEDS` does only the last; `run.sh trace SEED` shows one run.
#
# A seed that breaks a promise is printed as SEED=N and belongs into Seeds.txt.
set -eu
cd "$(dirname "$0")"
swift=${SWIFT:-swift}
scratch=../../.build/fault-simulation
"$swift" build -c release --scratch-path "$scratch" --product SimulateFaults --quiet
simulate="$("$swift" build -c release --scratch-path "$scratch" --show-bin-path)/SimulateFaults"
# Sets and dictionaries in one order, so that a seed is the same run on every machine.
export SWIFT_DETERMINISTIC_HASHING=1
case ${1:-} in
trace | mutations) exec "$simulate" "$@" ;;
esac
"$simulate" run "${FIRST:-1}" "${1:-1000}"
"$simulate" seeds Seeds.txt
"$simulate" mutations 2000
