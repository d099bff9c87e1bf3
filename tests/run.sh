#!/usr/bin/env bash
# Builds Burgernet and runs its tests. Usage: tests/run.sh [PROJECT...], for instance: tests/run.sh Unit Wire
#
# Programs that we did not write and that tests talk to ("peers") are installed where that needs no question asked:
# Debian packages as root or by a sudo without password, npm packages inside tests/. What cannot be had is named, and its
# tests are skipped; with CI=true a skipped test is a failure.
#
# The last line is always "N passed, N failed, N skipped" over all projects. It is summed from the report that each test
# host writes when it ends: a host that crashes or hangs leaves none, which counts as one failure.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
# Nearly every process here lives for seconds: what the runtime spends on profiles for later compilations never comes back, nor do
# turns of threads that wait for work, on a machine whose other processes have some.
export DOTNET_TieredPGO=0 DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0
time_limit=900 # seconds for one project; far above what any needs

work=$(mktemp -d "${TMPDIR:-/tmp}/burgernet-tests.XXXXXX")
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0 reasons=()

say() { printf '%s\n' "$*"; }

finish() { # finish EXIT-CODE
  say "$passed passed, $failed failed, $skipped skipped"
  exit "$1"
}

fail() { # fail REASON: something outside the tests went wrong, which counts as one failed test
  failed=$((failed + 1))
  reasons+=("$*")
}

# --- peers ---------------------------------------------------------------------------------------------------------

# program:package
debian_peers="sipp:sip-tester tshark:tshark kamailio:kamailio tls.so:kamailio-tls-modules baresip:baresip-core node:nodejs npm:npm curl:curl initdb:postgresql espeak-ng:espeak-ng bearerbox:kannel promtool:prometheus faketime:faketime Net/SMPP.pm:libnet-smpp-perl smtp-sink:postfix dkim/__init__.py:python3-dkim"

has() { # Debian keeps some programs off the PATH of a user, each major version of PostgreSQL, kamailio's modules and those of Perl and Python in folders of their own
  command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ] || compgen -G "/usr/lib/postgresql/*/bin/$1" >/dev/null ||
    compgen -G "/usr/lib/*/kamailio/modules/$1" >/dev/null || [ -f "/usr/share/perl5/$1" ] || [ -f "/usr/lib/python3/dist-packages/$1" ]
}

install_debian_peers() {
  local pair wanted="" root=""
  for pair in $debian_peers; do
    has "${pair%%:*}" || wanted="$wanted ${pair##*:}"
  done
  [ -n "$wanted" ] || return 0
  if has apt-get; then
    if [ "$(id -u)" = 0 ]; then
      root="env"
    elif has sudo && sudo -n true 2>/dev/null; then
      root="sudo -n env"
    fi
  fi
  if [ -n "$root" ]; then
    say "peers: installing Debian packages:$wanted"
    # shellcheck disable=SC2086 # both are lists of words
    {
      # Of postfix only smtp-sink is wanted: without a configuration it never starts.
      case " $wanted " in *" postfix "*) echo "postfix postfix/main_mailer_type select No configuration" | $root debconf-set-selections ;; esac
      $root DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -qq update &&
        $root DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -qq install -y --no-install-recommends $wanted
    } >"$work/apt.log" 2>&1 </dev/null || say "peers: apt-get said: $(tail -n 1 "$work/apt.log")"
  fi
  for pair in $debian_peers; do
    has "${pair%%:*}" || say "skipping tests that need ${pair%%:*}: Debian package ${pair##*:} is missing and cannot be installed here without asking"
  done
}

install_npm_peers() {
  local lock folder
  for lock in tests/*/package-lock.json tests/*/*/package-lock.json tests/*/*/*/package-lock.json; do
    [ -f "$lock" ] || continue
    folder=$(dirname "$lock")
    [ "$folder/node_modules/.package-lock.json" -nt "$lock" ] && continue
    if ! has node || ! has npm; then
      say "skipping tests that need the npm packages of $folder: Node.js and npm are not installed"
    elif ! npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund >"$work/npm.log" 2>&1 </dev/null; then
      say "skipping tests that need the npm packages of $folder: npm said: $(grep -m 1 'npm error' "$work/npm.log")"
    fi
  done
}

# --- projects ------------------------------------------------------------------------------------------------------

