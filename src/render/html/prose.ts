import type { Element, ElementContent, Root } from 'hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { isCheckComment } from '../../source/check-comment.ts';
import { parseMarkdown } from '../../source/syntax.ts';
import { safeAddress } from '../address.ts';
import { outlineFrom } from '../outline.ts';
import { headingElement } from './heading-element.ts';

// Raw HTML of a change is words like any other, but for what is said to the checker.
const toPage = unified()
  .use(remarkRehype, {
    handlers: {
      html: (_state, { value }: { value: string }) => (isCheckComment(value) ? undefined : { type: 'text', value }),
    },
  })
  .freeze();

/**
 * The prose of a change, given as Markdown, as page content: headings stand below the level given, images are told by
 * their words, and links that are not safe are words only.
 */
export function prose(markdown: string, level: number): ElementContent[] {
  const tree = toPage.runSync(parseMarkdown(markdown)) as Root;
  const outline = outlineFrom(level);
  visit(tree, 'element', (node, index, parent) => {
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (depth !== undefined) {
      const { name, ariaLevel } = headingElement(outline(Number(depth)));
      node.tagName = name;
      if (ariaLevel !== undefined) node.properties.ariaLevel = ariaLevel;
    }
    if (!parent || index === undefined) return undefined;
    if (node.tagName === 'img') {
      parent.children[index] = { type: 'text', value: String(node.properties.alt ?? '') };
      return SKIP;
    }
    if (node.tagName === 'a' && safeAddress(String(node.properties.href ?? '')) === undefined) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    return undefined;
  });
  return tree.children.filter((node): node is Element => node.type === 'element');
}
