#!/bin/sh
# Puts uv and the locked dependencies into ./.venv. Needs Python 3.11 or newer; nothing else.
set -eu
cd "$(dirname "$0")/.."
PYTHON="${PYTHON:-python3}"
UV_VERSION="${UV_VERSION:-0.13.9}"

"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "witnessmark needs Python 3.11 or newer; found: $("$PYTHON" --version 2>&1 || echo none)." >&2
    echo "On Debian 12: apt-get install python3" >&2
    exit 1
}
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    if ! "$PYTHON" -m venv .venv >/dev/null 2>&1; then
        # Debian splits the venv module off into its own package.
        rm -rf .venv
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            echo "installing Debian's python3-venv …"
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
            "$PYTHON" -m venv .venv
        else
            echo "Python's venv module is missing. Run: sudo apt-get install python3-venv" >&2
            exit 1
        fi
    fi
fi
[ -x .venv/bin/uv ] || .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION"
echo "installing the locked dependencies into .venv …"
.venv/bin/uv sync --frozen --inexact --quiet
