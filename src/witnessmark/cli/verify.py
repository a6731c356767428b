"""`witnessmark verify`: the stand-alone verifier, the same as the `verify.py` that lies in every release."""

import click

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.exits import USAGE


@click.command("verify")
@click.argument("bundle", type=click.Path(exists=True))
@click.option("--key", default="", metavar="FILE|KEY", help="The signer's public key, from outside the bundle.")
@click.option("--fingerprint", default="", metavar="SHA256:…", help="Its fingerprint, as printed elsewhere.")
@click.option(
    "--policy", default="", metavar="FILE", help="A trust policy from outside (release key, log key, time stamps)."
)
@pass_app
def command(app: App, bundle: str, key: str, fingerprint: str, policy: str) -> int:
    """Check a release, folder or zip, with the standard library alone: everything in it, and nothing else in it.

    Exit 0: all holds and the signer is the one you named. 3: intact, but no signer named. 1: broken, each fault named.

    \b
    Examples:
      witnessmark verify report.zip --key office.pub
      witnessmark verify report/ --fingerprint SHA256:…
      python3 report/verify.py report/ --key office.pub          (without witnessmark)
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.verify.main import main

    words = [bundle]
    for option, value in (("--key", key), ("--fingerprint", fingerprint), ("--policy", policy)):
        words += [option, value] if value else []
    code = main([*words, "--json"] if app.as_json else words)
    if code == USAGE and app.as_json:
        app.show({"error": "usage", "what": "bundle, key or policy is not usable; see standard error"}, lambda: None)
    return code
