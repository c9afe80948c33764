import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/word/read/limits.ts';
import { converted, libreOfficeLines } from './libreoffice-lines.ts';
import { lines, readable, readParts, refusal } from './reading.ts';
import { handmadeEntries, handmadeFile, namespaces, zipEntries } from './word-file.ts';

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const entries = handmadeEntries({ body: paragraph('words') });
const file = zipEntries(entries);

/** A file whose document part is this text. */
const withDocument = (text: string | Uint8Array) => zipEntries({ ...entries, 'word/document.xml': text });
const documentOf = (body: string) => `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`;

/** A file with some of its bytes replaced. */
function patched(bytes: Uint8Array, patches: readonly (readonly [at: number, ...bytes: number[]])[]): Uint8Array {
  const copy = bytes.slice();
  for (const [at, ...given] of patches) copy.set(given, at);
  return copy;
}

/** Where the directory of an archive has the entry of this name. */
function directoryEntry(bytes: Uint8Array, name: string): number {
  const text = new TextDecoder('latin1').decode(bytes);
  for (let at = text.indexOf('PK\x01\x02'); at !== -1; at = text.indexOf('PK\x01\x02', at + 1)) {
    if (text.startsWith(name, at + 46)) return at;
  }
  throw new Error(`no entry ${name}`);
}

const utf16 = (text: string) => [...text].flatMap((character) => [character.charCodeAt(0), 0]);
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

describe('what is no Word file is refused with what it is', () => {
  const other: readonly (readonly [string, Uint8Array, string])[] = [
    ['an empty file', new Uint8Array(), 'it is empty; ask for it again'],
    ['a PDF', strToU8('%PDF-1.7 …'), 'it is a PDF; ask for the Word file it was made from'],
    ['Rich Text', strToU8('{\\rtf1\\ansi}'), 'it is in Rich Text Format; open it in Word and save it as .docx'],
    ['a web page', strToU8('<!DOCTYPE html><p>x'), 'it is a web page; open it in Word and save it as .docx'],
    [
      'a Word file as XML',
      strToU8('<?xml version="1.0"?><pkg:package/>'),
      'it is a Word file as one XML text; open it in Word and save it as .docx',
    ],
    [
      'a text',
      strToU8('# Appendix D'),
      'it is plain text; a text in Markdown needs no importing, and any other is to be saved as .docx',
    ],
    [
      'Word before 2007',
      Uint8Array.from([...compound, ...utf16('WordDocument')]),
      'it is in the format of Word before 2007 (.doc); open it in Word and save it as .docx',
    ],
    [
      'a file under a password',
      Uint8Array.from([...compound, ...utf16('EncryptedPackage')]),
      'it is protected by a password; open it in Word and save it without one',
    ],
    [
      'another Office file',
      Uint8Array.from(compound),
      'it is an Office file of the old kind, or protected; open it in Word and save it as .docx',
    ],
    [
      'a zip archive',
      zipEntries({ 'a.txt': 'x' }),
      'it is a zip archive without a Word document in it; look in it for the Word file, and take it out',
    ],
    [
      'an empty archive',
      zipSync({}),
      'it is a zip archive without a Word document in it; look in it for the Word file, and take it out',
    ],
    [
      'OpenDocument',
      zipEntries({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'it is an OpenDocument file; open it in Word or LibreOffice and save it as .docx',
    ],
    [
      'a workbook',
      withDocument('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'),
      'it is an Excel workbook; ask for the Word file',
    ],
    [
      'slides',
      withDocument('<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'),
      'it is a PowerPoint presentation; ask for the Word file',
    ],
    ['something else', withDocument('<x/>'), 'its main part is a “x”, not a Word document'],
  ];

  it.each(other)('%s', (_, bytes, why) => {
    expect(refusal(bytes)).toBe(`Expected a Word file (.docx), found something else: ${why}.`);
  });
});

describe('a damaged archive is refused', () => {
  it('cut off at any place', () => {
    for (let length = 2; length < file.length; length += 7) {
      expect(refusal(file.subarray(0, length))).toContain('the file is cut off or damaged');
    }
  });

  it('with a byte of a part changed', () => {
    const stored = zipSync(
      Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(String(text))])),
      { level: 0 },
    );
    const at = new TextDecoder('latin1').decode(stored).indexOf('words</w:t>');
    expect(refusal(patched(stored, [[at, 0x57]]))).toContain('the part “word/document.xml” is damaged');
  });

  it('with packed bytes that cannot be unpacked', () => {
    const at = directoryEntry(file, 'word/document.xml');
    const start = new DataView(file.buffer, file.byteOffset).getUint32(at + 42, true) + 30 + 'word/document.xml'.length;
    expect(refusal(patched(file, [[start, 0xff, 0xff, 0xff, 0xff]]))).toContain(
      'the part “word/document.xml” is damaged',
    );
  });

  it('with a part that is larger than it says', () => {
    const at = directoryEntry(file, 'word/document.xml');
    expect(refusal(patched(file, [[at + 24, 10, 0, 0, 0]]))).toContain('is larger than the file says');
  });

  it('with a part packed in a way Word does not use', () => {
    const at = directoryEntry(file, 'word/document.xml');
    expect(refusal(patched(file, [[at + 10, 12]]))).toContain('is packed in a way that Word does not use');
  });

  it('with an encrypted part', () => {
    const at = directoryEntry(file, 'word/document.xml');
    expect(refusal(patched(file, [[at + 8, 1]]))).toContain('“word/document.xml” is encrypted');
  });

  it('with a document that is not there', () => {
    const { 'word/document.xml': _, ...rest } = entries;
    expect(refusal(zipEntries(rest))).toContain(
      'the file says that its document is “word/document.xml”, and there is no such part',
    );
  });

  it('but not with a part missing that only adds to the document', () => {
    const relationships =
      '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>';
    expect(lines(readParts({ body: paragraph('words'), relationships }).document.blocks)).toEqual(['words']);
  });
});

