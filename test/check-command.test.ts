import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { run } from '../src/cli/run.ts';

const story = fileURLToPath(new URL('stories/an-item-is-omitted-and-the-count-stays/', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sec-redline-'));
  mkdirSync(path.join(folder, 'appendices/changes'), { recursive: true });
  for (const name of ['D.md', 'M.md']) cpSync(path.join(story, name), path.join(folder, 'appendices', name));
  cpSync(path.join(story, 'change.md'), path.join(folder, 'appendices/changes/SPECIMEN.md'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function check(...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const io = {
    cwd: folder,
    environment: {},
    isTerminal: false,
    out: (text: string) => void out.push(text),
    error: (text: string) => void error.push(text),
  };
  const code = await run(args, io);
  return { code, out: out.join(''), error: error.join('') };
}

const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);

const region = z.strictObject({
  startLine: z.int().min(1),
  startColumn: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
});
const physicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri: z.string().regex(/^(?!\/)[^\\\s:]+$/) }),
  region,
});
const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);

/** What the SARIF 2.1.0 schema requires of the parts that are written here, and no part that is not in it. */
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string().min(1),
            version: z.string(),
            rules: z.array(
              z.strictObject({
                id: z.string().regex(/^[a-z][a-z-]*$/),
                shortDescription: message.optional(),
                help: message.optional(),
                defaultConfiguration: z.strictObject({ level }).optional(),
              }),
            ),
          }),
        }),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level,
            message,
            locations: z.array(z.strictObject({ physicalLocation })).length(1),
            relatedLocations: z.array(z.strictObject({ id: z.int().min(0), physicalLocation, message })).optional(),
            suppressions: z
              .array(z.strictObject({ kind: z.enum(['inSource', 'external']), justification: z.string().min(1) }))
              .optional(),
          }),
        ),
      }),
    )
    .length(1),
});

describe('check --sarif', () => {
  it('is SARIF 2.1.0, whose results name their rules and point at their words', async () => {
    const { code, out, error } = await check('check', '--sarif');
    expect({ code, error }).toEqual({ code: 1, error: '' });
    const [log] = sarif.parse(JSON.parse(out)).runs;
    const rules = log?.tool.driver.rules ?? [];
    expect(log?.results.map(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id === ruleId)).toEqual([true]);
    expect(rules.find(({ id }) => id === 'count-in-words')).toMatchObject({
      help: { text: expect.stringContaining('<!-- check: allow count-in-words: ') },
      defaultConfiguration: { level: 'error' },
    });
    const [result] = log?.results ?? [];
    const { artifactLocation, region: at } = result?.locations[0]?.physicalLocation ?? {};
    expect(artifactLocation?.uri).toBe('appendices/D.md');
    const line = read('appendices/D.md').split('\n')[(at?.startLine ?? 0) - 1];
    expect(line?.slice((at?.startColumn ?? 0) - 1, (at?.endColumn ?? 0) - 1)).toBe('three');
  });

  it('gives what is silenced as suppressed, with its reason, and other places as related', async () => {
    const silenced = '<!-- check: allow wrong-title: the title is that of the Act -->\n\n2.1 The';
    write('appendices/M.md', read('appendices/M.md').replace('2.1 The', silenced).replace('(Making', '(Taking'));
    const [log] = sarif.parse(JSON.parse((await check('check', '--sarif')).out)).runs;
    const result = log?.results.find(({ ruleId }) => ruleId === 'wrong-title');
    expect(result?.suppressions).toEqual([{ kind: 'inSource', justification: 'the title is that of the Act' }]);
    expect(result?.relatedLocations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'appendices/D.md' } }, message: { text: 'the heading' } },
    ]);
  });
});

describe('check --json', () => {
  it('gives findings, what is silenced, and the consequences of each change', async () => {
    const { out } = await check('check', 'SPECIMEN', '--json');
    expect(JSON.parse(out)).toMatchObject({
      schema: 'sec-redline/check@1',
      tool: { name: 'sec-redline' },
      findings: [
        { severity: 'error', rule: 'count-in-words', place: { path: 'appendices/D.md', line: 22, column: 58 } },
      ],
      silenced: [],
      changes: [
        {
          change: 'SPECIMEN',
          consequences: {
            labels: [{ type: 'omitted-number-kept', document: 'D', before: 'paragraph 5.1.2(b)', within: 0, by: [1] }],
            brought: [{ document: 'D', at: 'paragraph 5.1.2', rule: 'count-in-words' }],
            checked: { documents: ['D', 'M'] },
          },
        },
      ],
    });
  });
});

