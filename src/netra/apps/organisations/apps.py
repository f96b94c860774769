from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "netra.apps.organisations"
