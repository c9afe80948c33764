"""Edits Word files with LibreOffice Writer as a drafter does: what is selected, typed and pressed is given to the window, not to the text.

Takes a JSON list of sessions { "file", "out", "track", "steps" } on standard input; each step is a list of a word and what it takes. One
office process does them all. A step that finds nothing ends the whole with a message.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def named(name, value):
    property_value = PropertyValue()
    property_value.Name, property_value.Value = name, value
    return property_value


def start(profile):
    pipe = "drafter%s" % profile.rsplit("-", 1)[-1]
    office = subprocess.Popen(
        ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--nologo", "--nodefault",
         "--accept=pipe,name=%s;urp" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(600):
        try:
            return office, resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            if office.poll() not in (None, 0, 81):
                break
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


class Drafter:
    """One document in a window of its own."""

    def __init__(self, context, document):
        self.document = document
        self.controller = document.getCurrentController()
        self.dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def press(self, command, *arguments):
        self.dispatcher.executeDispatch(self.controller.getFrame(), ".uno:" + command, "", 0, arguments)

    def cursor(self):
        return self.controller.getViewCursor()

    def do(self, step):
        word, *given = step
        getattr(self, "do_" + word)(*given)

    def do_select(self, words, place=1):
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        every = self.document.findAll(search)
        found = [every.getByIndex(at) for at in range(every.getCount())]
        # Nobody types in the contents: they are made of the headings.
        found = [one for one in found if not one.ParaStyleName.startswith(("Contents", "TOC"))]
        if len(found) < place:
            raise SystemExit("nothing to select: " + words)
        self.controller.select(found[place - 1])

    def do_before(self, words, place=1):
        self.do_select(words, place)
        self.cursor().collapseToStart()

    def do_after(self, words, place=1):
        self.do_select(words, place)
        self.cursor().collapseToEnd()

    def do_type(self, text):
        if not self.cursor().isCollapsed():
            self.press("Delete")
        self.press("InsertText", named("Text", text))

    def do_delete(self):
        self.press("Delete")

    def do_enter(self):
        self.press("InsertPara")

    def do_paragraph_end(self):
        self.press("EndOfPara")

    def do_paragraph_start(self):
        self.press("GoToStartOfPara")

    def do_select_paragraph(self, words, place=1):
        """The words and the end of it, as by the margin or with Shift and the arrow down."""
        self.do_before(words, place)
        cursor = self.cursor().getText().createTextCursorByRange(self.cursor())
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        cursor.goRight(1, True)
        self.controller.select(cursor)

    def do_select_sentence(self, words, place=1):
        self.do_before(words, place)
        self.press("SelectSentence")

    def do_bold(self):
        self.press("Bold")

    def do_italic(self):
        self.press("Italic")

    def do_row_after(self, *texts):
        """A row below the one that was selected in, and what is typed into its cells."""
        cursor = self.cursor()
        table, name = cursor.TextTable, cursor.Cell.CellName
        row = int(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) + 1
        self.press("InsertRowsAfter")
        for index, text in enumerate(texts):
            cell = table.getCellByName("%s%d" % (chr(ord("A") + index), row))
            self.controller.select(cell.createTextCursor())
            self.press("InsertText", named("Text", text))

    def do_delete_row(self):
        self.press("DeleteRows")

    def do_comment(self, text):
        self.press("InsertAnnotation", named("Text", text), named("Author", "A. Drafter"))

    def do_footnote(self, text):
        note = self.document.createInstance("com.sun.star.text.Footnote")
        cursor = self.cursor()
        cursor.getText().insertTextContent(cursor.getStart(), note, False)
        note.insertString(note.createTextCursor(), text, False)

    def do_paste(self, text):
        """Unformatted text, line by line, as it comes from elsewhere."""
        for index, line in enumerate(text.split("\n")):
            if index > 0:
                self.do_enter()
            self.do_type(line)

    def do_style(self, name):
        self.cursor().ParaStyleName = name


def edit(context, desktop, session):
    url = uno.systemPathToFileUrl(session["file"])
    document = desktop.loadComponentFromURL(url, "_blank", 0, (named("Hidden", True),))
    if document is None:
        raise SystemExit("LibreOffice cannot open " + session["file"])
    try:
        document.RecordChanges = session["track"]
        drafter = Drafter(context, document)
        for step in session["steps"]:
            drafter.do(step)
        document.storeToURL(uno.systemPathToFileUrl(session["out"]), (named("FilterName", "MS Word 2007 XML"),))
    finally:
        document.close(True)


def main():
    sessions = json.load(sys.stdin)
    profile = tempfile.mkdtemp(prefix="drafter-")
    office, context = start(profile)
    try:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        for session in sessions:
            edit(context, desktop, session)
        desktop.terminate()
        office.wait(20)
    finally:
        if office.poll() is None:
            office.terminate()
        shutil.rmtree(profile, ignore_errors=True)


main()
