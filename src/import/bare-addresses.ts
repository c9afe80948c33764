import type { Nodes, PhrasingContent } from 'mdast';
import { parseMarkdown } from '../source/syntax.ts';

/** What may hold an address that Markdown takes for a link, brackets or not. */
const hint = /https?:\/\/|www\.|@/i;

/**
 * Makes links of addresses in the words, since Markdown reads them so, however they are written; `printed` says that they stand without
 * brackets. In a link they are words.
 */
export function withBareAddresses(children: PhrasingContent[], printed: Map<Nodes, string>): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'text') return hint.test(child.value) ? splitAddresses(child.value, printed) : [child];
    if (child.type === 'emphasis' || child.type === 'strong' || child.type === 'delete')
      child.children = withBareAddresses(child.children, printed);
    return [child];
  });
}

// The parser itself says what is an address; with all else escaped it finds nothing besides.
function splitAddresses(text: string, printed: Map<Nodes, string>): PhrasingContent[] {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const [block] = parseMarkdown(words.replace(/[!-/:-@[-`{-~]/g, '\\$&')).children;
  if (block?.type !== 'paragraph') return [{ type: 'text', value: text }];
  const found = block.children.map((child) => {
    if (child.type === 'link')
      printed.set(child, child.children.map((one) => ('value' in one ? one.value : '')).join(''));
    return child;
  });
  const spaces = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return mergeText([...spaces(before), ...found, ...spaces(after)]);
}

function mergeText(children: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + child.value };
    else merged.push(child);
  }
  return merged;
}
