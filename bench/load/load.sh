#!/bin/bash
# Loads the built server: predictions of known songs over HTTP, rate limits off, server and wrk on the same cores.
#   bench/load/load.sh [seconds, default 60] [connections, default 16]
# Build first: dotnet build -c Release src/MusicFlow.Bot. MUSICFLOW names another build.
# Needs wrk and curl (Debian packages). Prints a line per run and the server's memory.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60} connections=${2:-16} address=http://127.0.0.1:18080

mkdir -p bench/.work
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$work"' EXIT

/usr/bin/python3 - >bench/.work/load-paths.txt <<'PY'
import csv
from urllib.parse import urlencode
with open("models/starter-tracks.csv", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        print("/api/prediction/?" + urlencode({"song": row["title"], "artist": row["artist"].split(";")[0]}))
PY

MusicFlow__DataDirectory=$work Web__RequestsPerMinute=0 Providers__Offline=true "${MUSICFLOW:-src/MusicFlow.Bot/bin/Release/net10.0/musicflow}" run --urls $address >"$work/screen" 2>"$work/log" &
server=$!
for _ in $(seq 100); do curl -sf $address/healthz/ready >/dev/null && break; sleep 0.3; done
memory() { awk '/VmRSS/ { printf "%d MB", $2 / 1024 }' "/proc/$server/status"; }

sleep 3; echo "idle: $(memory)"
wrk -t1 -c"$connections" -d5s -s bench/load/prediction.lua $address >/dev/null   # warms up
echo "warm: $(memory)"
( while sleep 30; do echo "  $(date +%T) $(memory), load $(cut -d' ' -f1 /proc/loadavg)"; done ) & watch=$!
wrk -t1 -c"$connections" -d"${seconds}s" -s bench/load/prediction.lua $address | tail -1
kill $watch
echo "after: $(memory), server CPU $(awk '{ printf "%.1f s", ($14 + $15) / 100 }' "/proc/$server/stat"), load $(cut -d' ' -f1 /proc/loadavg)"
