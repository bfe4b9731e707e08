#!/usr/bin/env bash
# usage: jpackage/linux-rpm.sh [JDK-HOME]
# Builds target/jpackage/recount-VERSION-1.ARCHITECTURE.rpm, with its checksum, signed if RECOUNT_GPG_KEY names a key.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source jpackage/common.sh
source jpackage/linux/tree.sh
begin "${1:-}"
need_image

tree=$(cd "$work" && pwd)/tree
make_tree "$tree"
# Fedora looks for zsh's completions elsewhere than Debian.
mv "$tree/usr/share/zsh/vendor-completions" "$tree/usr/share/zsh/site-functions"
rpmbuild -bb --define "_topdir $(cd "$work" && pwd)/rpm" --define "_rpmdir $(cd "$out" && pwd)" --define "_rpmfilename %{name}-%{version}-%{release}.%{arch}.rpm" \
    --define "tree $tree" --define "program_version $version" \
    --define "_buildhost reproducible" --define "use_source_date_epoch_as_buildtime 1" --define "clamp_mtime_to_source_date_epoch 1" \
    jpackage/linux/recount.spec > "$work/rpmbuild.log" 2>&1 || { tail "$work/rpmbuild.log"; fail "rpmbuild"; }

package=$(ls "$out"/recount-"$version"-1.*.rpm)
if [[ -n ${RECOUNT_GPG_KEY:-} ]]; then
    rpmsign --addsign --define "_gpg_name $RECOUNT_GPG_KEY" "$package"
else
    echo "not signed: RECOUNT_GPG_KEY names no key"
fi
checksum "$package"
rm -rf "$work"
