import type { ElementContent, Root } from 'hast';
import rehypeSanitize, { type Options } from 'rehype-sanitize';

const schema: Options = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'span', 'a', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'ins', 'del', 's', 'strong', 'em', 'sup', 'br', 'hr'],
    ...['details', 'summary', 'section', 'nav', 'dl', 'dt', 'dd'],
  ],
  attributes: {
    '*': [
      ...['id', 'className', 'title', 'role', 'tabIndex', 'ariaLabel', 'ariaHidden', 'ariaLevel'],
      ...['dataBlock', 'dataStatus', 'dataBy', 'dataDepth', 'dataText', 'dataTold'],
    ],
    a: ['href'],
    ol: ['start'],
    li: ['value'],
    th: ['scope', 'colSpan'],
    details: ['open'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
  clobber: [],
  clobberPrefix: '',
};

const clean = rehypeSanitize(schema);

/**
 * Lets through, of content made from documents and changes, only the elements, attributes and addresses that this
 * renderer makes itself. Nothing is lost by it; it is the second lock on the door. Of a document's text only links pass
 * through it, for the rest is words in elements of ours, and there is much of it.
 */
export function sanitise(content: ElementContent[]): ElementContent[] {
  const root: Root = { type: 'root', children: [...content] };
  return clean(root).children as ElementContent[];
}