describe('an archive made to do harm is refused', () => {
  it('with a part whose name leads out of it', () => {
    for (const name of ['../evil.txt', 'word/../../evil', '..\\evil', 'C:\\evil', '//server/x']) {
      expect(refusal(zipEntries({ ...entries, [name]: 'x' }))).toContain('leads out of the file');
    }
  });

  it('with a relationship that leads out of it', () => {
    const relationships = '<Relationship Id="x" Type="t/styles" Target="../../../etc/passwd"/>';
    expect(refusal(handmadeFile({ body: '', relationships }))).toContain(
      'the file points at “../../../etc/passwd”, which is outside of it',
    );
  });

  it('with two parts of one name', () => {
    expect(refusal(zipEntries({ ...entries, 'WORD/document.XML': documentOf(paragraph('other')) }))).toContain(
      'two parts of the file are named “WORD/document.XML”',
    );
  });

  it('with more parts than any document has', () => {
    const many = Object.fromEntries(Array.from({ length: limits.entries + 1 }, (_, index) => [`p${index}`, '']));
    expect(refusal(zipEntries({ ...entries, ...many }))).toContain(`${limits.entries} at most are read`);
  });

  it('with a part that is far larger unpacked', () => {
    const bomb = withDocument(documentOf(paragraph(' '.repeat(limits.ratioBytes + 1))));
    expect(refusal(bomb)).toContain(`packed more than ${limits.ratio} times smaller`);
  });

  it('with a part that is too large, before it is unpacked', () => {
    const at = directoryEntry(file, 'word/document.xml');
    const size = limits.partBytes + 1;
    const claimed = [size & 0xff, (size >> 8) & 0xff, (size >> 16) & 0xff, (size >>> 24) & 0xff];
    expect(refusal(patched(file, [[at + 24, ...claimed]]))).toContain('is larger than 96 MB');
  });

  it('with parts that are too large together', () => {
    const large = (root: string) => `<w:${root} ${namespaces}>${' '.repeat(limits.unpackedBytes / 2)}</w:${root}>`;
    const parts = handmadeEntries({ body: '', styles: '', numbering: '' });
    const whole = { ...parts, 'word/styles.xml': large('styles'), 'word/numbering.xml': large('numbering') };
    const stored = Object.entries(whole).map(([name, text]) => [name, strToU8(String(text))]);
    const bytes = zipSync(Object.fromEntries(stored), { level: 0 });
    expect(refusal(bytes)).toContain('unpacked, its parts are larger than 128 MB');
  });
});

