"""The worker and the command line: no HTTP; every table the desk migrates is known here."""

from netra.config.settings.desk import *
