#!/bin/sh
# Stands between a program and the one that started it: leash.sh SIGNAL TENTHS child|group COMMAND [ARGUMENT...]
#
# Its stdin is the starter's pipe: when the starter closes it, or dies in any way (kill -9 included), `cat` ends, the child (or its
# whole group) is asked to stop by SIGNAL and killed after so many tenths of a second. When the child is gone, its exit code is told
# on descriptor 4 and what is left of the group is killed, this shell included. It wants to be a process group of its own.
# A shell, because it must outlive the starter and costs 1 MB where a Node guard costs 40.
exec 3<&0
signal=$1; tenths=$2; whom=$3; shift 3
"$@" </dev/null 3<&- 4>&- &
child=$!
[ "$whom" = group ] && target=-$$ || target=$child
trap '' HUP INT TERM
(
  cat <&3 >/dev/null
  kill -s "$signal" -- "$target" 2>/dev/null
  waited=0
  while [ "$waited" -lt "$tenths" ]; do
    sleep 0.1
    kill -0 "$child" 2>/dev/null || exit
    waited=$((waited + 1))
  done
  kill -s KILL -- "$child"
) &
while :; do
  wait "$child"
  code=$?
  kill -0 "$child" 2>/dev/null || break
done
echo "$code" >&4
kill -s KILL -- -$$
