import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { z } from 'zod';
import type { Document } from '../model/document.ts';
import { labelIndex } from '../provision/label-index.ts';
import type { Visit } from '../provision/walk.ts';

const entry = z.object({ document: z.string() });
const label = entry.extend({ type: z.string(), before: z.string().optional(), after: z.string().optional() });
const consequencesFile = z.object({
  schema: z.literal('sec-redline/consequences@1'),
  labels: z.array(label),
  followed: z.array(entry),
  brought: z.array(entry),
  cured: z.array(entry),
  checked: z.object({ silenced: z.array(entry) }),
});

type ConsequencesRead = z.infer<typeof consequencesFile>;

/** Reads the consequences of a change back from their JSON; undefined where it is something else. */
export function readConsequences(text: string): ConsequencesRead | undefined {
  try {
    return consequencesFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Holds the labels that consequences tell of against both texts of a document: every numbered provision that only one of the texts has
 * must be told of, or stand in one that is. Gives the first that is not.
 */
export function untoldLabel({ labels }: ConsequencesRead, before: Document, after: Document): string | undefined {
  const own = labels.filter(({ document }) => document === before.key);
  const gone = onlyIn(before, after).find(
    (visit) =>
      !isTold(
        visit,
        own.map((each) => each.before),
      ),
  );
  if (gone) return `expected that ${gone.provision.label} goes, found nothing of it`;
  const come = onlyIn(after, before).find(
    (visit) =>
      !isTold(
        visit,
        own.map((each) => each.after),
      ),
  );
  return come && `expected that ${come.provision.label} comes, found nothing of it`;
}

function onlyIn(one: Document, other: Document): readonly Visit[] {
  const others = labelIndex(other).labels;
  return [...labelIndex(one).labels].flatMap(([core, visits]) => (others.has(core) ? [] : visits));
}

function isTold({ provision, parents }: Visit, told: readonly (string | undefined)[]): boolean {
  const names = [provision, ...parents].flatMap((each) => each.label ?? each.title ?? []);
  return told.some((locator) => locator !== undefined && names.some((name) => namesWhole(locator, name)));
}

// `paragraph 5.1` is named by neither `paragraph 5.1.3` nor `paragraph 5.1(b)`.
function namesWhole(locator: string, name: string): boolean {
  for (let at = locator.indexOf(name); at >= 0; at = locator.indexOf(name, at + 1)) {
    const after = locator.slice(at + name.length);
    if (!/[\w.]$/.test(locator.slice(0, at)) && !/^(?:\w|\.\w|\()/.test(after)) return true;
  }
  return false;
}

const parser = unified().use(rehypeParse).freeze();

/** How many rows the tables of consequences on a page have, by their captions without the count: `Labels`. */
export function consequenceRows(page: string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const section = find(parser.parse(page), (node) => classOf(node).includes('consequences'));
  for (const table of section ? all(section, 'table') : []) {
    const [caption, body] = [all(table, 'caption')[0], all(table, 'tbody')[0]];
    if (caption && body) rows.set(wordsOf(caption).replace(/ \(\d+\)$/, ''), all(body, 'tr').length);
  }
  return rows;
}

function classOf({ properties }: Element): readonly unknown[] {
  return Array.isArray(properties.className) ? properties.className : [];
}

function find(node: Nodes, wanted: (element: Element) => boolean): Element | undefined {
  const open: Nodes[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'element' && wanted(next)) return next;
    const children = 'children' in next ? next.children : [];
    for (let at = children.length - 1; at >= 0; at -= 1) open.push(children[at] as Nodes);
  }
  return undefined;
}

function all(node: Element, name: string): readonly Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === name ? [child, ...all(child, name)] : all(child, name);
  });
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
