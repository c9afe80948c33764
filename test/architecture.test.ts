import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/** What each folder may import from, besides itself: the arrows of the design. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  word: [],
  source: ['model'],
  provision: ['model', 'source'],
  change: ['model', 'source', 'provision'],
  compare: ['model', 'source', 'provision'],
  check: ['model', 'source', 'provision'],
  amend: ['model', 'source', 'provision', 'change', 'compare', 'check'],
  derive: ['model', 'source', 'provision', 'change', 'compare'],
  import: ['model', 'source', 'provision', 'word'],
  render: ['model', 'source', 'provision', 'word'],
  verify: ['model', 'source', 'provision', 'change', 'compare', 'render', 'word'],
  cli: [
    'model',
    'source',
    'provision',
    'change',
    'compare',
    'check',
    'amend',
    'derive',
    'import',
    'render',
    'verify',
    'word',
  ],
};

const files = (readdirSync(source, { recursive: true }) as string[])
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'));

interface Import {
  readonly from: string;
  readonly to: string;
  /** Loaded only where the code that asks for it is run. */
  readonly later: boolean;
}

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(path.join(source, file), 'utf8');
  const named = [...text.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)'|\bimport\('([^']+)'\)/gm)];
  return named.map(([, now, later = '']) => ({ from: file, to: now ?? later, later: now === undefined }));
});

const relative = imports
  .filter(({ to }) => to.startsWith('.'))
  .map(({ from, to, later }) => ({ from, to: path.posix.join(path.posix.dirname(from), to), later }));

const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

describe('the folders of the source', () => {
  it('are those of the design', () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(['', ...Object.keys(allowed)].sort());
  });

  it('import only along the arrows of the design', () => {
    const wrong = relative.filter(({ from, to }) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      return own !== '' && own !== other && !allowed[own]?.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it('load what a command needs only where it is asked for', () => {
    const own = relative.filter(({ from }) => from === 'cli/run.ts');
    const commands = own.filter(({ later }) => later).map(({ to }) => to);
    expect(commands).toContain('cli/redline.ts');
    const early = own.filter(({ later }) => !later).map(({ to }) => to);
    expect(early.sort()).toEqual(['cli/format-names.ts', 'cli/io.ts', 'cli/tool.ts']);
    expect(relative.filter(({ from, later }) => early.includes(from) && !later)).toEqual([]);
  });

  it('keep renderers from one another', () => {
    const renderer = (file: string) => (file.split('/').length > 2 ? file.split('/').slice(0, 2).join('/') : undefined);
    const wrong = relative.filter(
      ({ from, to }) =>
        folderOf(from) === 'render' && renderer(from) && renderer(to) && renderer(from) !== renderer(to),
    );
    expect(wrong).toEqual([]);
  });

  it('touch files and the process only in the command line', () => {
    const effects = /^(?:node:)?(?:fs|fs\/promises|process|child_process|os|http|https|net)$/;
    const wrong = imports.filter(
      ({ from, to }) => effects.test(to) && from !== 'bin.ts' && from !== 'cli/workspace.ts',
    );
    expect(wrong).toEqual([]);
  });

  it('configure Markdown in one place', () => {
    const markdown = ['source/syntax.ts', 'source/canonical-form.ts'];
    const wrong = imports.filter(
      ({ from, to }) => /^remark-(?:parse|gfm|frontmatter|stringify)$/.test(to) && !markdown.includes(from),
    );
    expect(wrong).toEqual([]);
  });

  it('read no clock, random number or locale', () => {
    const effects = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\blocaleCompare\b|\btoLocale\w+|\bIntl\./;
    expect(files.filter((file) => effects.test(readFileSync(path.join(source, file), 'utf8')))).toEqual([]);
  });
});
