import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fontsAmong } from '../src/cli/engine-fonts.ts';
import { typstEngine } from '../src/cli/typst-engine.ts';

const require = createRequire(import.meta.url);
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const engineFile = Object.keys(require.cache).find((file) => file.endsWith('.node')) ?? '';
const fonts = fontsAmong(readFileSync(engineFile));

/** Where a table of a font begins. */
function tableAt(font: Buffer, name: string): number {
  return font.readUInt32BE(font.indexOf(name) + 8);
}

/** As the names in a font are written: two bytes a letter, the higher first. */
const wideLetters = (words: string) => Buffer.from(words, 'utf16le').swap16();

describe('the fonts of the engine', () => {
  it('are found in its file, each whole', () => {
    expect(fonts.length).toBeGreaterThanOrEqual(17);
    for (const family of ['Libertinus Serif', 'DejaVu Sans Mono', 'NewComputerModern'])
      expect(fonts.some((font) => font.includes(family) || font.includes(wideLetters(family)))).toBe(true);
  });

  it('are no bytes that only look like one', () => {
    const [font] = fonts as [Buffer];
    const hurt = Buffer.from(font);
    hurt.writeUInt32BE(0, tableAt(hurt, 'head') + 12);
    expect(fontsAmong(hurt)).toEqual([]);
    expect(fontsAmong(font.subarray(0, font.length - 1))).toEqual([]);
    expect(fontsAmong(Buffer.from('OTTO\0\u0001'))).toEqual([]);
    const among = Buffer.concat([Buffer.from('words OTTO'), font, Buffer.from('\0\u0001\0\0\0'), font]);
    expect(fontsAmong(among).map((one) => one.equals(font))).toEqual([true, true]);
  });
});

// Only there is the machine told by its environment where its fonts are.
describe.runIf(process.platform === 'linux')('a machine with other fonts of the same names', () => {
  let folder: string;
  const { FONTCONFIG_FILE } = process.env;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'redline-fonts-'));
    mkdirSync(path.join(folder, 'fonts'));
    for (const [index, font] of fonts.entries()) writeFileSync(path.join(folder, `fonts/${index}.otf`), wide(font));
    writeFileSync(
      path.join(folder, 'fonts.conf'),
      `<?xml version="1.0"?><fontconfig><dir>${path.join(folder, 'fonts')}</dir></fontconfig>`,
    );
    process.env.FONTCONFIG_FILE = path.join(folder, 'fonts.conf');
  });

  afterEach(() => {
    if (FONTCONFIG_FILE === undefined) delete process.env.FONTCONFIG_FILE;
    else process.env.FONTCONFIG_FILE = FONTCONFIG_FILE;
    rmSync(folder, { recursive: true, force: true });
  });

  /** The font with letters twice as wide. */
  function wide(font: Buffer): Buffer {
    const changed = Buffer.from(font);
    const [widths, head] = [tableAt(font, 'hmtx'), tableAt(font, 'hhea')];
    for (let index = 0; index < font.readUInt16BE(head + 34); index += 1) {
      const at = widths + 4 * index;
      changed.writeUInt16BE(Math.min(65_535, 2 * font.readUInt16BE(at)), at);
    }
    return changed;
  }

  const source = `#set document(title: "Fonts", date: none)
#set text(lang: "en")
#for family in ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono") {
  for weight in ("regular", "semibold", "bold") {
    for style in ("normal", "italic") { par(text(font: family, weight: weight, style: style, fallback: false)[The words of a text.]) }
  }
}`;

  it('makes the same bytes', () => {
    const job = { source, sheets: '{}' };
    const there = typstEngine()(job);
    const unguarded = typstEngine(() => ({ NodeCompiler, fonts: [] }))(job);
    delete process.env.FONTCONFIG_FILE;
    const here = typstEngine()(job);
    expect(Buffer.compare(there, here)).toBe(0);
    // Left to itself, the engine would have taken those of the machine.
    expect(Buffer.compare(unguarded, here)).not.toBe(0);
  });
});
