#!/usr/bin/env bash
# A newsletter by SMTP, one message each with personal links, 8 sessions into postfix's smtp-sink, against smtp-source with 8 sessions into the same.
#   etc/bench/smtp.sh [CONTACTS]         20000 by default
# Postfix is unpacked beside, never installed: no mail server is started on this machine.
. "$(dirname "$0")/../scripts/_lib.sh"
cd "$ROOT"
contacts=${1:-20000}
export UseSharedCompilation=true
dotnet build etc/bench/CapaCitoyenne.Bench -c Release -v q -nologo -p:SkipUi=true -p:RunAnalyzers=false
(cd "$WORK" && apt-get download -qq postfix && dpkg -x postfix_*.deb postfix) >/dev/null
tools=$WORK/postfix/usr/sbin
export LD_LIBRARY_PATH=$WORK/postfix/usr/lib/postfix
port=$(free_port)
sink=("$tools/smtp-sink")
# It insists on giving up root's rights.
[ "$(id -u)" != 0 ] || sink+=(-u nobody)
"${sink[@]}" -c "127.0.0.1:$port" 256 >/dev/null 2>&1 &
STOP+=("$!")
sleep 0.5
start=$(date +%s.%N)
"$tools/smtp-source" -d -s 8 -l 4000 -m "$contacts" -f lettre@exemple.fr -t p@exemple.fr "127.0.0.1:$port"
end=$(date +%s.%N)
awk -v n="$contacts" -v s="$start" -v e="$end" 'BEGIN { printf "smtp-source: %.0f recipients/s\n", n / (e - s) }'
unset LD_LIBRARY_PATH
etc/bench/CapaCitoyenne.Bench/bin/Release/net10.0/CapaCitoyenne.Bench smtp "$port" "$contacts"
