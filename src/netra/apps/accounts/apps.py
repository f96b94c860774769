from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "netra.apps.accounts"
