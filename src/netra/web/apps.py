from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates and template tags of both doors; no models."""

    name = "netra.web"
    label = "web"
