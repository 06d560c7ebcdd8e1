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
