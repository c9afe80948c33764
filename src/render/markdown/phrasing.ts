import type { PhrasingContent } from 'mdast';
import type { Format, Run } from '../../model/redline.ts';

const wrappers: Partial<Record<Format, 'strong' | 'emphasis' | 'delete'>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  struck: 'delete',
};

const tags = { inserted: ['<ins>', '</ins>'], deleted: ['<del>', '</del>'] } as const;

/** Whether a piece of raw HTML in a text would be taken for a mark or a remark. */
export function looksLikeMark(html: string): boolean {
  return /<\/?(?:ins|del)\b|<!-- redline:/i.test(html);
}

/** What the place of words decides about how they are written. */
export interface Setting {
  /** The block cannot hold a line break (a heading, a cell): there a break is `<br>`. */
  readonly inLine: boolean;
  /** The opening bracket of a label that the text may define elsewhere. */
  readonly brackets: RegExp;
}

/**
 * Runs as mdast, what is inserted between the tags `<ins>` and `</ins>`, what is deleted between `<del>` and `</del>`.
 * Tags stand outside of emphasis and links, so that these open and close within one mark.
 */
export function phrasing(runs: readonly Run[], setting: Setting): PhrasingContent[] {
  const told = runs.flatMap(bothSettings);
  return grouped(told, (run) => run.type).flatMap((group) => {
    const { type } = group[0] as Run;
    const inside = linked(group, setting);
    if (type === 'same' || inside.length === 0) return inside;
    const [opening, closing] = tags[type];
    return [{ type: 'html', value: opening } as const, ...inside, { type: 'html', value: closing } as const];
  });
}

// Words that keep their text but not how they are set are told as words omitted and inserted.
function bothSettings(run: Run): readonly Run[] {
  const { formatsBefore, ...now } = run;
  if (!formatsBefore || run.type !== 'same') return [now];
  return [
    { ...now, type: 'deleted', formats: formatsBefore },
    { ...now, type: 'inserted' },
  ];
}

function linked(runs: readonly Run[], setting: Setting): PhrasingContent[] {
  return grouped(runs, linkOf).flatMap((group) => {
    const url = linkOf(group[0] as Run);
    const inside = formatted(group, 0, setting);
    return url === undefined ? inside : [{ type: 'link', url, children: inside } as PhrasingContent];
  });
}

function linkOf({ link, formats }: Run): string | undefined {
  return formats.includes('image') || formats.includes('footnote') ? undefined : link;
}

function formatted(runs: readonly Run[], level: number, setting: Setting): PhrasingContent[] {
  const wrapperOf = ({ formats }: Run) =>
    formats.includes('break') ? undefined : formats.flatMap((format) => wrappers[format] ?? [])[level];
  return grouped(runs, wrapperOf).flatMap((group) => {
    const type = wrapperOf(group[0] as Run);
    if (type === undefined) return joinEscapes(group.flatMap((run) => leaf(run, setting)));
    return [{ type, children: formatted(group, level + 1, setting) }];
  });
}

function leaf(run: Run, setting: Setting): PhrasingContent[] {
  const { formats, link } = run;
  const text = run.text.replace(/\r\n?|\n/g, ' ');
  if (formats.includes('break')) return [setting.inLine ? { type: 'html', value: '<br>' } : { type: 'break' }];
  if (formats.includes('code')) return [{ type: 'inlineCode', value: text }];
  if (formats.includes('image')) return [{ type: 'image', url: link ?? '', alt: text }];
  if (formats.includes('footnote')) {
    return [{ type: 'footnoteReference', identifier: link ?? text, label: text }];
  }
  if (text === '') return [];
  // Raw HTML that is itself `<ins>` or `<del>` would be read as a mark: it stands as words.
  return formats.includes('html') && !looksLikeMark(text) ? [{ type: 'html', value: text }] : plain(text, setting);
}

// The writer escapes a bracket only where it knows the label, and it does not see what the kept source defines. A caret
// at the head of a link would make it a footnote.
function plain(text: string, setting: Setting): PhrasingContent[] {
  if (text.startsWith('^')) return [escaped('^'), ...plain(text.slice(1), setting)];
  return text
    .split(setting.brackets)
    .flatMap((part, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [escaped('[')]),
      ...(part === '' ? [] : [{ type: 'text', value: part } as const]),
    ]);
}

function escaped(character: string): PhrasingContent {
  return { type: 'html', value: `\\${character}` };
}

// The writer takes the line end of a break before raw HTML away, and an escape looks like raw HTML to it.
function joinEscapes(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'break' && node.type === 'html' && node.value.startsWith('\\')) {
      joined[joined.length - 1] = { type: 'html', value: `\\\n${node.value}` };
    } else joined.push(node);
  }
  return joined;
}

function grouped(runs: readonly Run[], keyOf: (run: Run) => unknown): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    if (before !== undefined && keyOf(before) === keyOf(run)) groups.at(-1)?.push(run);
    else groups.push([run]);
  });
  return groups;
}
