import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { comparePack } from '../src/library.ts';
import type { Pack } from '../src/model/pack.ts';
import type { Span } from '../src/model/redline.ts';
import { fileStems } from '../src/render/file-stems.ts';
import { markedLines } from '../src/render/marked-lines.ts';
import { renderDiff } from '../src/render/render-diff.ts';
import { renderJson } from '../src/render/render-json.ts';
import { renderManifest } from '../src/render/render-manifest.ts';
import { renderText } from '../src/render/render-text.ts';
import { contentOf, handmadePack } from './handmade.ts';

const spans: readonly Span[] = [
  { type: 'same', text: '# Title\n\nThe DCC shall ' },
  { type: 'deleted', text: 'accept', by: 1 },
  { type: 'inserted', text: 'refuse', by: 1 },
  { type: 'same', text: ' it.\n\n' },
  { type: 'deleted', text: 'Gone.\n\n', by: 2, move: 1 },
  { type: 'same', text: '5.' },
  { type: 'deleted', text: '6', relabel: true },
  { type: 'inserted', text: '5', relabel: true },
  { type: 'same', text: ' Last.\n' },
];

const handmade = handmadePack({
  source: spans,
  changes: [
    {
      type: 'substitution',
      before: 'paragraph 1',
      after: 'paragraph 1',
      kind: 'substantive',
      by: 1,
      reason: 'R.',
      id: 'p-1',
    },
    { type: 'deletion', before: 'paragraph 2', kind: 'substantive', by: 2 },
  ],
  change: {},
});

describe('the JSON of a redline', () => {
  const schema = JSON.parse(readFileSync(new URL('../redline.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: true }).compile(schema);

  it('is what the published schema describes', () => {
    validate(JSON.parse(contentOf(renderJson(handmade))));
    expect(validate.errors).toBeNull();
  });

  it('is what the schema describes for texts that were compared', () => {
    const pack = comparePack(
      '# One\n\nThe [No longer in use] words.\n\n- (a) x\n',
      '# One\n\nOther words.\n\n- (a) y\n',
    );
    validate(JSON.parse(contentOf(renderJson(pack))));
    expect(validate.errors).toBeNull();
    expect(JSON.parse(contentOf(renderJson(pack))).changes.length).toBeGreaterThan(0);
  });

  it('is refused by the schema where a piece or a hash is missing', () => {
    const json = JSON.parse(contentOf(renderJson(handmade)));
    expect(validate({ ...json, source: [{ type: 'same' }] })).toBe(false);
    expect(validate({ ...json, after: { path: 'D.md', sha256: 'abc' } })).toBe(false);
    expect(validate({ ...json, blocks: [] })).toBe(false);
  });

  it('has its keys in one order, two spaces of indent and a line feed at the end', () => {
    const content = contentOf(renderJson(handmade), 'D.redline.json');
    expect(Object.keys(JSON.parse(content))).toEqual(['schema', 'before', 'after', 'source', 'changes', 'coverage']);
    expect(content).toContain('\n  "before": {\n    "path"');
    expect(content.endsWith('}\n')).toBe(true);
    expect(content).toContain('"type": "deleted",\n      "text": "Gone.\\n\\n",\n      "move": 1,\n      "by": 2');
  });

  it('gives both texts back byte for byte', () => {
    const { source } = JSON.parse(contentOf(renderJson(handmade))) as { source: Span[] };
    const joined = (other: string) => source.flatMap((span) => (span.type === other ? [] : [span.text])).join('');
    expect(joined('inserted')).toBe(handmade.documents[0]?.textBefore);
    expect(joined('deleted')).toBe(handmade.documents[0]?.textAfter);
  });
});

describe('the unified diff', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'redline-diff-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function applied(pack: Pack): string {
    const [document] = pack.documents;
    if (!document) throw new Error('no document');
    const file = path.join(folder, document.redline.before.path);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, document.textBefore);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: contentOf(renderDiff(pack)) });
    return readFileSync(file, 'utf8');
  }

  it('gives the text after when git applies it', () => {
    expect(applied(handmade)).toBe(handmade.documents[0]?.textAfter);
  });

  it.each([
    ['no line feed at the end of either text', 'one\ntwo', 'one\nthree'],
    ['a line feed at the end of the text before only', 'one\ntwo\n', 'one\ntwo'],
    ['a line feed at the end of the text after only', 'one\ntwo', 'one\ntwo\n'],
    ['carriage returns', 'one\r\ntwo\r\n', 'one\r\n2\r\n'],
    ['a text that begins empty', '', 'one\n'],
    ['far apart changes', `a\n${'x\n'.repeat(20)}b\n`, `A\n${'x\n'.repeat(20)}B\n`],
  ])('gives the text after when git applies it: %s', (_, before, after) => {
    const pack = handmadePack({
      source: [
        { type: 'deleted', text: before },
        { type: 'inserted', text: after },
      ].filter(({ text }) => text !== '') as Span[],
      path: 'text with space.md',
    });
    expect(applied(pack)).toBe(after);
  });

  it('gives the text after for any pieces whatsoever', () => {
    const piece = fc.record({
      type: fc.constantFrom('same' as const, 'inserted' as const, 'deleted' as const),
      text: fc
        .array(fc.constantFrom('a', 'b', '\n', '\n\n', 'c\n'), { minLength: 1, maxLength: 4 })
        .map((x) => x.join('')),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (source) => {
        const pack = handmadePack({ source });
        const [document] = pack.documents;
        if (contentOf(renderDiff(pack)) === '') expect(document?.textAfter).toBe(document?.textBefore);
        else expect(applied(pack)).toBe(document?.textAfter);
      }),
      { numRuns: 25 },
    );
  });

  it('is what a line comparison of both texts gives', () => {
    const [document] = handmade.documents;
    if (!document) throw new Error('no document');
    const name = document.redline.before.path;
    const expected = createTwoFilesPatch(`a/${name}`, `b/${name}`, document.textBefore, document.textAfter, '', '', {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    });
    expect(contentOf(renderDiff(handmade), 'D.diff')).toBe(expected);
  });

  it('is empty where nothing changes', () => {
    expect(contentOf(renderDiff(handmadePack({ source: [{ type: 'same', text: 'x\n' }] })))).toBe('');
  });

  it('names no file outside of the folder', () => {
    const pack = handmadePack({ source: [{ type: 'inserted', text: 'x\n' }], path: '/../etc/D.md' });
    expect(contentOf(renderDiff(pack))).toContain('--- a/etc/D.md\n+++ b/etc/D.md\n');
  });
});

