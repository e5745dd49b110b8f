#!/usr/bin/env bash
# Sourced by run.sh and test.sh: installs what is missing from the distribution, and nothing that is there.

say() { printf '%s\n' "$*" >&2; }

fail() { say "$*"; exit 1; }

has() { command -v "$1" >/dev/null 2>&1; }

# as_root COMMAND...: runs it as root, or says what to run by hand.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif has sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then sudo "$@"
  else fail "This needs root. Run it once by hand, then start again:  sudo $*"
  fi
}

# install PACKAGE...: Debian's and Ubuntu's packages; elsewhere it says what is wanted.
install() {
  has apt-get || fail "Please install with this system's own tool: $*"
  say "Installing $* ..."
  if [ "$(id -u)" != 0 ] && ! has sudo; then
    fail "This needs root. Run it once by hand, then start again:  apt-get update && apt-get install -y --no-install-recommends $*"
  fi
  mkdir -p .data
  { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
    >.data/install.log || { tail -20 .data/install.log >&2; fail "The packages could not be installed; all of it is in $PWD/.data/install.log"; }
}

has_postgres() {
  local folder
  for folder in ${PATH//:/ } /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && return 0
  done
  return 1
}

need_dotnet() {
  has dotnet || fail "The .NET 10 SDK is missing: install the package dotnet-sdk-10.0, then start again."
}

need_postgres() {
  has_postgres && return 0
  # The server runs a private PostgreSQL of its own; the distribution's package would start another one at once.
  if has apt-get && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    as_root mkdir -p /etc/postgresql-common
    as_root sh -c 'echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf'
  fi
  install postgresql
}

need_node() {
  { has node && has npm; } && return 0
  has apt-get || fail "Node.js is missing, which builds the playground's page: install nodejs and npm, then start again."
  install nodejs npm
}

# build_page: the playground's page, from npm's packages; not at all when nothing has changed.
build_page() {
  local web=src/ChatLiaison.Playground/web stamp log=$PWD/.data/page.log
  stamp=$(find "$web" \( -name node_modules -o -name dist \) -prune -o -type f -printf '%p %T@ %s\n' | LC_ALL=C sort | cksum)
  if [ -e "$web/dist/index.html" ] && [ "$(cat .data/page.stamp 2>/dev/null)" = "$stamp" ]; then return 0; fi
  need_node
  mkdir -p .data
  say "Building the playground's page ..."
  # npm writes its notes into node_modules; packages that are there already are not fetched again.
  if ! (cd "$web" && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund; } && npm run build) >"$log" 2>&1; then
    grep -iE 'error' "$log" | head -10 >&2 || true
    fail "The page could not be built; all of it is in $log. It needs Node 18 or newer and, once, the npm registry."
  fi
  printf '%s' "$stamp" >.data/page.stamp
}

need_chromium() { has chromium || has chromium-browser || has google-chrome || install chromium; }

# tree_stamp FOLDER...: one line that changes when a source file is added, removed or written.
tree_stamp() {
  find "$@" Directory.Build.props Directory.Packages.props global.json .editorconfig BannedSymbols.txt \
    \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -printf '%p %T@ %s\n' | LC_ALL=C sort | cksum
}

# build_unless_fresh TARGET CONFIGURATION STAMP_NAME PROOF FOLDER...: builds quietly, or not at all when nothing has changed.
build_unless_fresh() {
  local target=$1 configuration=$2 name=$3 proof=$4 stamp log=.data/build.log
  shift 4
  mkdir -p .data
  stamp="$configuration $(tree_stamp "$@")"
  if [ -e "$proof" ] && [ "$(cat ".data/$name.stamp" 2>/dev/null)" = "$stamp" ]; then return 0; fi
  say "Building ($configuration) ..."
  if ! dotnet build "$target" -c "$configuration" -v minimal --nologo >"$log" 2>&1; then
    grep -E 'error|warn' "$log" | sort -u | head -40 >&2 || true
    fail "The build failed; all of it is in $PWD/$log"
  fi
  stamp="$configuration $(tree_stamp "$@")"
  printf '%s' "$stamp" >".data/$name.stamp"
}
