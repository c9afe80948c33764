import type { Link, LinkReference, PhrasingContent, Text } from 'mdast';
import { rangeOf } from '../../source/index-provisions.ts';
import { firstEndingAfter } from '../../source/ordered-ranges.ts';
import type { WordInline, WordLink, WordRun, WordSpan } from '../../word/word-document.ts';
import type { CitationLink } from './citation-links.ts';
import { isPlainlyNested } from './nesting.ts';

/** What the words of one document share while they are laid out. */
export interface InlineContext {
  readonly source: string;
  readonly citations: readonly CitationLink[];
  /** The footnote that a call opens, where it is one of Word's own. */
  readonly noteOf: (call: PhrasingContent) => number | undefined;
}

/** How words are set. */
interface Setting {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  /** In a link no citation can be another. */
  readonly linked?: true;
  /** The nesting of marks cannot be told from the runs. */
  readonly nested: boolean;
}

const settings = { strong: 'bold', emphasis: 'italic', delete: 'strike' } as const;

/** The words of a paragraph, heading or cell as Word has them. What Word has no element for stands in a span that says what it is. */
export function cleanInlines(children: readonly PhrasingContent[], context: InlineContext): readonly WordInline[] {
  return inlinesOf(children, { nested: !isPlainlyNested(children) }, context);
}

function inlinesOf(
  children: readonly PhrasingContent[],
  setting: Setting,
  context: InlineContext,
): readonly WordInline[] {
  return children.flatMap((node) => inlineOf(node, setting, context));
}

function inlineOf(node: PhrasingContent, setting: Setting, context: InlineContext): readonly WordInline[] {
  switch (node.type) {
    case 'text':
      return textRuns(node, setting, context);
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const inside = inlinesOf(node.children, { ...setting, [settings[node.type]]: true }, context);
      return setting.nested ? [span(node.type, inside)] : inside;
    }
    case 'inlineCode':
      return [run(node.value, setting, 'CodeCharacter')];
    case 'html':
      return [run(node.value, setting, 'HtmlCharacter')];
    case 'break':
      return [run('\n', setting)];
    case 'link':
      return [linkOf(node, setting, context)];
    case 'linkReference':
      return [span(referenceTag(node), linkedRuns(node, setting, context))];
    case 'image':
      return [span(`image ${JSON.stringify({ url: node.url, title: node.title })}`, [imageRun(node.alt, setting)])];
    case 'imageReference':
      return [span(referenceTag(node), [imageRun(node.alt, setting)])];
    case 'footnoteReference': {
      const label = node.label ?? node.identifier;
      const footnote = context.noteOf(node);
      if (footnote === undefined) return [{ type: 'run', text: label, style: 'FootnoteReference' }];
      return [{ type: 'note-reference', footnote, label }];
    }
  }
}

function span(tag: string, children: readonly WordInline[]): WordSpan {
  return { type: 'span', tag, children };
}

function run(text: string, { bold, italic, strike }: Setting, style?: string): WordRun {
  return {
    type: 'run',
    text,
    ...(style && { style }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(strike && { strike }),
  };
}

function imageRun(alt: string | null | undefined, setting: Setting): WordRun {
  return run(alt ?? '', setting, 'ImageText');
}

function referenceTag(node: Extract<PhrasingContent, { type: 'linkReference' | 'imageReference' }>): string {
  const { type, identifier, label, referenceType } = node;
  return `${type} ${JSON.stringify({ identifier, label, referenceType })}`;
}

// Where a line of the source ends there is a space, which says so; so does a tab, for one after a label stands for a space.
function textRuns(node: Text, setting: Setting, context: InlineContext): readonly WordInline[] {
  return citedParts(node, setting, context).flatMap(({ text, bookmark }): readonly WordInline[] => {
    const runs = text
      .split(/(\r\n|[\r\n\t])/)
      .flatMap((part, index) =>
        part === '' ? [] : [index % 2 === 0 ? run(part, setting) : run(part === '\t' ? part : ' ', setting, 'LineEnd')],
      );
    return bookmark === undefined ? runs : [{ type: 'link', bookmark, children: runs }];
  });
}

type Part = { readonly text: string; readonly bookmark?: string };

// Places in the source are places in the text where no escape stands between.
function citedParts(node: Text, { linked }: Setting, { source, citations }: InlineContext): readonly Part[] {
  const { start, end } = rangeOf(node);
  if (linked || source.slice(start, end) !== node.value) return [{ text: node.value }];
  const parts: Part[] = [];
  let at = start;
  for (let index = firstEndingAfter(citations, start); index < citations.length; index += 1) {
    const link = citations[index] as CitationLink;
    if (link.end > end) break;
    if (link.start < at) continue;
    parts.push({ text: source.slice(at, link.start) });
    parts.push({ text: source.slice(link.start, link.end), bookmark: link.bookmark });
    at = link.end;
  }
  return [...parts, { text: source.slice(at, end) }];
}

function linkOf(node: Link, setting: Setting, context: InlineContext): WordLink | WordSpan {
  const link: WordLink = {
    type: 'link',
    address: node.url,
    ...(node.title ? { tooltip: node.title } : {}),
    children: linkedRuns(node, setting, context),
  };
  const form = linkForm(node, context.source);
  return form === undefined ? link : span(form, [link]);
}

// An address in the text, one in angle brackets and one in a link that spells it out are the same tree.
function linkForm(node: Link, source: string): 'autolink' | 'resource' | undefined {
  const [words] = node.children;
  if (node.children.length !== 1 || words?.type !== 'text' || node.title) return undefined;
  if (![words.value, `http://${words.value}`, `mailto:${words.value}`].includes(node.url)) return undefined;
  if (!node.position) return undefined;
  const opening = source[rangeOf(node).start];
  return opening === '<' ? 'autolink' : opening === '[' ? 'resource' : undefined;
}

function linkedRuns(node: Link | LinkReference, setting: Setting, context: InlineContext): readonly WordInline[] {
  const children = inlinesOf(node.children, { ...setting, linked: true }, context);
  if (children.length === 0) return [run('', setting, 'Hyperlink')];
  return node.type === 'linkReference' ? children : children.map(asLinked);
}

function asLinked(inline: WordInline): WordInline {
  if (inline.type === 'run') return inline.style === undefined ? { ...inline, style: 'Hyperlink' } : inline;
  return 'children' in inline && inline.type === 'span'
    ? { ...inline, children: inline.children.map(asLinked) }
    : inline;
}