describe('marked lines', () => {
  it('leave lines alone that a shifted mark only seems to touch', () => {
    const lines = markedLines([
      { type: 'same', text: 'A' },
      { type: 'deleted', text: '\nB' },
      { type: 'same', text: '\nC\n' },
    ]);
    expect(lines).toEqual([
      { type: 'same', text: 'A\n' },
      { type: 'deleted', text: 'B\n' },
      { type: 'same', text: 'C\n' },
    ]);
  });
});

describe('the clean text', () => {
  it('is the text after, byte for byte', () => {
    expect(contentOf(renderText(handmade), 'D.md')).toBe(handmade.documents[0]?.textAfter);
  });
});

describe('the manifest', () => {
  const files = [
    { path: 'b.html', content: 'é' },
    { path: 'B.html', content: new Uint8Array([1, 2, 3]) },
    { path: 'a.md', content: '' },
  ];
  const manifest = JSON.parse(contentOf([renderManifest(handmade, files)], 'manifest.json'));

  it('lists every file by code unit, with the hash and size of its bytes', () => {
    const sha256 = createHash('sha256').update('é', 'utf8').digest('hex');
    expect(manifest.files.map((file: { path: string }) => file.path)).toEqual(['B.html', 'a.md', 'b.html']);
    expect(manifest.files[2]).toEqual({ path: 'b.html', sha256, bytes: 2 });
    expect(manifest.files[0].bytes).toBe(3);
  });

  it('names the tool, the change and both texts by hash', () => {
    expect(manifest.schema).toBe('sec-redline/manifest@1');
    expect(manifest.tool).toEqual({ name: 'sec-redline', version: '0.1.0' });
    expect(manifest.change.sha256).toBe(createHash('sha256').update('change: DP074\n').digest('hex'));
    expect(manifest.documents[0]).toMatchObject({
      key: 'D',
      version: '1.0',
      before: { sha256: handmade.documents[0]?.redline.before.sha256 },
      after: { sha256: handmade.documents[0]?.redline.after.sha256 },
    });
  });

  it('tells what was expected of the text after, and what was looked at', () => {
    const expectations = [
      {
        sentence: 'No provision of Appendix D mentions “X”.',
        holds: true,
        documents: ['D'],
        provisions: 2,
        finding: 'F.',
      },
    ];
    const told = JSON.parse(contentOf([renderManifest(handmadePack({ change: {}, expectations }), [])]));
    expect(told.expectations).toEqual(expectations);
    expect(manifest).not.toHaveProperty('expectations');
  });

  it('leaves the change out where there is none', () => {
    expect(JSON.parse(contentOf([renderManifest(handmadePack({}), [])]))).not.toHaveProperty('change');
  });
});

describe('the names of files', () => {
  const named = (...keys: readonly string[]) => {
    const [document] = handmade.documents;
    if (!document) throw new Error('no document');
    return fileStems(keys.map((key) => ({ ...document, key })));
  };

  it('are the letters of appendices', () => {
    expect(named('D', 'K')).toEqual(['D', 'K']);
  });

  it('never leave the folder, clash, or take the name of the first page', () => {
    expect(named('../a b.md', 'a-b', 'A-B', 'index', '"<x>')).toEqual(['a-b', 'a-b-2', 'A-B-3', 'index-2', 'x-']);
  });
});
