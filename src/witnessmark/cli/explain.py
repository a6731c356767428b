"""`witnessmark explain`: what a check looks for, and whose rule it is."""

import click

from witnessmark.cli.app import App, pass_app


@click.command("explain")
@click.argument("code", required=False)
@pass_app
def command(app: App, code: str | None) -> None:
    """Explain a check by its code or name; without one, list them all.

    \b
    Examples:
      witnessmark explain
      witnessmark explain WM103
      witnessmark explain quote-not-verbatim
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.manuscript.checks import CHECKS
    from witnessmark.manuscript.explain import explain, find_check

    if code is None:
        rows = [
            {"code": one.code, "name": one.name, "severity": one.severity, "title": one.title}
            for one in CHECKS.values()
        ]
        app.show(
            rows,
            lambda: click.echo(
                "\n".join(f"{row['code']}  {row['severity']}  {row['name']:<28}{row['title']}" for row in rows)
            ),
        )
        return
    found = find_check(code)
    data = {"code": found.code, "name": found.name, "severity": found.severity, "explanation": explain(code)}
    app.show(data, lambda: click.echo(explain(code)))
