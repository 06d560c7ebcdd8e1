# Shared by the scripts of this folder: source it. Everything that is started is stopped by its id.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
WORK=$(mktemp -d "${TMPDIR:-/tmp}/capacitoyenne.XXXXXX")
chmod 711 "$WORK"
STOP=()

free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# install COMMAND-OR-FILE PACKAGE… : from Debian's packages, when it is missing
install_missing() {
  local probe=$1; shift
  if ! command -v "$probe" >/dev/null 2>&1 && [ ! -e "$probe" ]; then
    echo "Installing $*"
    as_root apt-get update -qq >/dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  fi
}

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

# Starts a private PostgreSQL on a free loopback port; sets POSTGRES to a connection string.
start_postgres() {
  [ -n "$(postgres_bin)" ] || install_missing /usr/lib/postgresql/none postgresql
  local bin port data=$WORK/postgres run=()
  bin=$(postgres_bin); port=$(free_port)
  mkdir -p "$data"
  if [ "$(id -u)" = 0 ]; then
    chown postgres: "$data"
    run=(setpriv --reuid=postgres --regid=postgres --init-groups)
  fi
  chmod 700 "$data"
  (cd / && "${run[@]}" "$bin/initdb" -D "$data" -U app --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync >"$WORK/initdb.log" 2>&1) || { cat "$WORK/initdb.log"; return 1; }
  (cd / && "${run[@]}" "$bin/pg_ctl" -D "$data" -w -l "$data/log" start -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >/dev/null)
  STOP+=("$(head -1 "$data/postmaster.pid")")
  POSTGRES="Host=127.0.0.1;Port=$port;Username=app;Database=postgres;Include Error Detail=true;Maximum Pool Size=40"
}

# api METHOD PATH [JSON | @FILE] → the answer, of the hub at $HUB_URL named $HUB_HOST, in the space $SPACE
api() {
  local token body=(-H 'Content-Type: application/json')
  case ${3:-} in
    '') ;;
    @*) body=(-F "file=$3") ;;
    *) body+=(--data-binary "$3") ;;
  esac
  touch "$WORK/cookies"
  token=$(sed -n 's/.*\tXSRF-TOKEN\t//p' "$WORK/cookies" | tail -n 1 | python3 -c 'import sys, urllib.parse; print(urllib.parse.unquote(sys.stdin.read().strip()))')
  curl -sS --fail-with-body --max-time 20 -X "$1" -b "$WORK/cookies" -c "$WORK/cookies" -H "Host: $HUB_HOST" -H "__tenant: $SPACE" -H "X-XSRF-TOKEN: $token" \
    "${body[@]}" "$HUB_URL$2"
}

# sign_in_to_demo: as the admin of the first demonstration association; sets SPACE
DEMO=$ROOT/src/Host/CapaCitoyenne.Web/Demo/Content/demo.json
sign_in_to_demo() {
  SPACE=$(jq -r '.associations[0].slug' "$DEMO")
  api GET /api/associations/session >/dev/null
  api POST /api/associations/session "$(jq -c '{email: .associations[0].admin.email, password}' "$DEMO")" >/dev/null
  api GET /api/associations/session >/dev/null
}

# add_to_home BLOCKS: the blocks (a JSON array) at the end of the home page, put online
add_to_home() {
  local home draft
  home=$(api GET /api/sites/page | jq -r '[.items[] | select(.kind == "Home")][0].id')
  draft=$(api GET "/api/sites/page/$home" | jq -c --argjson blocks "$1" '{title, document, baseRevision: .revision} | .document |= (fromjson | .blocks += $blocks | tojson)')
  api PUT "/api/sites/page/$home" "$draft" >/dev/null
  api POST "/api/sites/page/$home/publish" >/dev/null
}

stop_all() {
  local pid
  for pid in "${STOP[@]:-}"; do
    [ -n "$pid" ] || continue
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  done
  rm -rf "$WORK"
}
trap stop_all EXIT