describe('XML made to do harm is refused', () => {
  it('with a document type, so that no entity is expanded', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${documentOf(paragraph('&b;'))}`;
    expect(refusal(withDocument(laughs))).toContain('declares a document type, which no Word file does');
  });

  it('with an entity that is not declared', () => {
    expect(refusal(withDocument(documentOf(paragraph('&file;'))))).toContain('is not well-formed XML');
  });

  it('nested 100,000 deep', () => {
    const deep = 100_000;
    for (const name of ['w:sdt', 'w:r', 'w:tbl', 'w:ins']) {
      const body = `<${name}>`.repeat(deep) + `</${name}>`.repeat(deep);
      expect(refusal(withDocument(documentOf(body)))).toContain(`nests its elements more than ${limits.depth} deep`);
    }
  });

  it('with more elements than any document has', () => {
    const body = '<w:p/>'.repeat(limits.elements);
    expect(refusal(withDocument(documentOf(body)))).toMatch(/the file has more than 2500000 elements/);
  });

  it('with more namespaces than any document declares', () => {
    const declared = Array.from({ length: 300 }, (_, index) => `xmlns:n${index}="n${index}"`).join(' ');
    expect(refusal(withDocument(`<w:document ${declared} ${namespaces}/>`))).toContain(
      'declares more than 256 namespaces',
    );
  });

  it('that is not well-formed', () => {
    for (const text of [
      '',
      '   ',
      '<w:document',
      documentOf('<w:p>'),
      documentOf('<w:p a="1" a="2"/>'),
      documentOf('\u0001'),
      `${documentOf('')}x`,
    ]) {
      expect(refusal(withDocument(text))).toMatch(/“word\/document.xml” is (?:not well-formed XML|empty)/);
    }
  });

  it('with a prefix that is not declared', () => {
    expect(refusal(withDocument('<w:document/>'))).toContain('uses the prefix of “w:document” without declaring it');
  });
});

describe('a file made to take long is read in a time that grows with its size', () => {
  const many = 40_000;
  const changed = 'w:id="1" w:author="x"';
  type Side = 'accept' | 'reject' | 'both';
  const twice = (
    content: (count: number) => string,
    side: Side = 'accept',
    further: (count: number) => object = () => ({}),
  ) => {
    // Time of the processor, since others may use it at the same time.
    const time = (count: number) => {
      const bytes = handmadeFile({ body: content(count), ...further(count) });
      const start = process.cpuUsage();
      readable(bytes, side);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    time(many / 16);
    const [little, much] = [time(many / 16), time(many)];
    // Sixteen times as much takes sixteen times as long, and more where memory runs short; squared it would be 256 times.
    expect(much / Math.max(little, 10)).toBeLessThan(45);
  };
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

  it('of paragraphs that are all joined', () => {
    twice(
      (count) =>
        `<w:p><w:pPr><w:rPr><w:del ${changed}/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`.repeat(count) +
        paragraph('end'),
    );
  });

  it('of fields in fields over all paragraphs', () => {
    const open = `${field('begin')}<w:r><w:instrText>HYPERLINK "${'x'.repeat(4000)}"</w:instrText></w:r>${field('separate')}`;
    twice(
      (count) =>
        `<w:p>${open.repeat(20)}</w:p>${paragraph('x').repeat(count / 8)}<w:p>${field('end').repeat(20)}</w:p>`,
    );
  });

  it('of fields that are never closed', () => {
    twice((count) => `<w:p>${field('begin').repeat(count)}</w:p>${paragraph('x')}`);
  });

  it('of moves that are never closed', () => {
    twice(
      (count) =>
        `${Array.from({ length: count }, (_, id) => `<w:moveFromRangeStart w:id="${id}"/>`).join('')}<w:p>${`<w:moveFrom ${changed}><w:r><w:t>x</w:t></w:r></w:moveFrom>`.repeat(count)}</w:p>`,
      'both',
    );
  });

  it('of long numbers', () => {
    const numbering = (count: number) => ({
      numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="32000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="${'%1'.repeat(count)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    });
    twice(
      (count) => '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'.repeat(count / 4),
      'accept',
      numbering,
    );
  });

  it('of properties that changed', () => {
    twice(
      (count) =>
        `<w:p><w:pPr>${`<w:ins ${changed}/>`.repeat(count)}<w:pPrChange ${changed}><w:pPr>${'<w:jc/>'.repeat(count)}</w:pPr></w:pPrChange></w:pPr></w:p>`,
      'reject',
    );
  });

  it('of sections with headers', () => {
    const header = '<Relationship Id="h" Type="t/header" Target="header.xml"/>';
    const further = { 'word/header.xml': `<w:hdr ${namespaces}>${paragraph('x').repeat(2_000)}</w:hdr>` };
    twice(
      (count) =>
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="first" r:id="h"/></w:sectPr></w:pPr></w:p>'.repeat(count / 4),
      'accept',
      () => ({ relationships: header, further }),
    );
  });

  it('of styles based on one another in a row', () => {
    const styles = (count: number) => ({
      styles: Array.from(
        { length: count },
        (_, id) => `<w:style w:type="paragraph" w:styleId="s${id}"><w:basedOn w:val="s${id + 1}"/></w:style>`,
      ).join(''),
    });
    twice(
      (count) =>
        Array.from({ length: count / 8 }, (_, id) => `<w:p><w:pPr><w:pStyle w:val="s${id}"/></w:pPr></w:p>`).join(''),
      'accept',
      styles,
    );
  });

  it('of tracked changes in one another', () => {
    const inner = `<w:p><w:pPr><w:rPr><w:del ${changed}/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`;
    twice(
      (count) => `<w:ins ${changed}>`.repeat(200) + inner.repeat(count) + '</w:ins>'.repeat(200) + paragraph('end'),
    );
    const nested = (count: number) =>
      `${inner}<w:tbl><w:tr><w:tc>`.repeat(50) +
      inner.repeat(count) +
      `${paragraph('x')}</w:tc></w:tr></w:tbl>`.repeat(50);
    twice((count) => nested(count) + paragraph('end'));
  });

  it('of rows, cells and controls in one another', () => {
    twice((count) =>
      ('<w:tbl><w:tr><w:tc>'.repeat(60) + paragraph('x') + '</w:tc></w:tr></w:tbl>'.repeat(60)).repeat(count / 100),
    );
  });
});

describe('a part may be written in any way that Word reads', () => {
  const text = `<?xml version="1.0" encoding="UTF-16"?>${documentOf(paragraph('“SPOTI” — £5'))}`;
  const words = ['“SPOTI” — £5'];
  const little = Uint8Array.from([
    0xff,
    0xfe,
    ...[...text].flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8]),
  ]);
  const big = Uint8Array.from([
    0xfe,
    0xff,
    ...[...text].flatMap((one) => [one.charCodeAt(0) >> 8, one.charCodeAt(0) & 0xff]),
  ]);

  it('in UTF-16, either way round, with or without its mark', () => {
    for (const bytes of [little, big, little.subarray(2), big.subarray(2)]) {
      expect(lines(readable(withDocument(bytes)).document.blocks)).toEqual(words);
    }
  });

  it('in UTF-8 with its mark', () => {
    expect(lines(readable(withDocument(`\ufeff${text.replace('16', '8')}`)).document.blocks)).toEqual(words);
  });

  it('with other prefixes', () => {
    const bare = documentOf(paragraph('words')).replaceAll('w:', '').replace('xmlns:w=', 'xmlns=');
    const plain = bare.replace(
      /xmlns:?w?="http:\/\/schemas[^"]*wordprocessingml[^"]*"/,
      'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
    );
    expect(lines(readable(withDocument(plain)).document.blocks)).toEqual(['words']);
  });

  it('by the strict edition of the standard', () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const body = `<w:document xmlns:w="${strict}/wordprocessingml/main"><w:body>${paragraph('words')}</w:body></w:document>`;
    const root = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/word/document.xml"/></Relationships>`;
    expect(
      lines(readable(zipEntries({ ...entries, 'word/document.xml': body, '_rels/.rels': root })).document.blocks),
    ).toEqual(['words']);
  });

  it('but not in another encoding, nor in bytes that are no characters', () => {
    expect(refusal(withDocument(`<?xml version="1.0" encoding="windows-1252"?>${documentOf('')}`))).toContain(
      'is in windows-1252, where Word files are in UTF-8',
    );
    expect(refusal(withDocument(Uint8Array.from([...strToU8('<a>'), 0xff, 0xfe, 0x80])))).toContain(
      'has bytes that are no characters in UTF-8',
    );
  });

  it('with its parts under names in any case', () => {
    const { 'word/document.xml': document = '', ...rest } = entries;
    expect(lines(readable(zipEntries({ ...rest, 'Word/Document.xml': document })).document.blocks)).toEqual(['words']);
  });

  it('with the sizes of its entries where large archives keep them', () => {
    expect(lines(readable(asLargeArchive(file)).document.blocks)).toEqual(['words']);
  });
});

