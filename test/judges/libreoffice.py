"""Reads Word files with LibreOffice, once with all tracked changes accepted and once with all rejected.

Takes a JSON list of paths on standard input, gives a JSON list of { "after", "before" } on standard output: each a list of blocks
{ "type", "text" }, the footnotes last; an entry of the contents is of the type "contents 2" by its level, and what stands above them
"contents". One office process reads all of them. With --pdf, each file is only printed as it is, with its changes shown, as PDF
beside it. With --update, its contents are brought up to date, as a person would, and it is saved in its place.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import DisposedException


def named(name, value):
    property_value = PropertyValue()
    property_value.Name, property_value.Value = name, value
    return property_value


def start(profile):
    pipe = "judge%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--nologo", "--nodefault",
         "--accept=pipe,name=%s;urp" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(300):
        try:
            return office, resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            if office.poll() not in (None, 0, 81):
                break
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


def paragraphs_of(text):
    found = []
    contents = text.createEnumeration()
    while contents.hasMoreElements():
        content = contents.nextElement()
        if content.supportsService("com.sun.star.text.Paragraph"):
            found.append(content)
        elif content.supportsService("com.sun.star.text.TextTable"):
            found.append(content)
    return found


def words_of(paragraph):
    # Where a content control ends, LibreOffice gives a character of its own.
    return paragraph.getString().rstrip("\r")


def cells_of(table):
    # A cell is named by its column, in letters, and its row.
    def place(name):
        letters = name.rstrip("0123456789")
        return int(name[len(letters):]), len(letters), letters

    for name in sorted(table.getCellNames(), key=place):
        yield table.getCellByName(name)


def kind_of(paragraph):
    # Word's "toc 2" and "TOC Heading" are "Contents 2" and "Contents Heading" here.
    style = paragraph.ParaStyleName
    if style == "Contents Heading":
        return "contents"
    if style.startswith("Contents "):
        return "contents " + style[len("Contents "):]
    return "heading" if paragraph.OutlineLevel > 0 else "paragraph"


def blocks_of(document):
    blocks = []
    for content in paragraphs_of(document.getText()):
        if content.supportsService("com.sun.star.text.TextTable"):
            for cell in cells_of(content):
                text = "\n".join(words_of(paragraph) for paragraph in paragraphs_of(cell))
                blocks.append({"type": "cell", "text": text})
        else:
            blocks.append({"type": kind_of(content), "text": words_of(content)})
    notes = document.getFootnotes()
    for index in range(notes.getCount()):
        note = notes.getByIndex(index)
        for at, paragraph in enumerate(paragraphs_of(note)):
            text = words_of(paragraph)
            if at == 0 and text.startswith(note.getLabel()):
                text = text[len(note.getLabel()):]
            blocks.append({"type": "footnote", "text": text})
    return blocks


def read(context, desktop, path, command):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (named("Hidden", True),))
    if document is None:
        raise SystemExit("LibreOffice cannot open " + path)
    try:
        if command == "--pdf":
            target = uno.systemPathToFileUrl(os.path.splitext(path)[0] + ".pdf")
            document.storeToURL(target, (named("FilterName", "writer_pdf_Export"),))
            return []
        if command == "--update":
            indexes = document.getDocumentIndexes()
            for index in range(indexes.getCount()):
                indexes.getByIndex(index).update()
            document.storeToURL(uno.systemPathToFileUrl(path), (named("FilterName", "MS Word 2007 XML"),))
            return []
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        dispatcher.executeDispatch(document.getCurrentController().getFrame(), command, "", 0, ())
        return blocks_of(document)
    finally:
        document.close(True)


class Office:
    """A LibreOffice process with a profile of its own; started again where it went away under a file."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="judge-office-")
        self.start()

    def start(self):
        self.process, self.context = start(self.profile)
        self.desktop = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)

    def read(self, path, command):
        for attempt in (1, 2):
            try:
                return read(self.context, self.desktop, path, command)
            except DisposedException:
                if attempt == 2:
                    raise SystemExit("LibreOffice went away twice under " + path)
                self.process.wait(20)
                self.start()

    def stop(self):
        try:
            self.desktop.terminate()
        except DisposedException:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.terminate()
        shutil.rmtree(self.profile, ignore_errors=True)


def main():
    paths = json.load(sys.stdin)
    office = Office()
    try:
        results = []
        for path in paths:
            if len(sys.argv) > 1:
                office.read(path, sys.argv[1])
                continue
            results.append({
                "after": office.read(path, ".uno:AcceptAllTrackedChanges"),
                "before": office.read(path, ".uno:RejectAllTrackedChanges"),
            })
        json.dump(results, sys.stdout)
    finally:
        office.stop()


main()