describe('check of a change', () => {
  it('says what was checked, and what becomes of labels', async () => {
    const { code, out, error } = await check('check', 'SPECIMEN');
    expect(code).toBe(1);
    expect(error).toContain('After SPECIMEN, in paragraph 5.1.2: “three” introduces a list of two.');
    expect(out).toContain('Checked: 2 documents (Appendix D, Appendix M), as SPECIMEN would leave them.');
    expect(out).toContain(
      'Appendix D, paragraph 5.1.2(b) | Appendix D, paragraph 5.1.2(b) | Omitted; the number is kept | 1',
    );
  });

  it('points at the instruction that puts in what is wrong', async () => {
    const change = read('appendices/changes/SPECIMEN.md');
    const inserting = '1. After paragraph 5.1.3 insert—\n\n   > 5.1.3A It applies under paragraph 5.9.\n';
    write('appendices/changes/SPECIMEN.md', change.replace(/1\. Omit[\s\S]*$/, inserting));
    const { error } = await check('check');
    expect(error).toMatch(
      /changes\/SPECIMEN\.md\n10:1-\S+ +error +After SPECIMEN, in paragraph 5\.1\.3A: “paragraph 5\.9” points at nothing/,
    );
  });
});

describe('check --result', () => {
  const edited = (from: string, to: string) => {
    mkdirSync(path.join(folder, 'edited'), { recursive: true });
    for (const letter of ['D', 'M']) write(`edited/${letter}.md`, read(`appendices/${letter}.md`));
    const omitted = read('edited/D.md').replace('(b) the Internet; or', '(b) [No longer in use]');
    write('edited/D.md', omitted.replace(from, to));
  };
  const undeclared = async (...args: readonly string[]) => {
    const { findings } = JSON.parse((await check('check', 'SPECIMEN', '--json', '--result', ...args)).out);
    return (findings as { rule: string; text: string; place: { path: string; line: number } }[])
      .filter(({ rule }) => rule !== 'count-in-words')
      .map(({ rule, text, place }) => `${place.path}:${place.line} ${rule} ${text}`);
  };

  it('accepts what the instructions give, a file or a folder', async () => {
    edited('', '');
    expect(await undeclared('edited')).toEqual([]);
    expect(await undeclared('edited/D.md')).toEqual([]);
  });

  it('finds what no instruction accounts for', async () => {
    edited('within 1 Working Day', 'within 2 Working Days');
    expect(await undeclared('edited/D.md')).toEqual([
      'edited/D.md:28 undeclared-difference No instruction of SPECIMEN accounts for this: in paragraph 5.1.3 expected “1 Working Day”, found “2 Working Days”.',
    ]);
  });

  it('finds an instruction that is not carried out, and names it', async () => {
    edited('[No longer in use]', 'the Internet; or');
    expect(await undeclared('edited')).toEqual([
      expect.stringMatching(
        /^edited\/D\.md:25 undeclared-difference Instruction 1 of SPECIMEN is not carried out so: in paragraph 5\.1\.2\(b\)/,
      ),
    ]);
  });

  it('finds a difference in a document that the change leaves as it is', async () => {
    edited('', '');
    write('edited/M.md', read('edited/M.md').replace('shall offer', 'may offer'));
    expect(await undeclared('edited')).toEqual([expect.stringContaining('edited/M.md:14 undeclared-difference')]);
  });

  it('tells a document that is missing or unknown', async () => {
    edited('', '');
    rmSync(path.join(folder, 'edited/D.md'));
    write('edited/other.md', 'Text.\n');
    expect(await undeclared('edited')).toEqual([
      expect.stringContaining('edited/other.md:1 unknown-result'),
      expect.stringContaining('edited:1 missing-result'),
    ]);
  });

  it('asks for one change', async () => {
    expect(await check('check', '--result', 'edited')).toMatchObject({ code: 2 });
  });
});
