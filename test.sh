#!/usr/bin/env bash
# Builds once and runs the tests:  ./test.sh [FILTER]
# FILTER is part of a project's name (Server, Time, Acceptance) or, when no project is called so, of a test's full name.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when something passed and nothing failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=infra/packages.sh
. infra/packages.sh

filter=${1:-}
limit=${TEST_LIMIT_SECONDS:-2400}   # for one project
need_dotnet
need_postgres

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=.data/tests
rm -rf "$results"
mkdir -p "$results"

projects=()
for file in tests/*.Tests/*.csproj; do
  name=$(basename "$file" .csproj)
  if [ -z "$filter" ] || [[ ${name,,} == *"${filter,,}"* ]]; then projects+=("$name"); fi
done
arguments=()
if [ ${#projects[@]} = 0 ]; then
  for file in tests/*.Tests/*.csproj; do projects+=("$(basename "$file" .csproj)"); done
  arguments=(-method "*$filter*")
fi

# Only tests that drive a page or an npm package ask for these.
folders=("${projects[@]/#/tests/}")
if grep -rqi --include='*.cs' chromium "${folders[@]}" tests/ChatLiaison.TestKit; then need_chromium; fi
if grep -rqiE --include='*.cs' '\bnpm\b|package\.json' "${folders[@]}" tests/ChatLiaison.TestKit; then need_node; fi
if grep -rqi --include='*.cs' playground "${folders[@]}"; then build_page; fi

if [ ${#projects[@]} = 1 ]; then
  build_unless_fresh "tests/${projects[0]}" Debug "test-${projects[0]}" "tests/${projects[0]}/bin/Debug/net10.0/${projects[0]}.dll" src tests
else
  build_unless_fresh ChatLiaison.sln Debug test "tests/${projects[0]}/bin/Debug/net10.0/${projects[0]}.dll" src tests
fi

passed=0 failed=0 skipped=0
declare -A process started
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT

start() {
  started[$1]=$SECONDS
  timeout --kill-after=30 "$limit" dotnet "tests/$1/bin/Debug/net10.0/$1.dll" -noColor "${arguments[@]}" >"$results/$1.log" 2>&1 </dev/null &
  process[$1]=$!
}

finish() {
  local name=$1 log=$results/$1.log code=0 summary total bad left
  wait "${process[$name]}" || code=$?
  # xunit's own summary: "  NAME  Total: 15, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0, Time: 33.977s"
  summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -1 || true)
  number() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$summary"; }
  if [ -n "$summary" ]; then
    total=$(number Total) bad=$(($(number Failed) + $(number Errors))) left=$(number Skipped)
    passed=$((passed + total - $(number Failed) - left)) skipped=$((skipped + left))
  elif [ "$code" = 0 ]; then total=0 bad=0 left=0   # no test of that name here
  else total=0 bad=1 left=0
  fi
  # A run that ends badly without a failed test (killed, out of time, a crash at its end) counts as one.
  if [ "$code" != 0 ] && [ "$bad" = 0 ] && ! { [ "$total" = 0 ] && [ ${#arguments[@]} != 0 ]; }; then bad=1; fi
  failed=$((failed + bad))
  printf '%-34s %5d tests %4d failed %3d skipped %5ds\n' "$name" "$total" "$bad" "$left" "$((SECONDS - started[$name]))"
  grep -E '\[SKIP\]' -A 1 "$log" || true
  if [ "$code" = 124 ] || [ "$code" = 137 ]; then echo "  stopped after $limit s"; fi
  if [ "$bad" != 0 ]; then
    if [ -n "$summary" ]; then grep -E '\[FAIL\]|FATAL' -A 25 "$log" || tail -40 "$log"; else tail -40 "$log"; fi
  fi
}

# One project after the other; the page's tests mostly wait for the page, so the light ones run beside them.
light=()
page=
for name in "${projects[@]}"; do
  case $name in
    *.Page.Tests) page=$name; start "$name" ;;
    *.Platform.Tests | *.Server.Tests | *.Time.Tests | *.Playground.Tests) light+=("$name") ;;
  esac
done
for name in "${light[@]}"; do start "$name"; finish "$name"; done
if [ -n "$page" ]; then finish "$page"; fi
for name in "${projects[@]}"; do
  if [ -z "${process[$name]:-}" ]; then start "$name"; finish "$name"; fi
done

if [ $((passed + failed)) = 0 ]; then echo "No test ran."; fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
