"""Finds the supplier for whom a mail's sender speaks by name, where no contact has the address."""

import re

from supplychain_app.mail.senders import domain_of
from supplychain_app.services.import_suppliers import name_key
from supplychain_app.storage import scorecards
from supplychain_app.storage.connection import Database
from supplychain_app.storage.correspondents import COMMON_HOSTS

_SHORTEST = 4  # letters of a name that says anything


def supplier_named(db: Database, sender_name: str, address: str) -> int | None:
    """The only supplier whose name stands in the sender's name, or is the host of its address.

    Names are compared without legal forms: “Lily (Bright Metal Co)” and sales@brightmetal.example both speak for
    “Bright Metal Co., Ltd.”.
    """
    domain = domain_of(address)
    host = "" if domain in COMMON_HOSTS else _host(domain)
    spoken = f" {name_key(sender_name) or ''} "
    found = set()
    for supplier_id, name in scorecards.supplier_ids(db):
        key = name_key(name) or ""
        compact = re.sub(r"\W", "", key)
        if len(compact) >= _SHORTEST and (compact == host or f" {key} " in spoken):
            found.add(supplier_id)
    return found.pop() if len(found) == 1 else None


def _host(domain: str) -> str:
    """'brightmetal' of mail.bright-metal.co.uk."""
    labels = domain.split(".")[:-1]
    while len(labels) > 1 and len(labels[-1]) <= 3:  # co.uk, com.cn
        labels.pop()
    return re.sub(r"\W", "", name_key(labels[-1].replace("-", " ")) or "") if labels else ""
