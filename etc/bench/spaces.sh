#!/usr/bin/env bash
# Many spaces in one process: memory, first byte of a cold and of a warm space, an uncached page of 20 blocks. SQLite, Release.
#   etc/bench/spaces.sh [SPACES]     10000 by default
. "$(dirname "$0")/../scripts/_lib.sh"
cd "$ROOT"
spaces=${1:-10000}
export UseSharedCompilation=true
[ -n "${NO_BUILD:-}" ] || dotnet build src/Host/CapaCitoyenne.Web -c Release -v q -nologo -clp:NoSummary -p:SkipUi=true -p:RunAnalyzers=false
port=$(free_port)
hub() { # starts the hub; sets hub_pid
  (cd src/Host/CapaCitoyenne.Web && exec dotnet bin/Release/net10.0/CapaCitoyenne.Web.dll "--Urls=http://127.0.0.1:$port" "--App:SelfUrl=http://localhost:$port" \
    "--ConnectionStrings:Default=Data Source=$WORK/hub.db" "--Mail:PickupFolder=$WORK/mail" "--Blobs:BasePath=$WORK/blobs" --Serilog:MinimumLevel:Default=Error "$@") >"$WORK/hub.log" 2>&1 &
  hub_pid=$!; STOP+=("$hub_pid")
  for _ in $(seq 240); do curl -sf -o /dev/null "127.0.0.1:$port/health/ready" && return; sleep 0.5; done
  tail -5 "$WORK/hub.log"; exit 1
}
# One demonstration space is made by the hub itself; its rows are then copied as often as asked.
hub --demo
for _ in $(seq 120); do curl -sf -o /dev/null -H "Host: numerique-20e.localhost:$port" "127.0.0.1:$port/" && break; sleep 0.5; done
kill "$hub_pid"; wait "$hub_pid" 2>/dev/null || true
python3 "$ROOT/etc/bench/spaces.py" copy "$WORK/hub.db" "$spaces"
hub
python3 "$ROOT/etc/bench/spaces.py" measure "$WORK/hub.db" "$spaces" "$port" "$hub_pid"
