"""Skipped numbers need no list: a number is free as long as no record has it."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Drop the list."""

    dependencies: ClassVar = [("casefile", "0002_append_only")]
    operations: ClassVar = [migrations.RemoveField(model_name="counter", name="gaps")]
