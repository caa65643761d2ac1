# Sourced by ./nightjar and build/cdk-app after find-jdk.sh; POSIX sh. Builds without tests and gates
# (-Dquick), one build at a time. Uses $home, the repository's folder.
# Everything here speaks on standard error: standard output is the program's.

system_error=5

# The lock is a link that points to the number of the process that holds it: made in one step, and a
# holder that died is recognised.
take_build_lock() {
    build_lock=$home/target/build.lock
    mkdir -p "$home/target"
    waiting=no
    until ln -s $$ "$build_lock" 2>/dev/null; do
        holder=$(readlink "$build_lock") || continue
        if ! kill -0 "$holder" 2>/dev/null; then
            rm -f "$build_lock"
        elif [ $waiting = no ]; then
            echo "nightjar  waiting for the build of process $holder" >&2
            waiting=yes
        else
            sleep 1
        fi
    done
    trap 'rm -f "$build_lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

release_build_lock() {
    rm -f "$build_lock"
    trap - EXIT INT TERM HUP
}

# quick_build WHAT ARGUMENT...: says what is built, then Maven with these arguments. Shows its log only
# when it fails, and then ends.
quick_build() {
    need_maven || exit $system_error
    printf 'nightjar  %s ...' "$1" >&2
    shift
    build_started=$(date +%s)
    # Taken before the build: what changes while it runs is newer, and built the next time.
    touch "$home/target/build.started"
    build_log=$home/target/build.log
    if ! maven_on_jdk_25 -q -Dquick -f "$home/pom.xml" "$@" package >"$build_log" 2>&1; then
        printf ' failed\n' >&2
        # Without Maven's colours, and without its advice on how to read its errors.
        escape=$(printf '\033')
        sed -e "s/$escape\\[[0-9;]*m//g" -e '/^\[ERROR\] To see the full stack trace/,$d' "$build_log" >&2
        exit $system_error
    fi
}

# finish_quick_build STAMP: from now on what is older than the stamp is built.
finish_quick_build() {
    mv "$home/target/build.started" "$1"
    printf ' %s s\n' $(($(date +%s) - build_started)) >&2
}
