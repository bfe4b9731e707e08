#!/usr/bin/env bash
# usage: jpackage/linux-app-image.sh [JDK-HOME]
# Builds target/jpackage/recount: the program with a Java runtime of its own. Needs what `mvn package` leaves in target/recount.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

jdk=${1:-${JAVA_HOME:-}}
[[ -x $jdk/bin/jpackage ]] || { echo "Name a JDK 25 as the first argument or in JAVA_HOME." >&2; exit 1; }
image=target/recount
[[ -r $image/lib/recount.jar ]] || { echo "Run mvn package first." >&2; exit 1; }
out=target/jpackage
work=$out/work
rm -rf "$out"
mkdir -p "$work/jmods" "$work/app" "$work/natives"

# JavaFX as .jmod files, because only those put native libraries into the runtime, where JavaFX looks first.
cp "$image"/lib/*.so "$work/natives"
for module in base graphics controls; do
    jar=$(ls "$image"/lib/javafx-$module-*-linux*.jar)
    libraries=()
    [[ $module == graphics ]] && libraries=(--libs "$work/natives")
    "$jdk/bin/jmod" create --class-path "$jar" "${libraries[@]}" "$work/jmods/javafx.$module.jmod"
done

# What the program and its libraries use of the JDK, besides what JavaFX asks for itself. jdk.crypto.* and jdk.localedata are found
# by name at run time; java.naming and jdk.httpserver serve TLS names and the rehearsal receiver.
"$jdk/bin/jlink" --module-path "$work/jmods" \
    --add-modules javafx.controls,java.base,java.desktop,java.logging,java.net.http,java.naming,java.sql,java.xml,java.scripting \
    --add-modules jdk.httpserver,jdk.unsupported,jdk.crypto.ec,jdk.net,jdk.jfr,java.management \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --output "$work/runtime"

cp "$image"/lib/*.jar "$work/app"
rm "$work"/app/javafx-*.jar
case $(uname -m) in
    x86_64) machine=x86_64 ;;
    aarch64) machine=aarch64 ;;
    *) echo "There is no SQLite library for $(uname -m)." >&2; exit 1 ;;
esac
mkdir -p "$work/app/native/$machine"
cp "$image/lib/native/$machine"/* "$work/app/native/$machine"

version=$(unzip -p "$image/lib/recount.jar" app/recount/build.properties | sed -n 's/^program.version=//p')
"$jdk/bin/jpackage" --type app-image --name recount --app-version "$version" --dest "$out" \
    --runtime-image "$work/runtime" --input "$work/app" --main-jar recount.jar --main-class app.recount.Recount \
    --icon assets/recount-512.png \
    --java-options "--enable-native-access=javafx.graphics,ALL-UNNAMED" \
    --java-options "--sun-misc-unsafe-memory-access=allow" \
    --java-options "-XX:+UseSerialGC" --java-options "-Xmx512m" --java-options "-XX:-UsePerfData" \
    --java-options "--add-modules=javafx.controls" \
    --java-options "-Dorg.sqlite.lib.path=\$APPDIR/native/$machine"
rm -rf "$work"
du -sh "$out/recount"
