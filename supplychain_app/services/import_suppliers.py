"""Finds or adds the suppliers that a file names, whatever way they are spelled."""

import re
import unicodedata

import numpy as np
from rapidfuzz import fuzz, process

from supplychain_app.exchange.coded import Column
from supplychain_app.services.import_job import Job
from supplychain_app.storage import import_lines as stored
from supplychain_app.storage.import_nouns import fill_gaps, note

_INTERNAL = re.compile(
    r"\b(?:from rdc|regional distribution|own warehouse|internal (?:supplier|transfer|warehouse)|eigenes lager|umlagerung|interne?s? lager|"  # noqa: E501
    r"stock transfer|almacen propio|entrepot interne|intercompany)\b"
)
_LEGAL = re.compile(
    r"\b(?:gmbh(?: & co)?(?: kg)?|ag|kg|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|"  # noqa: E501
    r"sl|slu|lda|ltda|eireli|sa de cv|pvt|pte|pty|kk|sdn bhd|zoo|sp|doo|kft|sro)\b"
)


def name_key(name: str | None) -> str | None:
    """A supplier's name in plain letters, without its legal form: spellings of one supplier share it.

    >>> name_key("Müller & Söhne GmbH"), name_key("MUELLER & SOEHNE")
    ('muller sohne', 'muller sohne')
    """
    if not name:
        return None
    text = "".join(
        c for c in unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss")) if not unicodedata.combining(c)
    )
    text = text.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace(".", "")
    text = re.sub(r"[^\w&]+", " ", text)
    short = re.sub(r"[\s&]+", " ", _LEGAL.sub(" ", text)).strip()
    return short or re.sub(r"\s+", " ", text).strip() or name.casefold()


class Suppliers:
    """Finds or adds the supplier of each row, by code, else by name."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.by_code = stored.suppliers_by_code(job.db)
        self.by_name = stored.suppliers_by_name(job.db)
        self.memo: dict[tuple[str | None, str | None], int | None] = {}
        self.added = 0

    def ids(self) -> Column:
        """One supplier id a row; new suppliers are added in the order of their first rows."""
        codes, names = self.job.records.column("supplier_code"), self.job.records.column("supplier_name")
        pairs = codes.codes.astype(np.int64) * len(names.words) + names.codes
        _, first, inverse = np.unique(pairs, return_index=True, return_inverse=True)
        found: list[int | None] = [None] * len(first)
        for place in np.argsort(first).tolist():
            found[place] = self.find(codes[int(first[place])], names[int(first[place])])
        return Column(found, inverse.astype(np.int32))

    def find(self, code: str | None, name: str | None) -> int | None:
        pair = (code, name)
        if pair not in self.memo:
            self.memo[pair] = self._find(code, name)
        return self.memo[pair]

    def _find(self, code: str | None, name: str | None) -> int | None:
        key = name_key(name)
        if code is None and key is None:
            return None
        if code is not None and code in self.by_code:
            supplier_id = self.by_code[code]
            if key and key not in self.by_name:
                stored.add_spelling(self.job.db, key, supplier_id)
                note(self.job.db, self.job.import_id, "supplier_name", supplier_id, {"name_key": key})
                self.by_name[key] = (supplier_id, code)
            return supplier_id
        if key is not None and key in self.by_name:
            supplier_id, known_code = self.by_name[key]
            if code is None or known_code is None:
                if code is not None:
                    self.by_code[code] = supplier_id
                    fill_gaps(self.job.db, "supplier", supplier_id, {"code": code}, self.job.import_id)
                    self.by_name[key] = (supplier_id, code)
                return supplier_id
        internal = 1 if _INTERNAL.search((name or "").casefold()) else 0
        identity = code if code is not None else f"name:{key}"
        values = {"identity": identity, "code": code, "name": name or code, "internal": internal}
        supplier_id = stored.add_supplier(self.job.db, values, key, self.job.import_id)
        self.added += 1
        if code is not None:
            self.by_code[code] = supplier_id
        if key is not None:
            self.by_name.setdefault(key, (supplier_id, code))
        return supplier_id

    def near(self, name: str) -> str | None:
        """A known spelling that is almost this name."""
        found = process.extractOne(
            name_key(name) or "", list(self.by_name), scorer=fuzz.token_sort_ratio, score_cutoff=92
        )
        return str(found[0]) if found else None
