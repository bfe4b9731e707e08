#!/usr/bin/env bash
# usage: jpackage/linux-deb.sh [JDK-HOME]
# Builds target/jpackage/recount_VERSION_ARCHITECTURE.deb with its checksum, and its signature if RECOUNT_GPG_KEY names a key.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source jpackage/common.sh
source jpackage/linux/tree.sh
begin "${1:-}"
need_image

tree=$work/deb
architecture=$(dpkg --print-architecture)
make_tree "$tree"
mkdir "$tree/DEBIAN"
(cd "$tree" && find opt usr -type f | sort | xargs -d '\n' md5sum) > "$tree/DEBIAN/md5sums"
sed -e "s/@version@/$version/" -e "s/@architecture@/$architecture/" -e "s/@size@/$(du -sk "$tree" | cut -f1)/" \
    jpackage/linux/control > "$tree/DEBIAN/control"
same_time "$tree"

package=$out/recount_${version}_$architecture.deb
# xz would save a tenth and take minutes; dpkg reads zstd since Debian 12 and Ubuntu 21.10
dpkg-deb --root-owner-group -Zzstd -z9 --build "$tree" "$package"
checksum "$package"
sign_detached "$package"
rm -rf "$work"
du -h "$package"
