import { isMap, isNode, isPair, isScalar, parseDocument, type Document as YamlDocument } from 'yaml';
import { z } from 'zod';
import type { Baseline, Change } from '../model/change.ts';
import { shorten } from '../provision/sentence-reader.ts';
import type { Problem } from './problem.ts';

/** What the head of a change file declares. */
export type ChangeFields = Pick<Change, 'name' | 'title' | 'stage' | 'proposer' | 'date' | 'baseline'>;

/** The fields, unless there are problems; and where the text after the front matter begins. */
export interface ChangeFrontMatter {
  readonly fields?: ChangeFields;
  readonly problems: readonly Problem[];
  readonly end: number;
}

const words = z.string().refine((value) => value.trim() !== '');
const baseline = z.union([
  words,
  z
    .strictObject({
      version: words.optional(),
      sha256: z
        .string()
        .regex(/^[0-9a-fA-F]{64}$/)
        .optional(),
    })
    .refine(({ version, sha256 }) => version !== undefined || sha256 !== undefined),
]);
const shape = z.strictObject({
  change: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
  title: words,
  stage: words,
  proposer: words.optional(),
  date: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
    .optional(),
  baseline: z.record(words, baseline).optional(),
});

const descriptions: Readonly<Record<string, string>> = {
  change: 'the name of the change: letters, digits, dots and hyphens, as in `change: DP074`',
  title: 'the title of the change, as in `title: Clarity on Obtaining SMKI Device Certificates`',
  stage: 'the stage the change has reached, as in `stage: problem statement`',
  proposer: 'who proposes the change, as in `proposer: SSC and SMKI PMA`',
  date: 'a date with year, month and day, as in `date: 2019-05-28`',
  baseline:
    'the version (or the version and sha256) of each document the instructions were drafted against, as in `baseline: { D: "1.0", N: "1.0" }`',
};

const example = 'Begin the file with ---, the lines `change:`, `title:` and `stage:`, and --- again.';
const longest = 20_000;
const fence = /^---[ \t]*(?:\r\n|\n|\r|$)/;

/**
 * Reads the YAML front matter of a change file. All its problems are told at once, each at its line: no front matter, YAML
 * that is not, a field missing, unknown or of the wrong kind. A value is the text it is written as, so that version 1.0 is
 * not the number one. Never throws.
 */
export function readChangeFrontMatter(source: string): ChangeFrontMatter {
  const from = source.startsWith('\uFEFF') ? 1 : 0;
  const opening = fence.exec(source.slice(from, from + 1000))?.[0];
  if (opening === undefined)
    return failure(from, from, 'front-matter-missing', 'Expected front matter at the top of the file, found none.');
  const start = from + opening.length;
  const closing = findFence(source, start);
  if (!closing)
    return failure(
      from,
      start,
      'front-matter-missing',
      'Expected the front matter to close with ---, found no such line.',
    );
  const { fields, problems } = readFields(source.slice(start, closing.start), start);
  return { ...(fields && { fields }), problems, end: closing.end };
}

function failure(start: number, end: number, rule: string, text: string): ChangeFrontMatter {
  return { problems: [{ start, end, rule, text, advice: example }], end };
}

function findFence(source: string, from: number): { readonly start: number; readonly end: number } | undefined {
  const lines = /(?:^|\r\n|\n|\r)---[ \t]*(?=\r|\n|$)(?:\r\n|\n|\r)?/g;
  lines.lastIndex = from;
  // Directly after the opening there is no line end before the closing fence.
  const empty = fence.exec(source.slice(from, from + 1000));
  if (empty) return { start: from, end: from + empty[0].length };
  const found = lines.exec(source);
  if (!found) return undefined;
  return { start: found.index, end: found.index + found[0].length };
}

type FieldsRead = Pick<ChangeFrontMatter, 'fields' | 'problems'>;

