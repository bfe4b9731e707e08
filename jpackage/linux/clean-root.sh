# Sourced by the scripts that try a package of Linux, as root: a clean Debian to install it into, and what is tried of it there.
[[ $(id -u) == 0 ]] || { echo "Only root can make a clean root." >&2; exit 1; }

work=$(mktemp -d)
root=$work/root
cleanup() {
    umount "$root/proc" "$root" 2> /dev/null || true
    rm -rf --one-file-system "$work"
}
trap cleanup EXIT
step() { printf -- '-- %s\n' "$1"; }
fail() { echo "FAILED: $1" >&2; exit 1; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { chroot --userspec=tester:tester "$root" env -i PATH=/usr/bin:/bin HOME=/home/tester "$@"; }
files() { (cd "$root" && find . -xdev ! -path './proc/*' ! -path './tmp/*' ! -path './home/*' ! -path './var/log/*' ! -path './var/lib/dpkg/*-old' | sort); }

# The clean root comes from where this system's own packages come from.
make_root() {
    step "A clean root"
    # shellcheck source=/dev/null
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' "Codename: $suite" | sed -n 1p)
    debootstrap --variant=minbase "$suite" "$root" "$site" > "$work/log" || { tail "$work/log"; fail "debootstrap"; }
    # a root that is no mount point of its own has no file system that Java could name
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    inside useradd --create-home tester
    inside apt-get -qq update
}

# try_files: a desktop would read these
try_files() {
    inside test -s /usr/share/applications/recount.desktop -a -s /usr/share/icons/hicolor/48x48/apps/recount.png -a -s /usr/share/man/man1/recount.1.gz
}

try_commands() {
    step "Its command line, as a user"
    as_user recount --version
    as_user recount demo /home/tester/memory > /dev/null 2>&1
    as_user recount preview --data-dir /home/tester/memory | sed -n 1,3p
    as_user env JAVA_TOOL_OPTIONS=-XX:AOTMode=on recount status > /dev/null || fail "the start-up cache does not fit"
    as_user bash -c 'source /usr/share/bash-completion/completions/recount
        COMP_WORDS=(recount analysis ma) COMP_CWORD=2; _recount; [[ ${COMPREPLY[*]} == mark ]]' || fail "bash does not complete"
}

# try_window: with a picture of it if RECOUNT_PICTURE names a file.
try_window() {
    step "Its window, as the user"
    cat > "$work/window" << END
#!/bin/sh
exec chroot --userspec=tester:tester "$root" env -i PATH=/usr/bin:/bin HOME=/home/tester DISPLAY="\$DISPLAY" \
    JAVA_TOOL_OPTIONS="-Dprism.order=sw -XX:AOTMode=on" CLAUDE_MEM_DATA_DIR=/home/tester/memory recount
END
    chmod +x "$work/window"
    .ci/window "$work/window" ${RECOUNT_PICTURE:+"$RECOUNT_PICTURE"}
}

# nothing_left FILES-BEFORE: after removing it.
nothing_left() {
    files > "$work/after"
    diff "$1" "$work/after" || fail "removing it left something, or took too much"
    ! grep -i recount "$work/after" || fail "removing it left something"
    [[ -s $root/home/tester/memory/claude-mem.db ]] || fail "removing it took the user's data"
    (cd "$root/home/tester" && find . -name '*recount*' -prune) | sed 's/^/left to the user: /'
    step "The package holds"
}
