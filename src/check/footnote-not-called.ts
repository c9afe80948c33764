import type { FootnoteDefinition, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Document } from '../model/document.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A footnote that no call leads to, from the text or from a footnote that the text leads to. No page shows it, so that its words are in the
 * file and not in the law.
 *
 * Bad:
 *
 *     5.1 A record is deleted.
 *
 *     [^1]: After seven years.
 *
 * Good:
 *
 *     5.1 A record is deleted.[^1]
 *
 *     [^1]: After seven years.
 */
export const footnoteNotCalled: Rule = {
  id: 'footnote-not-called',
  severity: 'error',
  summary: 'A footnote that nothing calls, which no page shows.',
  find: ({ documents }) => documents.flatMap((document) => findIn(document)),
};

function findIn(document: Document): readonly Finding[] {
  const footnotes = new Map<string, FootnoteDefinition>();
  visit(document.tree, 'footnoteDefinition', (footnote) => {
    if (!footnotes.has(footnote.identifier)) footnotes.set(footnote.identifier, footnote);
  });
  if (footnotes.size === 0) return [];
  const called = new Set<string>();
  // A footnote may call another: those found are read in their turn.
  for (let open = callsIn(document.tree); open.length > 0; ) {
    const fresh = open.filter((name) => !called.has(name));
    for (const name of fresh) called.add(name);
    open = fresh.flatMap((name) => footnotes.get(name)?.children ?? []).flatMap((block) => callsIn(block));
  }
  return [...footnotes.values()]
    .filter(({ identifier }) => !called.has(identifier))
    .map((one) => findingOf(document, one));
}

// The names called in a node, but not in the footnotes that stand in it.
function callsIn(tree: Nodes): readonly string[] {
  const names: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') return 'skip';
    if (node.type === 'footnoteReference') names.push(node.identifier);
    return undefined;
  });
  return names;
}

function findingOf(document: Document, { identifier, label = identifier, position }: FootnoteDefinition): Finding {
  const start = position?.start.offset ?? 0;
  const name = `[^${label ?? identifier}]`;
  return {
    document,
    start,
    end: start + name.length,
    about: name,
    text: `Nothing calls the footnote ${name}: no page shows it.`,
    advice: `Put its call ${name} where it belongs, or omit the footnote.`,
  };
}
