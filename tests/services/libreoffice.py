"""Edits workbooks with the LibreOffice that is installed, by a macro in a profile of its own."""

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".xls": "MS Excel 97"}

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">
{}</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Edits"/></library:library>
"""
_EDIT = """
Sub Run
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden" : how(0).Value = True
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, how())
  sheet = book.Sheets.getByIndex(0)
  sheet.unprotect("")
{steps}
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName" : form(0).Value = "{filter}"
  book.storeToURL("{target}", form())
  book.close(True)
End Sub
"""


def edit(source: Path, target: Path, steps: str, folder: Path) -> Path:
    """Open a workbook, take these steps of Basic on its first `sheet`, and save it in the format of the target."""
    module = _EDIT.format(
        source=source.as_uri(), target=target.as_uri(), filter=FILTERS[target.suffix], steps=steps.strip("\n")
    )
    basic = folder / "profile" / "user" / "basic" / "Standard"
    if not basic.exists():
        _run(folder, "--terminate_after_init")  # it makes its profile, over anything that is there
    (basic / "Edits.xba").write_text(_MODULE.format(escape(module)), encoding="utf-8")
    (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    said = _run(folder, "macro:///Standard.Edits.Run")
    assert target.exists(), said
    return target


def _run(folder: Path, what: str) -> str:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(PROGRAM), profile, "--headless", "--norestore", what]
    return subprocess.run(command, capture_output=True, timeout=180, check=True, text=True).stderr
