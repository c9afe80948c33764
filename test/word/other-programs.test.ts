import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { WordBlock } from '../../src/word/word-document.ts';
import { converted, libreOfficeLines } from './libreoffice-lines.ts';
import { lines, readable, textOf } from './reading.ts';
import { revisionCases } from './revision-cases.ts';
import { handmadeFile } from './word-file.ts';

const pandoc = '/usr/bin/pandoc';
const appendices = ['D', 'K', 'M', 'N'].map((name) => new URL(`../../appendices/${name}.md`, import.meta.url));

const made = existsSync(pandoc)
  ? appendices.map((file) =>
      execFileSync(pandoc, ['--to', 'docx', '--output', '-'], { input: readFileSync(file), maxBuffer: 1 << 26 }),
    )
  : [];

/** The typed characters of the document part, found by looking at its XML as text. White space is left out: XML has its own. */
function typedCharacters(file: Uint8Array): string {
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  const typed = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join('');
  const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return typed
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, decimal, hex, name) =>
      name ? (characters[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/\s/g, '');
}

function readCharacters(blocks: readonly WordBlock[]): string {
  const texts = blocks.map((block) => {
    if (block.type === 'container') return readCharacters(block.blocks);
    if (block.type === 'paragraph') return textOf(block.children);
    return block.rows.map((row) => row.cells.map((cell) => readCharacters(cell.blocks)).join('')).join('');
  });
  return texts.join('').replace(/\s/g, '');
}

/** How many headings of each level a file has. */
function headings(blocks: readonly WordBlock[]): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0];
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.outlineLevel)
      counts[block.outlineLevel - 1] = (counts[block.outlineLevel - 1] ?? 0) + 1;
  }
  return counts;
}

describe('a file that pandoc made', () => {
  if (made.length === 0) it.skip(`is not read: pandoc is not installed at ${pandoc}`);

  it.runIf(made.length > 0)('keeps every character, in its order', () => {
    for (const file of made) {
      const { document, told } = readable(file);
      expect(readCharacters(document.blocks)).toBe(typedCharacters(file));
      expect(told).toEqual([]);
    }
  });

  it.runIf(made.length > 0)('keeps its headings, its lists and its tables', () => {
    const { document } = readable(made[3] ?? new Uint8Array());
    const source = readFileSync(appendices[3] ?? '', 'utf8');
    const inSource = [1, 2, 3, 4, 5, 6].map((level) => source.match(new RegExp(`^#{${level}} `, 'gm'))?.length ?? 0);
    expect(
      headings(document.blocks.filter((block) => block.type === 'paragraph' && block.styleName !== 'title')),
    ).toEqual(inSource);
    expect(document.footnotes).toHaveLength(source.match(/^\[\^[^\]]+\]:/gm)?.length ?? 0);
    expect(document.blocks.filter(({ type }) => type === 'table')).toHaveLength(
      source.match(/^\|[-| :]+\|$/gm)?.length ?? 0,
    );
  });

  it.runIf(made.length > 0 && libreOfficeLines.installed)('is read alike when LibreOffice has saved it', () => {
    const saved = converted(made, 'docx', 'docx:MS Word 2007 XML', 'docx');
    for (const [index, file] of saved.entries()) {
      const [before, after] = [readable(made[index] ?? file), readable(file)];
      expect(readCharacters(after.document.blocks)).toBe(typedCharacters(file));
      expect(lines(after.document.blocks).map(plainDash)).toEqual(lines(before.document.blocks).map(plainDash));
      expect(headings(after.document.blocks)).toEqual(headings(before.document.blocks));
    }
  });
});

// LibreOffice writes one dash for another where it is a bullet.
const plainDash = (line: string) => line.replace(/^−/, '–');

describe('a file that LibreOffice made of a page', () => {
  const installed = libreOfficeLines.installed;
  if (!installed) it.skip('is not read: LibreOffice is not installed');

  it.runIf(installed)('has the numbers of its lists', () => {
    const page =
      '<!DOCTYPE html><meta charset="utf-8"><h1>One</h1><ol><li>first<ol type="a"><li>inner<li>second inner</ol><li>next</ol><ol start="7"><li>seventh</ol><p>after</p>';
    const [file = new Uint8Array()] = converted(
      [new TextEncoder().encode(page)],
      'html',
      'docx:MS Word 2007 XML',
      'docx',
    );
    const [printed = []] = libreOfficeLines.read([file]);
    const read = lines(readable(file).document.blocks).map((line) => line.trim());
    expect(read.filter((line) => line !== '')).toEqual(
      printed.map((line) => line.trim()).filter((line) => line !== ''),
    );
    expect(read).toContain('b. second inner');
  });
});

describe('tracked changes that LibreOffice has saved', () => {
  const installed = libreOfficeLines.installed;
  if (!installed) it.skip('are not read: LibreOffice is not installed');

  // It keeps only one change of words that were inserted and deleted again, and its own styles where paragraphs are joined.
  const cases = revisionCases.filter(({ claim }) => claim !== 'what was inserted and deleted again is in neither');
  const styles = ['A', 'B', 'C', 'D']
    .map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`)
    .join('');

  it.runIf(installed)('give the same words, accepted and rejected', () => {
    const saved = converted(
      cases.map(({ body }) => handmadeFile({ body, styles })),
      'docx',
      'docx:MS Word 2007 XML',
      'docx',
    );
    for (const [index, { claim, accepted, rejected }] of cases.entries()) {
      const file = saved[index] ?? new Uint8Array();
      const words = (side: 'accept' | 'reject') =>
        lines(readable(file, side).document.blocks).filter((line) => line !== '');
      expect({ claim, accepted: words('accept'), rejected: words('reject') }).toEqual({
        claim,
        accepted: accepted.flatMap(wordsOf),
        rejected: rejected.flatMap(wordsOf),
      });
    }
  });
});

/** The words of a line of the cases, without the styles and the brackets of cells. */
function wordsOf(line: string): readonly string[] {
  return line.split(/[[\]]|(?<=\w)(?=[A-D]: )/).flatMap((part) => (part === '' ? [] : [part.replace(/^[A-D]: /, '')]));
}
