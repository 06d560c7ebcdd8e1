#!/usr/bin/env bash
# Runs the tests, on both databases where it matters, and closes with "N passed, N failed".
#   etc/scripts/test.sh             everything
#   etc/scripts/test.sh sites       one module, on SQLite, in seconds   (associations, sites, mailing, library, learning, abp, web, architecture, browser, ui)
. "$(dirname "$0")/_lib.sh"
cd "$ROOT"
only=${1:-}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# One warm compiler for the whole build; it is shut down at the end.
export UseSharedCompilation=true
passed=0; failed=0
# The names of the tests that failed, said again at the end.
broken=()

# add "total failed" of one runner; a runner that ran nothing, or died, counts as one failure
count() {
  passed=$((passed + $1)); failed=$((failed + $2))
}

run_dotnet() { # run_dotnet NAME DATABASE [arguments…]
  local name=$1 database=$2; shift 2
  # One clock for all tests of a hub: where some let days pass, the sessions and links of others would end meanwhile.
  case $name in Associations|Sites) set -- --parallel none "$@" ;; esac
  local exe="$ROOT/test/CapaCitoyenne.$name.Tests/bin/$CONFIGURATION/net10.0/CapaCitoyenne.$name.Tests" log="$WORK/$name.$database.log" code=0 start=$SECONDS
  (cd "$WORK" && CAPA_TEST_POSTGRES=$([ "$database" = postgresql ] && echo "$POSTGRES" || true) timeout 2400 "$exe" --progress off --ansi off "$@" >"$log" 2>&1) || code=$?
  local ok bad
  ok=$(sed -n 's/^ *succeeded: *\([0-9]*\)$/\1/p' "$log" | tail -1); bad=$(sed -n 's/^ *failed: *\([0-9]*\)$/\1/p' "$log" | tail -1)
  ok=${ok:-0}; bad=${bad:-0}
  if [ "$code" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  count "$ok" "$bad"
  printf '%-26s %-11s %5d passed %3d failed %4ds\n' "$name" "$database" "$ok" "$bad" $((SECONDS - start))
  if [ "$code" != 0 ]; then
    local names
    names=$(sed -n "s/^failed \([^ (]*\).*/$name $database: \1/p" "$log")
    broken+=("${names:-$name $database}")
    # What a failed test says, without what the hub logged beside it; the end of all when the runner died.
    if [ -n "$names" ]; then
      sed -n '/^failed /,/^\(passed\|skipped\|[0-9:]* [A-Z][A-Z][A-Z] \|Test run summary\)/p' "$log" | grep -avE '^ *(at |$)' | cut -c-400 | head -80 || true
      tail -8 "$log"
    else
      grep -avE '^ *(at |$)' "$log" | tail -80 || true
    fi
  fi
}

run_ui() {
  local log="$WORK/ui.log" code=0 start=$SECONDS ok bad
  [ -e angular-free-ui/node_modules/.package-lock.json ] || (cd angular-free-ui && npm ci --no-audit --no-fund --loglevel=error)
  (cd angular-free-ui && npm run --silent check) >"$log" 2>&1 || code=$?
  ok=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | sed -n 's/^ *Tests .* \([0-9][0-9]*\) passed.*/\1/p' | tail -1)
  bad=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | sed -n 's/^ *Tests .* \([0-9][0-9]*\) failed.*/\1/p' | tail -1)
  ok=${ok:-0}; bad=${bad:-0}
  if [ "$code" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  count "$ok" "$bad"
  printf '%-26s %-11s %5d passed %3d failed %4ds\n' "workspace" "types+lint" "$ok" "$bad" $((SECONDS - start))
  if [ "$code" != 0 ]; then broken+=("workspace"); tail -80 "$log"; fi
}

build() { # build TARGET
  echo "Building $1"
  dotnet build "$1" -c "$CONFIGURATION" -nologo -v q -clp:NoSummary ${SKIP_UI:+-p:SkipUi=true}
}

CONFIGURATION=${CONFIGURATION:-Debug}
# Calendar files are read back by a parser that is not the one that wrote them.
ICALENDAR=/usr/lib/python3/dist-packages/icalendar
if [ -n "$only" ] && [ "$only" != all ]; then
  name=$(ls test | sed -n 's/^CapaCitoyenne\.\(.*\)\.Tests$/\1/p' | grep -ix "$only" || true)
  if [ "$only" = ui ]; then run_ui
  elif [ -z "$name" ]; then echo "No tests are called '$only'."; exit 2
  else
    [ "$name" = Sites ] && install_missing "$ICALENDAR" python3-icalendar
    [ "$name" = Browser ] && { install_missing chromium chromium fonts-dejavu-core; } || SKIP_UI=1
    build "test/CapaCitoyenne.$name.Tests"; run_dotnet "$name" sqlite
  fi
else
  install_missing chromium chromium fonts-dejavu-core
  install_missing "$ICALENDAR" python3-icalendar
  install_missing jq jq
  install_missing curl curl
  build CapaCitoyenne.sln
  start_postgres
  for project in test/CapaCitoyenne.*.Tests; do
    name=${project#test/CapaCitoyenne.}; name=${name%.Tests}
    run_dotnet "$name" sqlite
  done
  # The same tests of repositories, the ledger and tenancy, against PostgreSQL.
  for name in Abp Associations Sites Mailing Library Learning Web; do run_dotnet "$name" postgresql; done
  run_ui
  start=$SECONDS
  if etc/scripts/main-job.sh >"$WORK/main-job.log" 2>&1; then count 1 0; else count 0 1; broken+=("main-job.sh"); tail -40 "$WORK/main-job.log"; fi
  echo "main-job.sh: $((SECONDS - start))s"
  dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
fi
for name in "${broken[@]}"; do echo "$name"; done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
