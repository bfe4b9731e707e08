#!/usr/bin/env bash
# usage: jpackage/mac-dmg.sh [JDK-HOME]
# NOT YET RUN. Builds target/jpackage/Recount-VERSION.dmg on a Mac, with its checksum. Signed if RECOUNT_MAC_IDENTITY names a Developer ID,
# notarised if RECOUNT_MAC_NOTARY_PROFILE names a profile that notarytool keeps.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source jpackage/common.sh
begin "${1:-}"

# macOS takes no version that begins with 0
bundle_version=$version
[[ $bundle_version == 0.* ]] && bundle_version=1.$bundle_version && bundle_version=${bundle_version%.*}

copy_program "$work/app"
cp "$built/bom.json" LICENSE "$work/app"
make_runtime "$work/runtime"
iconset=$work/recount.iconset
mkdir "$iconset"
for size in 16 32 128 256 512; do
    cp "assets/recount-$size.png" "$iconset/icon_${size}x$size.png"
done
iconutil --convert icns --output "$work/recount.icns" "$iconset"

java_args | grep -v '^#' > "$work/java.args"
options=()
while IFS= read -r flag; do
    options+=(--java-options "$flag")
done < "$work/java.args"
# jpackage puts $APPDIR in itself
options+=(--java-options '-Dorg.sqlite.lib.path=$APPDIR/native' --java-options '-XX:AOTCache=$APPDIR/window.aot')

rm -rf "$out/Recount.app"
"$jdk/bin/jpackage" @jpackage/image.args --type app-image --dest "$out" --app-version "$bundle_version" --icon "$work/recount.icns" \
    --runtime-image "$work/runtime" --input "$work/app" "${options[@]}"
app=$out/Recount.app/Contents/app
classes=$(sed -n "s|^app.classpath=\$APPDIR|$app|p" "$app/Recount.cfg" | paste -sd: -)
train "$out/Recount.app/Contents/runtime/Contents/Home/bin/java" "$work/java.args" "$app" \
    -cp "$classes" app.recount.Recount

signing=()
if [[ -n ${RECOUNT_MAC_IDENTITY:-} ]]; then
    signing=(--mac-sign --mac-signing-key-user-name "$RECOUNT_MAC_IDENTITY")
    "$jdk/bin/jpackage" --type app-image --app-image "$out/Recount.app" "${signing[@]}"
else
    echo "not signed: RECOUNT_MAC_IDENTITY names no Developer ID"
fi
"$jdk/bin/jpackage" --type dmg --dest "$out" --name Recount --app-version "$bundle_version" --app-image "$out/Recount.app" \
    ${signing[@]+"${signing[@]}"}
package=$out/Recount-$bundle_version.dmg
if [[ -n ${RECOUNT_MAC_NOTARY_PROFILE:-} ]]; then
    xcrun notarytool submit "$package" --keychain-profile "$RECOUNT_MAC_NOTARY_PROFILE" --wait
    xcrun stapler staple "$package"
else
    echo "not notarised: RECOUNT_MAC_NOTARY_PROFILE names no profile"
fi
checksum "$package"
rm -rf "$work"