function readFields(yaml: string, offset: number): FieldsRead {
  // The YAML parser can be made to exhaust the memory by nesting that is deep enough.
  if (yaml.length > longest)
    return unreadable(yaml, offset, `Expected at most ${longest} characters of front matter, found ${yaml.length}.`);
  try {
    // YAML knows no line end that is CR alone.
    const document = parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), { schema: 'failsafe', prettyErrors: false });
    const problems = [...document.errors, ...document.warnings].map(
      ({ pos, message }): Problem => ({
        start: offset + pos[0],
        end: offset + pos[1],
        rule: 'front-matter-yaml',
        text: `Expected YAML, found something else: ${shorten(message)}`,
        advice:
          'Write one field on each line, as `title: Clarity`; put a text with a colon or a quotation mark in it in quotation marks.',
      }),
    );
    return problems.length > 0 ? { problems } : checkFields(document, offset);
  } catch {
    // Nesting that exhausts the stack, and aliases that multiply, are all that gets here.
    return unreadable(yaml, offset, 'Expected YAML with a few plain fields, found something that cannot be read.');
  }
}

function unreadable(yaml: string, offset: number, text: string): FieldsRead {
  const range = { start: offset, end: offset + yaml.length };
  return { problems: [{ ...range, rule: 'front-matter-yaml', text, advice: example }] };
}

function checkFields(document: YamlDocument.Parsed, offset: number): FieldsRead {
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const parsed = shape.safeParse(value === null || value === '' ? {} : value);
  if (parsed.success) return { fields: fieldsOf(parsed.data), problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => fieldProblems(issue, document, offset));
  // Each way in which a value could have been right gives an issue of its own.
  const same = (a: Problem, b: Problem) => a.start === b.start && a.text === b.text;
  return {
    problems: problems.filter((problem, index) => problems.findIndex((other) => same(problem, other)) === index),
  };
}

function fieldProblems(issue: z.core.$ZodIssue, document: YamlDocument.Parsed, offset: number): readonly Problem[] {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    return issue.keys.map((key) => ({
      ...rangeOf(document, [key], offset),
      rule: 'front-matter-field',
      text: `Expected one of the fields ${Object.keys(descriptions).join(', ')}; found “${shorten(key)}”.`,
      advice: 'Correct the name of the field, or take it out.',
    }));
  }
  const path = issue.path.map(String);
  const [name] = path;
  const description = name === undefined ? 'fields' : (descriptions[name] ?? 'a field');
  const found = path.length === 0 ? document.contents : document.getIn(path, true);
  const text = `Expected ${description}; found ${found === undefined || found === null ? 'nothing' : describe(found)}.`;
  return [{ ...rangeOf(document, path, offset), rule: 'front-matter-field', text, advice: example }];
}

function describe(found: unknown): string {
  if (isScalar(found)) return String(found.value).trim() === '' ? 'nothing' : `“${shorten(String(found.value))}”`;
  return isMap(found) ? 'several fields' : 'a list';
}

// The name of the field and its value, where it is there; else the nearest thing around it that is.
function rangeOf(
  document: YamlDocument.Parsed,
  path: readonly string[],
  offset: number,
): { start: number; end: number } {
  let at: unknown = document.contents;
  let range = { start: offset, end: offset };
  for (const name of path) {
    const pair = isMap(at) ? at.items.find(({ key }) => isScalar(key) && String(key.value) === name) : undefined;
    if (!isPair(pair)) break;
    const key = isNode(pair.key) ? pair.key.range : undefined;
    const value = isNode(pair.value) ? pair.value.range : undefined;
    if (key) range = { start: offset + key[0], end: offset + (value ?? key)[1] };
    at = pair.value;
  }
  return range;
}

function fieldsOf(data: z.infer<typeof shape>): ChangeFields {
  const { change, title, stage, proposer, date } = data;
  const entries = Object.entries(data.baseline ?? {}).map(([key, value]): [string, Baseline] => {
    if (typeof value === 'string') return [key, { version: value }];
    const { version, sha256 } = value;
    return [key, { ...(version !== undefined && { version }), ...(sha256 !== undefined && { sha256 }) }];
  });
  return {
    name: change,
    title,
    stage,
    ...(proposer !== undefined && { proposer }),
    ...(date !== undefined && { date }),
    baseline: Object.fromEntries(entries),
  };
}
