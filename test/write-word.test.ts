import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lintWord } from '../src/word/lint-word.ts';
import type { Revision, WordBlock, WordDocument, WordInline, WordParagraph } from '../src/word/word-document.ts';
import { writeWord } from '../src/word/write-word.ts';
import { everyKind } from './judges/every-kind.ts';
import { revision } from './judges/generate-word.ts';

const came = revision('inserted');
const went = revision('deleted');
const away = revision('moved-from', 1);
const here = revision('moved-to', 1);

function run(text: string, revised?: Revision): WordInline {
  return { type: 'run', text, ...(revised ? { revision: revised } : {}) };
}

function paragraph(children: readonly WordInline[], mark?: Revision, style = 'Normal'): WordParagraph {
  return { type: 'paragraph', style, children, ...(mark ? { mark } : {}) };
}

const kept = (text: string) => paragraph([run(text)]);

function documentOf(blocks: readonly WordBlock[], more: Partial<WordDocument> = {}): WordDocument {
  return { type: 'word-document', properties: {}, blocks, footnotes: [], comments: [], ...more };
}

/** The text of one part of what is written. */
function written(document: WordDocument, part = 'word/document.xml'): string {
  const file = writeWord(document);
  expect(lintWord(file)).toEqual([]);
  return strFromU8(unzipSync(file)[part] ?? new Uint8Array());
}

/** What an element holds, each time it stands there. */
function held(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))].map(([, content = '']) => content);
}

describe('a paragraph that came or went', () => {
  it('has its own mark revised where another follows', () => {
    const [gone = '', next = ''] = held(written(documentOf([paragraph([run('a', went)], went), kept('b')])), 'w:p');
    expect(gone).toMatch(/^<w:pPr><w:rPr><w:del /);
    expect(next).not.toMatch(/w:del/);
  });

  it('has the mark above it revised where it is the last', () => {
    const [above = '', last = ''] = held(written(documentOf([kept('a'), paragraph([run('b', went)], went)])), 'w:p');
    expect(above).toMatch(/<w:rPr><w:del /);
    expect(last).not.toMatch(/<w:pPr>.*<w:del .*<\/w:pPr>/);
  });

  it('takes the style of the paragraph above as the one that both texts keep', () => {
    const document = documentOf([kept('a'), paragraph([run('b', came)], came, 'Quote')]);
    const [, last = ''] = held(written(document), 'w:p');
    expect(last).toMatch(/^<w:pPr><w:pStyle w:val="Quote"\/><w:pPrChange [^>]*><w:pPr><w:pStyle w:val="Normal"\/>/);
  });

  it('gives back how each of both texts stands there, a bullet with it', () => {
    const item = { ...paragraph([run('b', went)], went, 'Item1'), bullet: true, contextualSpacing: true };
    const [, last = ''] = held(written(documentOf([paragraph([run('a')], undefined, 'Provision'), item])), 'w:p');
    const [now = '', before = ''] = last.split('<w:pPrChange');
    expect(now).toMatch(/^<w:pPr><w:pStyle w:val="Provision"\/>$/);
    expect(before).toMatch(/<w:pStyle w:val="Item1"\/><w:numPr>.*<w:contextualSpacing\/>/);
  });

  it('stands as the first part did where a split is rejected, and as it does where a merger is accepted', () => {
    const style = (name: string) => `<w:pStyle w:val="${name}"/>`;
    const split = written(documentOf([paragraph([run('One.')], came, 'Item1'), kept('Two.')]));
    expect(held(split, 'w:pPrChange')).toEqual([`<w:pPr>${style('Item1')}</w:pPr>`]);
    const merged = written(documentOf([paragraph([run('One.')], went, 'Item1'), kept('Two.')]));
    expect(held(merged, 'w:pPrChange')).toEqual([`<w:pPr>${style('Normal')}</w:pPr>`]);
    expect(merged.split('Two.')[0]?.match(/<w:pStyle w:val="\w+"/g)).toHaveLength(3);
  });

  it('is one paragraph with the last of the other kind where both end the document', () => {
    const document = documentOf([kept('a'), paragraph([run('old', went)], went), paragraph([run('new', came)], came)]);
    const paragraphs = held(written(document), 'w:p');
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[1]).toMatch(/<w:del .*old.*<w:ins .*new/);
  });

  it('takes in the end of the paragraph above where that ends in an insertion', () => {
    const document = documentOf([paragraph([run('a '), run('b', came)]), paragraph([run('c', came)], came), kept('d')]);
    const [above = '', own = ''] = held(written(document), 'w:p');
    expect(above).toMatch(/^<w:pPr><w:rPr><w:ins /);
    expect(own).not.toMatch(/<w:pPr>/);
  });
});

describe('a move', () => {
  const moved = (from: readonly WordInline[], to: readonly WordInline[]) =>
    documentOf([paragraph(from, away), kept('between'), paragraph(to, here), kept('end')]);

  it('has a range at each end, of one name', () => {
    const xml = written(moved([run('a', away)], [run('a', here)]));
    expect(xml.match(/w:name="move\d"/g)).toEqual(['w:name="move1"', 'w:name="move1"']);
    expect(xml).toMatch(/<w:moveFromRangeStart .*<w:moveFrom .*<\/w:p><w:moveFromRangeEnd /);
    expect(xml).not.toMatch(/<w:moveFrom [^>]*><w:r><w:delText/);
  });

  it('leaves words edited on the way outside, and is as many pieces at both ends', () => {
    const xml = written(moved([run('one two', away)], [run('one ', here), run('and ', came), run('two', here)]));
    expect(xml.match(/w:name="move\d"/g)?.sort()).toEqual([
      'w:name="move1"',
      'w:name="move1"',
      'w:name="move2"',
      'w:name="move2"',
    ]);
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t xml:space="preserve">and /);
  });

  it('is a deletion and an insertion where its ends cannot be paired', () => {
    const xml = written(moved([run('one two', away)], [run('one ', here), run('and ', came), run('three', here)]));
    expect(xml).not.toMatch(/w:move/);
  });

  it('is a deletion and an insertion where only one end is there', () => {
    expect(written(documentOf([paragraph([run('a', away)], away), kept('b')]))).not.toMatch(/w:move/);
  });
});

