#!/usr/bin/env bash
# Import of a contact file and a campaign to all of it, into the SendGrid look-alike, on both databases; then a small letter against a large one.
#   etc/bench/mailing.sh [CONTACTS…]     100000 by default; several sizes show whether memory stays flat
. "$(dirname "$0")/../scripts/_lib.sh"
cd "$ROOT"
export UseSharedCompilation=true
dotnet build etc/bench/CapaCitoyenne.Bench -c Release -v q -nologo -p:SkipUi=true -p:RunAnalyzers=false
bench=etc/bench/CapaCitoyenne.Bench/bin/Release/net10.0/CapaCitoyenne.Bench
"$bench" "$@"
"$bench" compete 100000 200
start_postgres
export CAPA_TEST_POSTGRES=$POSTGRES
"$bench" "$@"
"$bench" compete 100000 200
