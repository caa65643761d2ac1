# Sourced by ./nightjar, build/format and .ci/run; POSIX sh.
# find_jdk_25 sets JAVA_HOME, or says in one sentence what is missing. It reads each JDK's `release`
# file and starts no JVM, because it runs before every command.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

# Prints the file that a chain of links ends at. By hand, because macOS has no `readlink -f`.
follow_links() {
    followed=$1
    while [ -L "$followed" ]; do
        link=$(readlink "$followed") || return 1
        case $link in
            /*) followed=$link ;;
            *) followed=$(dirname "$followed")/$link ;;
        esac
    done
    printf '%s\n' "$followed"
}

find_jdk_25() {
    if look_for_jdk_25; then
        export JAVA_HOME
        return 0
    fi
    echo "Nightjar needs a JDK 25: install one (any vendor) or set JAVA_HOME to it." >&2
    return 1
}

look_for_jdk_25() {
    if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then
        return 0
    fi

    javac_on_path=$(command -v javac 2>/dev/null) || javac_on_path=
    if [ -n "$javac_on_path" ]; then
        javac_on_path=$(follow_links "$javac_on_path") || javac_on_path=
        candidate=${javac_on_path%/bin/javac}
        if is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            return 0
        fi
    fi

    if [ -x /usr/libexec/java_home ]; then
        candidate=$(/usr/libexec/java_home -v 25 2>/dev/null) || candidate=
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            return 0
        fi
    fi

    # A pattern that matches nothing stays as it is written, and is then no JDK.
    for candidate in \
        "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" "${JDK25_HOME:-}" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
        "${HOME:-}"/.asdf/installs/java/* "${HOME:-}"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk@25 /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk@25 /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            return 0
        fi
    done
    return 1
}

need_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        echo "Nightjar needs Maven 3.8.7 or newer to build itself: install it so that mvn is on the PATH." >&2
        return 1
    fi
}

# Maven on the JDK that was found. Maven's own libraries make that JDK warn; the options keep it quiet.
maven_on_jdk_25() {
    need_maven || return 1
    MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
        mvn -B "$@"
}
