import { LineCounter, parseDocument as parseYaml } from 'yaml';
import type { FrontMatter } from '../model/document.ts';

/** The fields of a front matter as text, and what was wrong with its YAML, with lines counted from its first line. */
export interface FrontMatterRead {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly line: number; readonly column: number; readonly text: string }[];
}

// Far more than any front matter needs, and little enough that no nesting in it exhausts the parser.
const longest = 20_000;

/**
 * Reads YAML front matter (without its fences). Every scalar stays the text it is written as, so that version `1.0` is
 * not the number one. Never throws: what is not YAML, or not a map, is a problem with its line.
 */
export function readFrontMatter(yaml: string): FrontMatterRead {
  if (yaml.length > longest) {
    const text = `expected at most ${longest} characters of front matter, found ${yaml.length}`;
    return { fields: {}, problems: [{ line: 1, column: 1, text }] };
  }
  const lines = new LineCounter();
  const document = parseYaml(yaml, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map((problem) => {
    const place = lines.linePos(problem.pos[0]);
    return { line: place.line, column: place.col, text: problem.message };
  });
  if (problems.length > 0) return { fields: {}, problems };
  const value: unknown = readValue(document);
  if (value === null || value === '') return { fields: {}, problems };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { fields: {}, problems: [{ line: 1, column: 1, text: 'expected lines of the form `name: value`' }] };
  }
  return { fields: value as Record<string, unknown>, problems };
}

/** Reads the fields of a document's front matter that this tool knows; others are left alone. */
export function documentFrontMatter(fields: Readonly<Record<string, unknown>>): FrontMatter {
  const names = ['appendix', 'title', 'short', 'version', 'effective', 'status'] as const;
  const known = names.flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}

// Aliases can be made to grow without bound, and no front matter needs one.
function readValue(document: ReturnType<typeof parseYaml>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}
