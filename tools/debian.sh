#!/bin/sh
# Installs Debian programs that are missing: those named, else all that the tests use as independent judges (minisign,
# ssh-keygen, openssl, pdftotext and pdftoppm, a browser). As root on Debian it installs them; otherwise it says
# what to install, and fails.
set -eu
wanted="${*:-minisign ssh-keygen openssl pdftotext chromium sha256sum}"
missing=""
for pair in minisign:minisign ssh-keygen:openssh-client openssl:openssl pdftotext:poppler-utils chromium:chromium sha256sum:coreutils; do
    case " $wanted " in *" ${pair%%:*} "*) ;; *) continue ;; esac
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing from Debian:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "These Debian packages are needed:$missing" >&2
    echo "Run: sudo apt-get install$missing" >&2
    exit 1
fi
