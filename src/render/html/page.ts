import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { printStyle } from './style/print.ts';
import { screenStyle } from './style/screen.ts';
import { textStyle } from './style/text.ts';

const writer = unified().use(rehypeStringify, { collapseEmptyAttributes: true }).freeze();

// Nothing is fetched and nothing runs, whatever a document holds: the browser is told so as well.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A page: what it is called, what made it, the words at the foot of its printed sheets, and its content. */
export interface Page {
  readonly title: string;
  readonly generator: string;
  readonly foot: string;
  readonly content: ElementContent[];
}

/** Writes a page as one self-contained file of HTML. */
export function page({ title, generator, foot, content }: Page): string {
  const style = `${screenStyle}${textStyle}${printStyle}@page{@bottom-left{content:${cssString(foot)}}}`;
  return `${writer.stringify(
    h(null, [
      { type: 'doctype' },
      h('html', { lang: 'en-GB' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('meta', { name: 'generator', content: generator }),
          h('title', title),
          h('link', { rel: ['icon'], href: 'data:,' }),
          h('style', style),
        ]),
        h('body', [h('a.skip', { href: '#main' }, 'Skip to the content'), ...content]),
      ]),
    ]),
  )}\n`;
}

// Letters, digits and a few signs stand as they are; anything else could end the string or the style sheet.
function cssString(words: string): string {
  let inside = '';
  for (const character of words) {
    inside += /[A-Za-z0-9 .,:·-]/.test(character) ? character : `\\${(character.codePointAt(0) ?? 32).toString(16)} `;
  }
  return `"${inside}"`;
}
