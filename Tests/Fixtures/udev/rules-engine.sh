#!/bin/sh
# usage: rules-engine.sh RULES_DIRECTORY LOG DEVICE.umockdev... -- COMMAND...
#
# Runs udev's rules engine, with the system's rules and those of RULES_DIRECTORY, on every tty and
# USB device that the descriptions make, and then COMMAND, which finds udev's database filled: its
# properties, tags and links. What the engine says goes to LOG, also its complaints about rules.
#
# All that the engine writes, /run/udev and links in /dev, is in a mount namespace of its own. An
# empty directory is left beside LOG.
set -eu

if [ -z "${IN_OWN_NAMESPACE:-}" ]; then
  IN_OWN_NAMESPACE=1
  export IN_OWN_NAMESPACE
  if [ "$(id -u)" = 0 ]; then namespaces=-m; else namespaces=-Urm; fi
  exec unshare $namespaces --propagation private "$0" "$@"
fi

rules=$1 log=$2
shift 2
descriptions=
while [ "$1" != "--" ]; do
  descriptions="$descriptions -d $1"
  shift
done
shift

# The real nodes stay within reach while /run and /dev are replaced.
outside=$(mktemp -d "$(dirname "$log")/outside.XXXXXX")
mount -t tmpfs tmpfs "$outside"
mkdir -p "$outside/dev" "$outside/run/udev/data" "$outside/run/udev/rules.d"
mount --rbind /dev "$outside/dev"
cp "$rules"/*.rules "$outside/run/udev/rules.d/"
mount -t tmpfs tmpfs /dev
mkdir /dev/pts /dev/shm
for node in null zero full random urandom tty; do
  touch "/dev/$node"
  mount --bind "$outside/dev/$node" "/dev/$node"
done
mount -t devpts -o newinstance,ptmxmode=0666 devpts /dev/pts
ln -s pts/ptmx /dev/ptmx
ln -s /proc/self/fd /dev/fd
mount --rbind "$outside/run" /run

export log
# shellcheck disable=SC2086,SC2016 # a list of options; and the inner shell's own variables
umockdev-run $descriptions -- sh -c '
  for device in /sys/bus/usb/devices/* /sys/class/tty/*; do
    [ -e "$device" ] || continue
    udevadm test "$(readlink -f "$device")" >>"$log" 2>&1 || echo "udevadm failed on $device" >>"$log"
  done
  exec "$@"' sh "$@"
