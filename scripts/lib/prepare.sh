# What both scripts need before they can start: system packages and Swift. Sourced, not run.
# Nothing is done twice: what is there is left as it is.

# SwiftPM orders compiler flags by hash; a fixed order keeps it from building the same thing again.
export SWIFT_DETERMINISTIC_HASHING=1

say() { printf '%s\n' "$*" >&2; }

# What Swift itself needs, the C libraries that the server is built on, and the programs that it calls: pandoc reads Word
# and ODT, pdftotext (poppler-utils) reads the words of letters that come in as PDF. Names ending in
# -dev are the same on Debian and Ubuntu, where those of the libraries alone differ by release.
build_packages=(
    g++ libc6-dev libxml2-dev libcurl4-openssl-dev libncurses-dev zlib1g-dev pkg-config ca-certificates
    libsqlite3-dev libgit2-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
    git tar tzdata pandoc poppler-utils
)

# Besides those, for the tests: signatures checked by stock OpenSSH, certificates of a mail server made by OpenSSL, system
# calls counted, a store tampered with, pages opened in a browser.
test_packages=(openssh-client openssl sqlite3 strace chromium-headless-shell fonts-open-sans python3 python3-venv python3-pip)

# Names among the arguments that are not installed.
missing_packages() {
    local package
    for package in "$@"; do
        dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed \
            || printf '%s\n' "$package"
    done
}

# Installs what is missing with apt, as root or through sudo; says what it installs, and what is missing where it can't.
install_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "This is not Debian or Ubuntu, so nothing can be installed from here."
        say "Paraaf needs what these Debian packages hold: $*"
        return 0
    fi
    local missing as_root=()
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "These packages are missing, and installing them takes root or sudo: ${missing[*]}"
            say "Ask an administrator to run: apt-get install ${missing[*]}"
            return 1
        fi
        as_root=(sudo)
    fi
    say "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends \
        "${missing[@]}" >&2
}

# Puts a Swift of 6.1 or later on the PATH, or says how to get one.
find_swift() {
    local folder version
    for folder in "" /opt/swift/usr/bin "${HOME:-/root}/.local/share/swiftly/bin" /usr/local/swift/usr/bin; do
        [ -z "$folder" ] || PATH="$folder:$PATH"
        command -v swift >/dev/null || continue
        version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
        case "$version" in
            6.[1-9]* | [7-9].* | [1-9][0-9].*)
                export PATH
                return 0
                ;;
        esac
    done
    say "Swift 6.1 or later was not found. Debian has no package of it."
    say "Get it with swiftly: see https://www.swift.org/install/linux, then run this again."
    return 1
}
