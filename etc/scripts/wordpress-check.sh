#!/usr/bin/env bash
# etc/scripts/wordpress-check.sh : tries our WordPress export in a real WordPress, and a real WordPress export in our importer.
# Installs Debian's wordpress, php and mariadb-server when they are missing; everything it makes lives in a temporary folder and
# a database server of its own, and is gone afterwards. Not part of the ordinary tests: it needs a network and some minutes.
#
# The plugin "WordPress Importer" is not in Debian. A short script (wordpress-check/import.php) does what it does with WordPress's own functions:
# it reads the WXR file item by item and calls wp_insert_post and its kin. The way back is WordPress's own export_wp().
set -euo pipefail
cd "$(dirname "$0")/../.."
here=etc/scripts/wordpress-check
work=$(mktemp -d /tmp/wordpress-check.XXXXXX)
database=
cleanup() {
  if [ -n "$database" ]; then kill "$database" 2>/dev/null || true; wait "$database" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT

if ! command -v php >/dev/null || [ ! -d /usr/share/wordpress ] || ! command -v mariadbd >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wordpress php-cli php-mysql php-xml php-mbstring mariadb-server >/dev/null
fi

echo "A database server of its own…"
mkdir "$work/db"
mariadb-install-db --no-defaults --datadir="$work/db" --auth-root-authentication-method=normal --skip-test-db --user="$(id -un)" >/dev/null
mariadbd --no-defaults --datadir="$work/db" --socket="$work/db.sock" --skip-networking --user="$(id -un)" >"$work/db.log" 2>&1 &
database=$!
for _ in $(seq 60); do mariadb-admin --no-defaults --socket="$work/db.sock" -u root ping >/dev/null 2>&1 && break; sleep 1; done
mariadb --no-defaults --socket="$work/db.sock" -u root -e "create database wp"

echo "A WordPress of its own…"
cp -rL /usr/share/wordpress "$work/wp"
cat >"$work/wp/wp-config.php" <<PHP
<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:$work/db.sock'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('WP_DEBUG', false);
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
PHP
php "$here/install.php" "$work/wp"

echo "Our export into WordPress…"
dotnet build test/CapaCitoyenne.Sites.Tests -v q -nologo -p:SkipUi=true -p:RunAnalyzers=false
tests=test/CapaCitoyenne.Sites.Tests/bin/Debug/net10.0/CapaCitoyenne.Sites.Tests
WORDPRESS_CHECK_OUT="$work/ours.xml" "$tests" --filter-method '*WordPressCheckTests.Our_export_is_written_for_WordPress' --progress off
php "$here/import.php" "$work/wp" "$work/ours.xml" >"$work/seen.json"

echo "WordPress's export into ours…"
php "$here/export.php" "$work/wp" >"$work/theirs.xml"
WORDPRESS_CHECK_SEEN="$work/seen.json" WORDPRESS_CHECK_IN="$work/theirs.xml" "$tests" --filter-method '*WordPressCheckTests.What_WordPress_gives_back_is_what_it_got' --progress off
php -r 'foreach (json_decode(file_get_contents($argv[1]), true) as $kind => $posts) echo str_pad(count($posts), 5, " ", STR_PAD_LEFT), " $kind\n";' "$work/seen.json"
echo "WordPress $(sed -n "s/^\$wp_version = '\(.*\)';/\1/p" "$work/wp/wp-includes/version.php"): the same texts went there and back."