describe('a table', () => {
  const cells = (...texts: readonly string[]) => texts.map((text) => ({ blocks: [kept(text)] }));

  it('marks a row that came, and all that is in it', () => {
    const xml = written(
      documentOf([
        { type: 'table', columns: [100], rows: [{ cells: cells('a') }, { revision: came, cells: cells('b') }] },
        kept(''),
      ]),
    );
    const [, row = ''] = held(xml, 'w:tr');
    expect(row).toMatch(/<w:trPr><w:cantSplit\/><w:ins .*<w:ins [^>]*><w:r>/);
  });

  it('is kept from another by a paragraph, unless both went together', () => {
    const table = (revised?: Revision): WordBlock => ({
      type: 'table',
      columns: [100],
      rows: [{ ...(revised ? { revision: revised } : {}), cells: cells('a') }],
    });
    expect(held(written(documentOf([table(), table(), kept('b')])), 'w:p')).toHaveLength(4);
    expect(held(written(documentOf([table(went), table(went), kept('b')])), 'w:p')).toHaveLength(3);
  });

  it('says of a row that ends early how many columns it leaves free', () => {
    const cell = { blocks: [kept('a')] };
    const xml = written(
      documentOf([{ type: 'table', columns: [900, 900], rows: [{ cells: [cell, cell] }, { cells: [cell] }] }]),
    );
    expect(xml.match(/<w:gridAfter w:val="1"\/>/g)).toHaveLength(1);
  });

  it('repeats its head on every page and parts no row', () => {
    const xml = written(documentOf([{ type: 'table', columns: [100], rows: [{ header: true, cells: cells('a') }] }]));
    expect(xml).toMatch(/<w:trPr><w:cantSplit\/><w:tblHeader\/><\/w:trPr>/);
  });
});

describe('what Word or XML cannot hold', () => {
  it('is a picture of a control character, and no invalid file', () => {
    expect(written(documentOf([kept('a\u0001b\ud800c\uffff')]))).toMatch(/a\u2401b\ufffdc\ufffd/);
  });

  it('is a line break for the end of a line, and a tab for a tab', () => {
    expect(written(documentOf([kept('a\r\nb\nc\td')]))).toMatch(/a<\/w:t><w:br\/>.*b<.*<w:br\/>.*c<.*<w:tab\/>.*d</);
  });

  it('is a property for a tag that is too long', () => {
    const tag = `image https://a.example/${'x'.repeat(80)}`;
    const document = documentOf([{ type: 'container', tag, blocks: [kept('a')] }]);
    expect(written(document)).toMatch(/<w:tag w:val="long 1"\/>/);
    expect(written(document, 'docProps/custom.xml')).toMatch(new RegExp(`name="tag long 1"><vt:lpwstr>${tag}<`));
  });

  it.each([
    ['https://a.example/?q=1#top', 'https://a.example/?q=1#top'],
    ['a b', 'a%20b'],
    ['100%', '100%25'],
    ['', '#'],
    ['http://[', 'http%3A//%5B'],
    ['mailto:a@b, c', 'mailto%3Aa@b,%20c'],
    ['//a.example/b', '/a.example/b'],
    ['docs/D.md#5.1 é', 'docs/D.md#5.1%20%C3%A9'],
  ])('is a valid target for the address “%s”', (address, target) => {
    const document = documentOf([paragraph([{ type: 'link', address, children: [run('a')] }])]);
    const relationships = written(document, 'word/_rels/document.xml.rels');
    expect(/Target="([^"]*)" TargetMode="External"/.exec(relationships)?.[1]).toBe(target);
    const properties = written(document, 'docProps/custom.xml');
    expect(properties).toEqual(target === address ? '' : expect.stringContaining(`<vt:lpwstr>${target} ${address}<`));
  });
});

describe('a file', () => {
  it('says when changes are tracked on, which is where some are', () => {
    expect(written(documentOf([paragraph([run('a', came)])]), 'word/settings.xml')).toMatch(/<w:trackRevisions\/>/);
    expect(written(documentOf([kept('a')]), 'word/settings.xml')).not.toMatch(/trackRevisions/);
  });

  it('bears no time but the one given', () => {
    expect(written(documentOf([kept('a')]), 'docProps/core.xml')).not.toMatch(/\d{4}-\d\d-\d\d/);
    expect(written(everyKind, 'docProps/core.xml')).toMatch(/<dcterms:created [^>]*>2026-01-31T00:00:00Z</);
  });

  it('is the same bytes in any time zone', () => {
    const zone = process.env.TZ;
    const files = ['Pacific/Auckland', 'America/Los_Angeles', 'UTC'].map((name) => {
      process.env.TZ = name;
      return writeWord(everyKind);
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(files[1]).toEqual(files[0]);
    expect(files[2]).toEqual(files[0]);
  });

  it('writes the label of a footnote at its call and before its words', () => {
    expect(written(everyKind)).toMatch(/<w:footnoteReference w:customMarkFollows="1" w:id="1"\/><w:t[^>]*>a</);
    expect(written(everyKind, 'word/footnotes.xml')).toMatch(/<w:t[^>]*>a<\/w:t><\/w:r>.*The words of a note/);
  });
});
