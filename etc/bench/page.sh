#!/usr/bin/env bash
# A cached public page against Kestrel's own bytes, then through nginx against nginx serving a file: in one run, rounds in turn.
# Prints server CPU per request and requests/s, and their ratios.
#   etc/bench/page.sh [ROUNDS] [SECONDS] [KB]     5 rounds of 5 s, a page of 30 KB
. "$(dirname "$0")/../scripts/_lib.sh"
cd "$ROOT"
rounds=${1:-5}; seconds=${2:-5}; size=${3:-30}
install_missing wrk wrk
install_missing nginx nginx-light
install_missing jq jq
export UseSharedCompilation=true
[ -n "${NO_BUILD:-}" ] || dotnet build src/Host/CapaCitoyenne.Web -c Release -v q -nologo -clp:NoSummary -p:SkipUi=true -p:RunAnalyzers=false
[ -n "${NO_BUILD:-}" ] || dotnet build etc/bench/Baseline -c Release -v q -nologo -clp:NoSummary -p:RunAnalyzers=false
hub=$(free_port); kept=$(free_port); base=$(free_port); proxy=$(free_port); proxy_kept=$(free_port); files=$(free_port)

start_hub() { # PORT [ARGUMENT…]; sets hub_pid
  local port=$1; shift
  (cd src/Host/CapaCitoyenne.Web && exec dotnet bin/Release/net10.0/CapaCitoyenne.Web.dll "--Urls=http://127.0.0.1:$port" "--App:SelfUrl=http://localhost" --Proxy:KnownProxies=127.0.0.1 \
    "--ConnectionStrings:Default=Data Source=$WORK/hub.db" "--Mail:PickupFolder=$WORK/mail" "--Blobs:BasePath=$WORK/blobs" --Serilog:MinimumLevel:Default=Error "$@") >>"$WORK/hub.log" 2>&1 &
  hub_pid=$!; STOP+=("$hub_pid")
  for _ in $(seq 240); do curl -sf -o /dev/null "127.0.0.1:$port/health/ready" && return; sleep 0.5; done
  tail -5 "$WORK/hub.log"; exit 1
}
start_hub "$hub" --demo
site_pid=$hub_pid HUB_URL=http://127.0.0.1:$hub HUB_HOST=localhost
for _ in $(seq 120); do sign_in_to_demo 2>/dev/null && break; sleep 0.5; done
site=$SPACE.localhost
for _ in $(seq 120); do curl -sf -H "Host: $site" "$HUB_URL/" -o "$WORK/page.html" && break; sleep 0.5; done
missing=$((size * 1024 - $(stat -c %s "$WORK/page.html")))
[ "$missing" -lt 1000 ] || add_to_home "$(python3 -c 'import json, sys
words = "Le jardin partagé ouvre samedi à quinze heures, avec un gâteau, des plants de tomates et une lecture pour les enfants. "
print(json.dumps([{"id": f"long{n}", "type": "text", "v": 1, "markdown": words * 12} for n in range(max(1, int(sys.argv[1]) // 1500))]))' "$missing")"
curl -sf -H "Host: $site" "$HUB_URL/" -o "$WORK/page.html"
start_hub "$kept" --Proxy:PageSeconds=1
dotnet etc/bench/Baseline/bin/Release/net10.0/Baseline.dll "$WORK/page.html" --Urls "http://127.0.0.1:$base" >/dev/null 2>&1 &
base_pid=$!; STOP+=("$base_pid")

start_nginx() { # NAME CONFIGURATION
  mkdir -p "$WORK/$1"; chmod -R a+rwX "$WORK/$1"
  sed "s#/run/nginx.pid#$WORK/$1.pid#; s#/var/cache/nginx/hub#$WORK/$1#" <<<"$2" >"$WORK/$1.conf"
  nginx -c "$WORK/$1.conf" -e "$WORK/$1.log" -g "daemon off;" & STOP+=("$!")
}
shipped() { sed -e "s/listen 8080/listen 127.0.0.1:$1/; s/server 127.0.0.1:5000/server 127.0.0.1:$2/; s/hub\.example\.org/localhost/" etc/deploy/nginx.conf; }
start_nginx asking "$(shipped "$proxy" "$hub")"
start_nginx keeping "$(shipped "$proxy_kept" "$kept")"
mkdir -p "$WORK/www"; cp "$WORK/page.html" "$WORK/www/index.html"; chmod -R a+rX "$WORK/www"
start_nginx files "worker_processes auto; pid /run/nginx.pid; events { worker_connections 4096; }
http { include /etc/nginx/mime.types; access_log off; sendfile on; server { listen 127.0.0.1:$files; root $WORK/www; } }"
sleep 2
echo "page: $(stat -c %s "$WORK/page.html") bytes, $rounds rounds of $seconds s, 64 keep-alive connections, plain encoding"

ticks() { awk '{print $14+$15}' "/proc/$1/stat"; }
measure() { # NAME PID PORT → "requests/s µs-of-CPU"
  local before after out requests
  before=$(ticks "$2")
  out=$(wrk -t1 -c64 -d"${seconds}s" -H "Host: $site" "http://127.0.0.1:$3/")
  after=$(ticks "$2")
  requests=$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' <<<"$out")
  if grep -q 'Non-2xx' <<<"$out"; then echo "$1 answered errors" >&2; exit 1; fi
  awk -v r="$requests" -v t=$((after - before)) -v s="$seconds" 'BEGIN { printf "%.0f %.1f\n", r/s, t*10000/r }'
}
# The hub has more to compile than the others: until its code has settled it measures the compiler.
for port in "$hub" "$hub" "$hub" "$base" "$hub" "$proxy" "$proxy_kept" "$files"; do measure warm "$base_pid" "$port" >/dev/null; done
for round in $(seq "$rounds"); do
  a=$(measure kestrel "$base_pid" "$base"); b=$(measure site "$site_pid" "$hub")
  echo "$a $b" | tee -a "$WORK/rounds" | awk -v n="$round" '{ printf "round %d: Kestrel %6d req/s %5.1f µs   site %6d req/s %5.1f µs   rate %.2f  CPU %.2f\n", n, $1, $2, $3, $4, $3/$1, $4/$2 }'
  f=$(measure file "$base_pid" "$files"); p=$(measure nginx "$base_pid" "$proxy"); k=$(measure nginx "$base_pid" "$proxy_kept")
  echo "${f% *} ${p% *} ${k% *}" | tee -a "$WORK/nginx" | awk -v n="$round" '{ printf "         nginx: file %6d req/s   asking each time %6d (%.2f)   keeping a second %6d (%.2f)\n", $1, $2, $2/$1, $3, $3/$1 }'
done
median() { sort -n | awk '{ v[NR]=$1 } END { print v[int((NR+1)/2)] }'; }
printf 'median: %.2f of Kestrel'"'"'s requests/s, %.2f times its CPU per request\n' "$(awk '{print $3/$1}' "$WORK/rounds" | median)" "$(awk '{print $4/$2}' "$WORK/rounds" | median)"
printf 'through nginx: %.2f of a file when it asks each time, %.2f when it keeps a page for a second\n' "$(awk '{print $2/$1}' "$WORK/nginx" | median)" "$(awk '{print $3/$1}' "$WORK/nginx" | median)"
