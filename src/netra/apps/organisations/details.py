"""What an administrator may change of the own office; each change is told to the journal."""

from django.db import transaction

from netra.apps.organisations.appointments import NotAllowed, Record
from netra.apps.organisations.models import Office
from netra.apps.organisations.serving import Serving
from netra.domain.access import Action
from netra.domain.journal.entry import Draft


@transaction.atomic
def change(by: Serving, *, bawaslu_code: str, address: str, record: Record) -> bool:
    """Set the code that numbers print and the address that papers print; ``False``: as before.

    Numbers that were drawn keep the code they were drawn with.
    """
    if not by.may(Action.MANAGE_OFFICE):
        raise NotAllowed("Hanya pengelola yang dapat mengubah data kantor.", "Hubungi pengelola.")
    office = Office.objects.select_for_update().get(pk=by.office.pk)
    if (office.bawaslu_code, office.address) == (bawaslu_code, address):
        return False
    body = {"bawaslu_code": bawaslu_code, "before": office.bawaslu_code, "address": address}
    office.bawaslu_code, office.address = bawaslu_code, address
    office.save(update_fields=["bawaslu_code", "address"])
    record(Draft(f"office:{office.code}", "office_changed", by.now, by.actor.name, body))
    return True
