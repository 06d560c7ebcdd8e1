#!/usr/bin/env bash
# etc/deploy/try-nginx.sh: the hub with its demonstration sites behind the nginx of nginx.conf, on free ports, in a temporary folder.
# Fetches a page twice, publishes, fetches again, brings a site of 70 MB; tries what a stranger may pretend. Checks the Caddyfile when Caddy is there.
. "$(dirname "$0")/../scripts/_lib.sh"
install_missing nginx nginx-light
install_missing curl curl
install_missing jq jq
HUB=$(free_port) PROXY=$(free_port)
project=$ROOT/src/Host/CapaCitoyenne.Web
[ -e "$project/bin/Debug/net10.0/CapaCitoyenne.Web.dll" ] || dotnet build "$project" -v q -nologo -clp:NoSummary -p:SkipUi=true
fail() { printf 'FAILED: %s\n' "$*" >&2; tail -n 5 "$WORK/hub.log" "$WORK/nginx.log" >&2 || true; exit 1; }

mkdir -p "$WORK/hub" "$WORK/cache"
(cd "$project" && exec env ASPNETCORE_ENVIRONMENT=Development "App__SelfUrl=http://localhost:$PROXY" "Urls=http://127.0.0.1:$HUB" "Proxy__KnownProxies=127.0.0.1" \
  "ConnectionStrings__Default=Data Source=$WORK/hub/hub.db" "Mail__PickupFolder=$WORK/hub/mail" "Blobs__BasePath=$WORK/hub/blobs" \
  dotnet bin/Debug/net10.0/CapaCitoyenne.Web.dll --demo) >"$WORK/hub.log" 2>&1 &
STOP+=($!)
sed -e "s/listen 8080/listen 127.0.0.1:$PROXY/; s/server 127.0.0.1:5000/server 127.0.0.1:$HUB/; s/hub\.example\.org/localhost/" \
  -e "s#/var/cache/nginx/hub#$WORK/cache#; s#/run/nginx.pid#$WORK/nginx.pid#" "$ROOT/etc/deploy/nginx.conf" >"$WORK/nginx.conf"
chmod -R a+rwX "$WORK/cache"
nginx -t -c "$WORK/nginx.conf" -e "$WORK/nginx.log" || fail "nginx refuses the configuration"
nginx -c "$WORK/nginx.conf" -e "$WORK/nginx.log" -g "daemon off;" & STOP+=($!)
for _ in $(seq 240); do curl -sf -o /dev/null "http://127.0.0.1:$HUB/health/ready" && break; sleep 0.5; done
slug=$(jq -r '.associations[0].slug' "$DEMO")

get() { curl -sS --max-time 20 -H "Host: $slug.localhost:$PROXY" "$@"; }
for _ in $(seq 60); do [ "$(get -o /dev/null -w '%{http_code}' "http://127.0.0.1:$PROXY/")" = 200 ] && break; sleep 0.5; done
[ "$(get -o /dev/null -w '%{http_code}' "http://127.0.0.1:$PROXY/")" = 200 ] || fail "no page of $slug through nginx"
first=$(get -D- -o /dev/null "http://127.0.0.1:$PROXY/" | tr -d '\r' | sed -n 's/^X-Cache: //p')
second=$(get -D- -o /dev/null -H 'Accept-Encoding: br' "http://127.0.0.1:$PROXY/" | tr -d '\r' | sed -n 's/^X-Cache: //p')
third=$(get -D- -o /dev/null -H 'Accept-Encoding: br' "http://127.0.0.1:$PROXY/" | tr -d '\r' | sed -n 's/^X-Cache: //p')
echo "page through nginx: $first, $second (br), $third (br)"
[ "$third" = REVALIDATED ] || fail "a kept page was not asked for again ($third)"

# Somebody of the association publishes; the next reader must see it.
HUB_URL=http://127.0.0.1:$PROXY HUB_HOST=localhost:$PROXY
sign_in_to_demo
add_to_home '[{"id": "nginx", "type": "text", "v": 1, "markdown": "Écrit à l’instant."}]'
get --compressed "http://127.0.0.1:$PROXY/" | grep -q "Écrit à l’instant." || fail "a page just published is stale"
echo "published, and seen by the next reader"

# A site that moves in, larger than any other file may be.
python3 -c 'import zipfile, os, sys
with zipfile.ZipFile(sys.argv[1], "w") as site: site.writestr("site.md", "# Un site"); site.writestr("photo.jpg", os.urandom(70 << 20))' "$WORK/site.zip"
api POST /api/sites/site-import/upload "@$WORK/site.zip" | jq -e '.status == "Uploaded"' >/dev/null || fail "a large site does not arrive"
echo "a site of 70 MB: arrived"

code() { curl -sS --max-time 20 -o /dev/null -w '%{http_code}' "$@"; }
[ "$(code -H "Host: nobody.example" "http://127.0.0.1:$PROXY/")" = 421 ] || fail "an unknown host is not misdirected"
[ "$(code -H "Host: nobody.example" -H "X-Forwarded-Host: $slug.localhost" "http://127.0.0.1:$PROXY/")" = 421 ] || fail "X-Forwarded-Host is believed"
[ "$(code -H "Host: localhost:$PROXY" "http://127.0.0.1:$PROXY/internal/domains/allowed?domain=$slug.localhost")" = 404 ] || fail "a stranger may ask for certificates"
[ "$(code "http://127.0.0.1:$HUB/internal/domains/allowed?domain=$slug.localhost" -H "Host: localhost")" = 200 ] || fail "the proxy may not ask for certificates"
[ "$(code -H "Host: localhost:$PROXY" "http://127.0.0.1:$PROXY/")" = 200 ] || fail "the hub does not answer"
if command -v caddy >/dev/null; then caddy validate --adapter caddyfile --config "$ROOT/etc/deploy/Caddyfile" >"$WORK/caddy.log" 2>&1 || { tail -3 "$WORK/caddy.log"; fail "Caddy refuses the Caddyfile"; }; echo "Caddyfile: valid"; fi
echo "The hub works behind nginx."
