#!/usr/bin/env bash
# Starts ChatLiaison on this machine:  ./run.sh [arguments of the server, such as: serve | doctor | import FILE]
# With nothing configured it opens the playground with a private PostgreSQL below .data/. Ctrl-C stops it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
from=$PWD
cd "$here"
# shellcheck source=infra/packages.sh
. infra/packages.sh

need_dotnet
if [ -z "${ConnectionStrings__ChatLiaison:-}" ]; then need_postgres; fi

# Only the playground has a page; without it the server starts all the same.
if ! env | grep -qiE '^(Slack|Teams)__' && [[ ${1:-serve} =~ ^(serve$|--) ]]; then
  (build_page) || say "Starting without the playground's page."
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
server=$here/src/ChatLiaison.Server/bin/Release/net10.0/ChatLiaison.Server
build_unless_fresh src/ChatLiaison.Server Release run "$server.dll" src

if [ -z "${ASPNETCORE_ENVIRONMENT:-}${DOTNET_ENVIRONMENT:-}" ]; then export ASPNETCORE_ENVIRONMENT=Development; fi
export Data__Path=${Data__Path:-$here/.data}
cd "$from"
# exec: the server takes this shell's place, so Ctrl-C and a supervisor's stop reach it itself.
exec dotnet "$server.dll" "$@"
