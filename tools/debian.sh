#!/bin/sh
# Installs the Debian programs that the tests use as independent judges: minisign, ssh-keygen, openssl,
# pdftotext and pdftoppm, and a browser. As root on Debian it installs what is missing; otherwise it says so,
# and the tests that need them fail with the package's name.
set -eu
missing=""
for pair in minisign:minisign ssh-keygen:openssh-client openssl:openssl pdftotext:poppler-utils chromium:chromium sha256sum:coreutils; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing from Debian:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Tests need these Debian packages:$missing" >&2
    echo "Run: sudo apt-get install$missing" >&2
    exit 1
fi