/** The same archive with every size in the field for archives above 4 GB. */
function asLargeArchive(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const directory = view.getUint32(end + 16, true);
  const made: number[] = [...bytes.subarray(0, directory)];
  for (let at = directory; at < end; ) {
    const nameLength = view.getUint16(at + 28, true);
    const entry = bytes.slice(at, at + 46 + nameLength);
    const field = new DataView(new ArrayBuffer(20));
    field.setUint16(0, 1, true);
    field.setUint16(2, 16, true);
    field.setBigUint64(4, BigInt(view.getUint32(at + 24, true)), true);
    field.setBigUint64(12, BigInt(view.getUint32(at + 20, true)), true);
    entry.fill(0xff, 20, 28);
    entry.set([20, 0], 30);
    made.push(...entry, ...new Uint8Array(field.buffer));
    at += 46 + nameLength;
  }
  return Uint8Array.from([...made, ...bytes.subarray(end)]);
}

describe('what reaches outside of a file is never fetched or run', () => {
  it('tells of macros', () => {
    const { told } = readParts({ body: paragraph('words'), further: { 'word/vbaProject.bin': 'x' } });
    expect(told).toEqual([{ what: 'a program (macros), which was not run', where: 'the file' }]);
  });

  it('tells of pictures and templates outside, with their address', () => {
    const relationships =
      '<Relationship Id="x" Type="t/attachedTemplate" Target="file://server/evil.dotm" TargetMode="External"/>';
    expect(readParts({ body: paragraph('words'), relationships }).told).toEqual([
      {
        what: 'something outside of the file (attachedTemplate), which was not fetched',
        where: 'the file',
        text: 'file://server/evil.dotm',
      },
    ]);
  });
});

describe('a file that another program protects', () => {
  it.skipIf(!libreOfficeLines.installed)(
    'is recognised when it is in the format before 2007, where LibreOffice is installed',
    () => {
      const [old = new Uint8Array()] = converted([file], 'docx', 'doc:MS Word 97', 'doc');
      expect(refusal(old)).toContain('it is in the format of Word before 2007 (.doc)');
    },
  );
});
