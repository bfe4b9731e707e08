#!/usr/bin/env bash
# usage: jpackage/test-rpm.sh [PACKAGE.rpm]
# As root, on a Debian: installs the package with rpm into a clean root, uses its command line and its window, removes it, and looks for
# what is left. What it asks for comes from Debian, under other names, so that only a Fedora could tell whether its own names are right.
# Needs rpm, debootstrap, xvfb and x11-utils.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
package=$(readlink -f "${1:-$(ls target/jpackage/recount-*.rpm)}")
source jpackage/linux/clean-root.sh
make_root

step "Install it"
inside apt-get -qq -y install --no-install-recommends libgtk-3-0 libxtst6 libxxf86vm1 libgl1 > "$work/log" 2>&1 || { tail "$work/log"; fail "installing"; }
in_root() { rpm --force-debian --root "$root" "$@"; }
in_root --nodeps --install "$package"
in_root --erase recount
files > "$work/before"
in_root --nodeps --install "$package"
# a file that rpm knows and that is another one now, or none
in_root --nodeps --verify recount
unowned=$(cd "$root" && find opt/recount usr/share/doc/recount | sed 's|^|/|' | sort \
    | comm -23 - <(in_root --query --list recount | sort))
[[ -z $unowned ]] || fail "rpm does not know that it installed: $unowned"
[[ ! -e $root/usr/lib/.build-id ]] || fail "it has the names that any other program with the same Java would have"
try_files
try_commands
try_window

step "Remove it"
in_root --erase recount
nothing_left "$work/before"
