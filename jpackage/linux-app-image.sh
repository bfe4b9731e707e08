#!/usr/bin/env bash
# usage: jpackage/linux-app-image.sh [JDK-HOME]
# Builds target/jpackage/recount: the program with a Java of its own and caches for a fast start. Needs what `mvn package` leaves in target/recount.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source jpackage/common.sh
begin "${1:-}"

# No jpackage here: its launcher for Linux asks rpm and dpkg whose it is, twice at each start, and knows one set of options only.
image=$out/recount
rm -rf "$image"
mkdir -p "$image/bin"
cp "$built/bin/recount" "$image/bin"
java_args > "$image/bin/java.args"
copy_program "$image/lib"
make_runtime "$image/runtime"
cp "$built/bom.json" LICENSE "$image"
same_time "$image"
train "$image/runtime/bin/java" "$image/bin/java.args" "$image/lib" -jar "$image/lib/recount.jar"
same_time "$image"
rm -rf "$work"
du -sh "$image"
