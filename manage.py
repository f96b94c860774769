#!/usr/bin/env python
"""Django's own commands, on the worker's settings."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netra.config.settings.worker")
    execute_from_command_line(sys.argv)
