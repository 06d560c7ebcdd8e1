#!/usr/bin/env bash
# etc/scripts/add-migration.sh NAME : adds a migration of that name for both databases.
set -euo pipefail
cd "$(dirname "$0")/../.."
name=${1:?a name, in PascalCase}
dotnet tool restore >/dev/null
project=src/Host/CapaCitoyenne.EntityFrameworkCore
dotnet build $project -v q -nologo -p:RunAnalyzers=false
dotnet ef migrations add "$name" --project $project --no-build --context SqliteCapaCitoyenneDbContext --output-dir Migrations/Sqlite
dotnet ef migrations add "$name" --project $project --no-build --context PostgreSqlCapaCitoyenneDbContext --output-dir Migrations/PostgreSql
