"""netra: oversight of the political neutrality of Indonesia's civil servants."""

__version__ = "0.1.0"
