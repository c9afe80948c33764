import type { WordRun } from './word-document.ts';
import type { PackageState } from './write-part.ts';
import { type Authorship, authorship } from './write-revision.ts';
import { element, valued, xmlText } from './write-xml.ts';

type Setting = Pick<WordRun, 'style' | 'bold' | 'italic' | 'strike'>;

/** A run (17.3.2.25), its text cut at tabs and line breaks. */
export function writeRun(run: WordRun, state: PackageState): string {
  const properties = runProperties(run, run.before, state);
  return element('w:r', {}, properties, runContent(run.text, textElement(run)));
}

// Word takes deleted text only as delText, and the text of what moved away only as ordinary text (17.3.3.7, 17.13.5.22).
function textElement({ revision }: WordRun): string {
  return revision?.type === 'deleted' ? 'w:delText' : 'w:t';
}

/** How a run is set, and how it was set before where only that was changed. */
export function runProperties(
  setting: Setting,
  before: (Setting & Authorship) | undefined,
  state: PackageState,
): string {
  const change = before
    ? element('w:rPrChange', authorship(before, state), element('w:rPr', {}, settings(before)))
    : '';
  const content = settings(setting) + change;
  return content === '' ? '' : element('w:rPr', {}, content);
}

function settings({ style, bold, italic, strike }: Setting): string {
  return [
    style === undefined ? '' : valued('w:rStyle', style),
    toggle('w:b', bold),
    toggle('w:i', italic),
    toggle('w:strike', strike),
  ].join('');
}

function toggle(name: string, value: boolean | undefined): string {
  if (value === undefined) return '';
  return value ? element(name) : valued(name, 0);
}

/** Text as the content of a run: `name` is the element for words. */
export function runContent(text: string, name: string): string {
  if (!/[\t\r\n]/.test(text)) return words(text, name);
  return text
    .split(/(\t|\r\n|\r|\n)/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      return /^[\r\n]/.test(piece) ? '<w:br/>' : words(piece, name);
    })
    .join('');
}

function words(text: string, name: string): string {
  return text === '' ? '' : `<${name} xml:space="preserve">${xmlText(text)}</${name}>`;
}
