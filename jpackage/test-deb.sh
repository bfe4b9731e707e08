#!/usr/bin/env bash
# usage: jpackage/test-deb.sh [PACKAGE.deb]
# As root: installs the package into a clean Debian, uses its command line and its window, removes it, and looks for what is left.
# Needs debootstrap, xvfb and x11-utils.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
package=$(readlink -f "${1:-$(ls target/jpackage/recount_*.deb)}")
source jpackage/linux/clean-root.sh
make_root
cp "$package" "$root/tmp/recount.deb"

step "Install it and what it asks for"
install() { inside apt-get -qq -y install /tmp/recount.deb > "$work/log" 2>&1 || { tail "$work/log"; fail "installing"; }; }
install
inside dpkg --purge recount > "$work/log"
files > "$work/before"
install
inside dpkg --verify recount
try_files
try_commands

inside touch -d 2001-01-01 /opt/recount/lib/recount.jar
[[ $(as_user recount --version 2>&1) == "recount "* ]] || fail "a start-up cache that does not fit is not passed over in silence"
inside apt-get -qq -y install --reinstall /tmp/recount.deb > "$work/log" 2>&1
try_window

step "Remove it"
inside dpkg --purge recount > "$work/log"
nothing_left "$work/before"
