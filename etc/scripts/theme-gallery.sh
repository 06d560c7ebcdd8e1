#!/usr/bin/env bash
# Every theme with every block as pictures, on a phone and on a desk, light and dark: 20 files.
#   etc/scripts/theme-gallery.sh [FOLDER]     data/gallery by default
. "$(dirname "$0")/_lib.sh"
cd "$ROOT"
folder=$(realpath -m "${1:-data/gallery}")
mkdir -p "$folder"
install_missing chromium chromium fonts-dejavu-core
export UseSharedCompilation=true
dotnet build test/CapaCitoyenne.Browser.Tests -v q -nologo -clp:NoSummary
CAPA_GALLERY=$folder test/CapaCitoyenne.Browser.Tests/bin/Debug/net10.0/CapaCitoyenne.Browser.Tests --filter-class '*ThemeGalleryTests' --progress off --ansi off
ls "$folder"
