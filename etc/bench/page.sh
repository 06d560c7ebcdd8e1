#!/usr/bin/env bash
# Cached public page against Kestrel's own bytes, in one run, rounds in turn. Prints server CPU per request and requests/s, and their ratios.
#   etc/bench/page.sh [ROUNDS] [SECONDS]
. "$(dirname "$0")/../scripts/_lib.sh"
cd "$ROOT"
rounds=${1:-5}; seconds=${2:-5}
install_missing wrk wrk
export UseSharedCompilation=true
dotnet build src/Host/CapaCitoyenne.Web -c Release -v q -nologo -p:SkipUi=true -p:RunAnalyzers=false
dotnet build etc/bench/Baseline -c Release -v q -nologo -p:RunAnalyzers=false
hub=$(free_port); base=$(free_port)

(cd src/Host/CapaCitoyenne.Web && exec dotnet bin/Release/net10.0/CapaCitoyenne.Web.dll "--Urls=http://localhost:$hub" "--App:SelfUrl=http://localhost:$hub" \
  "--ConnectionStrings:Default=Data Source=$WORK/hub.db" "--Mail:PickupFolder=$WORK/mail" "--Blobs:BasePath=$WORK/blobs" --Serilog:MinimumLevel:Default=Error --demo) >"$WORK/hub.log" 2>&1 &
hub_pid=$!; STOP+=("$hub_pid")
for _ in $(seq 120); do curl -sf -o /dev/null "localhost:$hub/health/ready" && break; sleep 0.5; done
slug=${SLUG:-numerique-20e}
site=$slug.localhost:$hub
curl -sf -H "Host: $site" "http://127.0.0.1:$hub/" -o "$WORK/page.html" || { echo "No page at http://$site/"; tail -5 "$WORK/hub.log"; exit 1; }
dotnet etc/bench/Baseline/bin/Release/net10.0/Baseline.dll "$WORK/page.html" --Urls "http://127.0.0.1:$base" >/dev/null 2>&1 &
base_pid=$!; STOP+=("$base_pid")
sleep 2
echo "page: $(stat -c %s "$WORK/page.html") bytes, $rounds rounds of $seconds s, 64 keep-alive connections, plain encoding"

ticks() { awk '{print $14+$15}' "/proc/$1/stat"; }
measure() { # NAME PID PORT HOST → "requests/s µs-of-CPU"
  local before after out requests
  before=$(ticks "$2")
  out=$(wrk -t1 -c64 -d"${seconds}s" -H "Host: $4" "http://127.0.0.1:$3/")
  after=$(ticks "$2")
  requests=$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' <<<"$out")
  echo "$out" | grep -q 'Non-2xx' && { echo "$1 answered errors"; exit 1; }
  awk -v r="$requests" -v t=$((after - before)) -v s="$seconds" 'BEGIN { printf "%.0f %.1f\n", r/s, t*10000/r }'
}
measure warm "$base_pid" "$base" "x" >/dev/null; measure warm "$hub_pid" "$hub" "$site" >/dev/null
for round in $(seq "$rounds"); do
  a=$(measure kestrel "$base_pid" "$base" x); b=$(measure site "$hub_pid" "$hub" "$site")
  echo "$a $b" | tee -a "$WORK/rounds" | awk -v n="$round" '{ printf "round %d: Kestrel %6d req/s %5.1f µs   site %6d req/s %5.1f µs   rate %.2f  CPU %.2f\n", n, $1, $2, $3, $4, $3/$1, $4/$2 }'
done
median() { sort -n | awk '{ v[NR]=$1 } END { print v[int((NR+1)/2)] }'; }
printf 'median: %.2f of Kestrel'"'"'s requests/s, %.2f times its CPU per request\n' "$(awk '{print $3/$1}' "$WORK/rounds" | median)" "$(awk '{print $4/$2}' "$WORK/rounds" | median)"
