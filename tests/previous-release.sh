#!/usr/bin/env bash
# Builds the node of the release before this commit, once for all, and prints the folder that its Burgernet.Silo.dll stands in.
#
# Which release: the newest tag v* before HEAD; a tag on HEAD itself is this release. A clone without tags has the commit in
# tests/previous-release.txt. It is built from the commit as git has it, in a folder of its own, and kept by its name in
# $BURGERNET_RELEASES, by default ~/.cache/burgernet/releases; who asks while it is being built waits for it.
#
# Exit code 3: git or the commit is not to be had here (a shallow clone whose origin does not give it); 1: it does not build. The reason is the last line of stderr.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

give_up() { # give_up CODE REASON
  printf '%s\n' "$2" >&2
  exit "$1"
}

command -v git >/dev/null && git rev-parse --verify -q HEAD >/dev/null || give_up 3 "this is no clone, or git is not installed"
tag=$(git tag --list 'v*' --merged HEAD --no-contains HEAD --sort=-version:refname | head -n 1)
name=$tag
[ -n "$tag" ] || read -r tag name < <(grep -v '^#' tests/previous-release.txt)
# A shallow clone gets the one commit from where it came from, if that gives it.
git rev-parse --verify -q "$name^{commit}" >/dev/null || git fetch -q --depth 1 origin "$name" </dev/null >/dev/null 2>&1 || true
commit=$(git rev-parse --verify -q "$name^{commit}") ||
  give_up 3 "the commit of the previous release, $tag, is not in this clone: git fetch --unshallow --tags"

releases=${BURGERNET_RELEASES:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/burgernet/releases}
mkdir -p "$releases"
exec 9>"$releases/$commit.lock"
! command -v flock >/dev/null || flock 9
if [ ! -f "$releases/$commit/Burgernet.Silo.dll" ]; then
  work=$(mktemp -d "$releases/work.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/source"
  git archive "$commit" | tar -x -C "$work/source"
  # What its own CI said of its warnings and layout needs no second look.
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
  dotnet publish "$work/source/silo" -c Release -o "$work/out" -p:SourceRevisionId="$commit" -p:RunAnalyzers=false \
    -p:TreatWarningsAsErrors=false -p:GenerateDocumentationFile=false -p:UseAppHost=false >"$work/log" 2>&1 </dev/null ||
    give_up 1 "the previous release, $tag, does not build: $(grep -m 1 -E 'error' "$work/log" || tail -n 1 "$work/log")"
  rm -rf "${releases:?}/$commit"
  mv "$work/out" "$releases/$commit"
  touch "$releases/$commit"
  # Releases that nobody has asked for in a month.
  find "$releases" -mindepth 1 -maxdepth 1 -type d -mtime +30 -exec rm -rf {} +
fi
touch "$releases/$commit"
printf '%s\n' "$releases/$commit"
