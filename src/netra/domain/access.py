"""Who may do what: one readable table of roles and actions."""

from enum import StrEnum


class Role(StrEnum):
    """What a person is appointed to in one office."""

    RECEIVING_OFFICER = "receiving_officer"
    EXAMINER = "examiner"
    COMMISSIONER = "commissioner"
    ADMINISTRATOR = "administrator"
    AGENCY_OFFICER = "agency_officer"
