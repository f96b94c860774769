from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "netra.apps.cases"