projects=()
choose_projects() { # choose_projects [NAME...]: the quick and telling ones first, the rest by name
  local name folder project
  if [ $# = 0 ]; then
    set -- Architecture Unit
    for folder in tests/*/; do
      name=$(basename "$folder")
      case "$name" in Architecture | Unit) ;; *) set -- "$@" "$name" ;; esac
    done
  fi
  for name in "$@"; do
    for project in "tests/$name"/*.csproj; do
      if [ ! -f "$project" ]; then
        [ -z "${chosen_by_name:-}" ] || fail "there is no test project tests/$name"
      elif grep -q '<IsTestProject>true</IsTestProject>' "$project"; then
        projects+=("$project")
      fi
    done
  done
}

# One compiler for all projects, which stays warm from one to the next, under a name of its own so that ending it ends nobody
# else's. Asked for by name because environments without reuse of MSBuild's nodes mostly turn it off too.
compiler="burgernet-$$"
shared_compiler=(-p:UseSharedCompilation=true -p:SharedCompilationId="$compiler")

build() {
  local project code=0
  if [ -z "${chosen_by_name:-}" ]; then
    dotnet build Burgernet.sln "${shared_compiler[@]}" || code=$?
  else
    for project in "${projects[@]}"; do
      dotnet build "$project" "${shared_compiler[@]}" || { code=$?; break; }
    done
  fi
  end_compiler
  return $code
}

end_compiler() { # its memory is better used by tests; by itself it would go after ten minutes
  local roslyn
  roslyn=$(dotnet msbuild "${projects[0]}" -getProperty:RoslynTargetsPath 2>/dev/null) || return 0
  dotnet "$roslyn/bincore/VBCSCompiler.dll" -shutdown "-pipename:$compiler" >/dev/null 2>&1
}

attribute() { # attribute NAME FILE: a count on the report's <assembly> element
  grep -o '<assembly [^>]*>' "$2" | grep -oE " $1=\"[0-9]+\"" | head -n 1 | tr -cd '0-9'
}

# What talks to other programs mostly waits for them: those projects run side by side, and what they leave of the processor goes
# to the others, one after another, at the lowest priority so that nobody waits for them.
waiting="Scenarios Wire"

run_project() { # run_project PROJECT [PREFIX...]: leaves its report and its exit code
  local project=$1 name began=$SECONDS code
  name=$(basename "$(dirname "$project")")
  shift
  say "── $name"
  limited "$@" dotnet test --project "$project" --no-build --results-directory "$work" \
    --report-xunit-xml --report-xunit-xml-filename "$name.xml"
  code=$?
  say "$code $((SECONDS - began))" >"$work/$name.code"
}

count_project() { # count_project PROJECT: takes in what run_project left
  local project=$1 name report code took p f e s
  name=$(basename "$(dirname "$project")")
  report="$work/$name.xml"
  read -r code took <"$work/$name.code"

  p=$(attribute passed "$report" 2>/dev/null) f=$(attribute failed "$report" 2>/dev/null)
  e=$(attribute errors "$report" 2>/dev/null) s=$(attribute skipped "$report" 2>/dev/null)
  if [ -z "$p" ] || [ -z "$f" ] || [ -z "$e" ] || [ -z "$s" ]; then
    fail "$name left no report: its test host crashed, hung or could not start (exit code $code)"
    return
  fi
  # Errors are failures outside a test, in the clean-up of a class or of the assembly.
  passed=$((passed + p)) failed=$((failed + f + e)) skipped=$((skipped + s))
  # 8: no test in this project, which only counts where no project has any.
  if [ "$code" != 0 ] && [ "$code" != 8 ] && [ $((f + e)) = 0 ]; then
    fail "$name ended with exit code $code though no test of its report failed"
  fi
  [ $((f + e)) = 0 ] || reasons+=("$name: $((f + e)) failed, see above")
  say "── $name: $p passed, $((f + e)) failed, $s skipped in $took s"
  skips_of "$report" >>"$work/skips.txt"
}

limited() { if has timeout; then timeout --kill-after=15 "$time_limit" "$@"; else "$@"; fi; }

skips_of() { # the name and reason of each skipped test in a report, one a line
  { tr '\n' ' ' <"$1" && echo; } | sed 's/<test /\n<test /g' |
    sed -nE '/ result="Skip"/s/^<test [^>]* name="([^"]*)".*<reason>(.*)<\/reason>.*/  \1: \2/p' |
    sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g; s/\\"/"/g'
}

# --- the run -------------------------------------------------------------------------------------------------------

[ $# = 0 ] || chosen_by_name=yes
choose_projects "$@"
if [ "$failed" != 0 ] || [ ${#projects[@]} = 0 ]; then
  say "${reasons[@]:-no test project found}"
  finish 2
fi

# apt-get and npm wait for the network, the build for the processor: side by side.
{ install_debian_peers; install_npm_peers; } >"$work/peers.txt" 2>&1 &
peers=$!
# Takes what the build leaves of the processor, and once for all; the tests that need it wait for it, and say what is wrong with it.
case " ${projects[*]} " in *" tests/Scenarios/"*) nice -n 19 tests/previous-release.sh >/dev/null 2>&1 & ;; esac
build
built=$?
wait "$peers"
cat "$work/peers.txt"
if [ "$built" != 0 ]; then
  say "the build failed; no test was run"
  failed=1
  finish 1
fi

together=()
for project in "${projects[@]}"; do
  case " $waiting " in
    *" $(basename "$(dirname "$project")") "*)
      together+=("$project")
      run_project "$project" >"$work/$(basename "$(dirname "$project")").out" 2>&1 &
      ;;
  esac
done
for project in "${projects[@]}"; do
  case " $waiting " in
    *" $(basename "$(dirname "$project")") "*) ;;
    *) run_project "$project" nice -n 19 && count_project "$project" ;;
  esac
done
wait
for project in "${together[@]}"; do
  cat "$work/$(basename "$(dirname "$project")").out"
  count_project "$project"
done

[ $((passed + failed)) != 0 ] || fail "no test was run"
if [ "$skipped" != 0 ]; then
  say "skipped:"
  cat "$work/skips.txt"
  [ "${CI:-}" != true ] || reasons+=("$skipped skipped, which CI does not accept")
fi
[ ${#reasons[@]} = 0 ] || printf 'not good: %s\n' "${reasons[@]}"
finish $((${#reasons[@]} > 0))
