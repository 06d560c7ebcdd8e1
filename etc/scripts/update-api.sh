#!/usr/bin/env bash
# Writes the API document (angular-free-ui/api/openapi.json) and the workspace's types from it.
set -euo pipefail
cd "$(dirname "$0")/../.."
export UseSharedCompilation=true
mkdir -p angular-free-ui/api
[ -e angular-free-ui/api/openapi.json ] || echo '{}' > angular-free-ui/api/openapi.json
dotnet build test/CapaCitoyenne.Web.Tests -v q -nologo -p:SkipUi=true -p:RunAnalyzers=false
CAPA_UPDATE_API=1 test/CapaCitoyenne.Web.Tests/bin/Debug/net10.0/CapaCitoyenne.Web.Tests --filter-class CapaCitoyenne.Web.Tests.ApiDocumentTests --progress off | tail -5
cd angular-free-ui
[ -e node_modules/.package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error
npm run --silent api
