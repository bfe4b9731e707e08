# Sourced by the scripts of the Linux packages, after common.sh: what they install, as one tree.

# need_image JDK-HOME: builds the app-image, unless there is one of this very program.
need_image() {
    local image=$out/recount
    if [[ ! -s $image/lib/window.aot ]] || ! cmp -s "$image/lib/recount.jar" "$built/lib/recount.jar" \
        || ! cmp -s "$image/bom.json" "$built/bom.json" || ! cmp -s "$image/bin/recount" "$built/bin/recount" \
        || ! cmp -s "$image/bin/java.args" <(java_args); then
        jpackage/linux-app-image.sh "$jdk"
        begin "$jdk"
    fi
}

# make_tree FOLDER: no script has to run at installing or removing; desktops watch these folders themselves.
make_tree() {
    local tree=$1 share=$1/usr/share recount=$out/recount/bin/recount size
    mkdir -p "$tree/opt" "$tree/usr/bin" "$share"/{applications,man/man1,bash-completion/completions,zsh/vendor-completions} \
        "$share"/{fish/vendor_completions.d,doc/recount}
    cp -a "$out/recount" "$tree/opt"
    ln -s ../../opt/recount/bin/recount "$tree/usr/bin/recount"
    cp jpackage/linux/recount.desktop "$share/applications"
    for size in 16 24 32 48 64 128 256 512; do
        mkdir -p "$share/icons/hicolor/${size}x$size/apps"
        cp "assets/recount-$size.png" "$share/icons/hicolor/${size}x$size/apps/recount.png"
    done
    mkdir -p "$share/icons/hicolor/scalable/apps"
    cp assets/recount.svg "$share/icons/hicolor/scalable/apps/recount.svg"
    "$recount" reference man | gzip -9n > "$share/man/man1/recount.1.gz"
    "$recount" reference bash > "$share/bash-completion/completions/recount"
    "$recount" reference zsh > "$share/zsh/vendor-completions/_recount"
    "$recount" reference fish > "$share/fish/vendor_completions.d/recount.fish"
    cp LICENSE "$share/doc/recount/copyright"
    chmod -R u=rwX,go=rX "$tree"
    same_time "$tree"
}

# sign_detached FILE: an ASCII signature beside it, by the key that RECOUNT_GPG_KEY names.
sign_detached() {
    if [[ -n ${RECOUNT_GPG_KEY:-} ]]; then
        gpg --batch --yes --local-user "$RECOUNT_GPG_KEY" --armor --detach-sign "$1"
    else
        echo "not signed: RECOUNT_GPG_KEY names no key"
    fi
}
