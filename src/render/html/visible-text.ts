import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { codePointName, unseen } from '../unseen.ts';

/**
 * Text as page content in which nothing is hidden: an unseen character stands as its name, `U+202E`, in an element
 * whose `data-text` holds the character itself.
 */
export function visibleText(text: string): ElementContent[] {
  if (!unseen.test(text)) return text === '' ? [] : [{ type: 'text', value: text }];
  const nodes: ElementContent[] = [];
  let plain = '';
  for (const character of text) {
    if (!unseen.test(character)) {
      plain += character;
      continue;
    }
    if (plain !== '') nodes.push({ type: 'text', value: plain });
    plain = '';
    nodes.push(h('span.unseen', { dataText: character }, codePointName(character)));
  }
  if (plain !== '') nodes.push({ type: 'text', value: plain });
  return nodes;
}
