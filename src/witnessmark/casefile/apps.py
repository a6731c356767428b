"""The Django application that holds the records."""

from django.apps import AppConfig


class CasefileConfig(AppConfig):
    """The casefile, under a short label so that table names stay readable."""

    name = "witnessmark.casefile"
    label = "casefile"
    default_auto_field = "django.db.models.BigAutoField"

    def import_models(self) -> None:
        """Load the records, which live one noun to a file in `records/`."""
        from witnessmark.casefile import records  # noqa: F401 - importing registers the models

        super().import_models()
