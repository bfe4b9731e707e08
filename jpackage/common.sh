# Sourced by the scripts of this folder, in the checkout's root: what every package of a Unix system is made of.
set -euo pipefail
export LC_ALL=C.UTF-8 TZ=UTC
umask 022

built=target/recount # what mvn package left
out=target/jpackage
work=$out/work

fail() { echo "$1" >&2; exit 1; }

# begin [JDK-HOME]: finds the tools, and empties the working folder.
begin() {
    jdk=${1:-${JAVA_HOME:-}}
    [[ -x $jdk/bin/jlink ]] || fail "Name a JDK 25 as the first argument or in JAVA_HOME."
    [[ -r $built/lib/recount.jar ]] || fail "Run mvn package first."
    version=$(unzip -p "$built/lib/recount.jar" app/recount/build.properties | sed -n 's/^program.version=//p')
    # One time for every file, so that the same sources make the same package.
    epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2> /dev/null || date +%s)}
    export SOURCE_DATE_EPOCH=$epoch
    rm -rf "$work"
    mkdir -p "$work"
}

# moment FORMAT: that time, with the date of GNU or of BSD.
moment() { date -d "@$epoch" "$1" 2> /dev/null || date -r "$epoch" "$1"; }

# same_time FOLDER
same_time() { find "$1" -exec touch -h -t "$(moment +%Y%m%d%H%M.%S)" {} +; }

# make_runtime FOLDER: JavaFX becomes .jmod files first, because only those put native libraries where JavaFX looks first.
make_runtime() {
    local module libraries
    mkdir -p "$work/jmods" "$work/natives"
    find "$built/lib" -maxdepth 1 \( -name '*.so' -o -name '*.dylib' \) -exec cp {} "$work/natives" \;
    for module in base graphics controls; do
        libraries=()
        [[ $module == graphics ]] && libraries=(--libs "$work/natives")
        "$jdk/bin/jmod" create --date "$(moment +%Y-%m-%dT%H:%M:%SZ)" --class-path "$built"/lib/javafx-$module-*-*.jar \
            ${libraries[@]+"${libraries[@]}"} "$work/jmods/javafx.$module.jmod"
    done
    "$jdk/bin/jlink" --module-path "$work/jmods" @jpackage/jlink.args --output "$1"
}

# copy_program FOLDER: the jars, without JavaFX, which is in the runtime, and one native library of SQLite instead of all. The command
# line's parser is made of classes so old that a start-up cache would leave them out. The window's styles are there in binary form as well.
copy_program() {
    local machine
    case $(uname -m) in
        x86_64) machine=x86_64 ;;
        aarch64 | arm64) machine=aarch64 ;;
        *) fail "There is no SQLite library for $(uname -m)." ;;
    esac
    mkdir -p "$1/native"
    cp "$built"/lib/*.jar "$1"
    rm "$1"/javafx-*.jar
    cp "$built/lib/native/$machine"/* "$1/native"
    without_natives "$1"/sqlite-jdbc-*.jar
    "$jdk/bin/java" jpackage/RenewClasses.java "$1"/picocli-*.jar
    "$jdk/bin/java" -classpath "$built/lib/*" jpackage/BinaryStyles.java "$1/recount.jar"
}

# without_natives JAR: packs it again, in a fixed order and with one time.
without_natives() {
    local jar
    jar=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
    mkdir "$work/sqlite"
    (
        cd "$work/sqlite"
        "$jdk/bin/jar" --extract --file "$jar"
        rm -r org/sqlite/native
        mv META-INF/MANIFEST.MF ../sqlite.mf
        find . -type f | sort > ../sqlite.files
        "$jdk/bin/jar" --create --file "$jar" --manifest ../sqlite.mf --date "$(moment +%Y-%m-%dT%H:%M:%SZ)" @../sqlite.files
    )
}

# java_args: the flags of a JVM that has JavaFX in its runtime.
java_args() { cat "$built/bin/java.args" jpackage/runtime.args; }

# on_screen COMMAND…: on a display without a screen where there is one to be had, so that the toolkit of the system is learnt, too; else on
# JavaFX's platform without a display.
on_screen() {
    if [[ $(uname -s) == Linux ]] && command -v Xvfb > /dev/null; then
        local server display status=0
        mkfifo "$work/display"
        Xvfb -noreset -displayfd 3 -screen 0 1280x800x24 3<> "$work/display" > /dev/null 2>&1 &
        server=$!
        read -r -t 20 display < "$work/display" || fail "Xvfb did not start."
        # in a shell of its own, so that the screen ends also when this fails
        (DISPLAY=:$display "$@" "${program[@]}") || status=$?
        kill "$server"
        return "$status"
    else
        "$@" -Dglass.platform=Headless "${program[@]}"
    fi
}

# train JAVA ARGUMENTS FOLDER PROGRAM…: puts start-up caches into the folder of the jars, by letting the very program that is packed do what most
# starts do. PROGRAM is what is run, as the launcher
# names it. The caches fit no other Java, no other jars and hardly other options.
train() {
    local java=$1 arguments=$2 folder=$3 demo session
    shift 3
    # Without what was learnt of methods: the one compiler that the program has would compile far more at each start than the start needs.
    local program=("$@") profiles=(-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining)
    demo=$(cd "$work" && pwd)/training
    trained() { # ARGUMENT…
        # nothing else of the environment: it may name real sessions of whoever builds
        env -i PATH="$PATH" ${DISPLAY:+DISPLAY="$DISPLAY"} ${LANG:+LANG="$LANG"} ${LC_ALL:+LC_ALL="$LC_ALL"} \
            HOME="$demo/home" CLAUDE_MEM_DATA_DIR="$demo" RECOUNT_HOME="${own:-$demo/recount}" \
            "$java" "@$arguments" "-Dorg.sqlite.lib.path=$folder/native" "$@" 2> "$work/training.log" \
            || { cat "$work/training.log" >&2; fail "The training failed."; }
    }
    trained "${program[@]}" demo "$demo" > /dev/null
    session=$(trained "${program[@]}" analysis sessions list --tool claude --limit 1 --format json \
        | sed -n 's/.*"session_id": "\(.*\)".*/\1/p')
    [[ -n $session ]] || fail "The demo has no session to train on."
    sed -e "s/@session@/$session/" -e "s/@run@/ANALYSIS-$(date +%Y)-001/" jpackage/training.txt \
        | trained -Drecount.training=commands "${profiles[@]}" "-XX:AOTCacheOutput=$folder/commands.aot" "${program[@]}" \
            > /dev/null
    # with files of its own, so that the window indexes all sessions for the first time
    own=$demo/window on_screen trained -Drecount.training=window "${profiles[@]}" -Dprism.order=sw "-XX:AOTCacheOutput=$folder/window.aot"
    [[ -s $folder/commands.aot && -s $folder/window.aot ]] || { cat "$work/training.log" >&2; fail "The training left no cache."; }
}

# checksum FILE: beside it, as sha256sum -c wants it.
checksum() {
    (cd "$(dirname "$1")" && { sha256sum "$(basename "$1")" 2> /dev/null || shasum -a 256 "$(basename "$1")"; } > "$(basename "$1").sha256")
}
