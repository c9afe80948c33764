import type { Element } from 'hast';
import { h } from 'hastscript';
import type { DocumentOptions, OptionsPack } from '../../model/pack.ts';
import { shortName } from '../document-name.ts';
import { optionFolder } from '../file-stems.ts';

/** A document under all options, and the path of its page. */
export interface Place {
  readonly document: DocumentOptions;
  readonly path: string;
}

/** The path of a file of one option. */
export function optionPath(letter: string, file: string): string {
  return `${optionFolder(letter)}/${file}`;
}

/** What stands at the head of every page that shows options side by side. */
export function optionsHeader({ change }: OptionsPack, places: readonly Place[], current: DocumentOptions): Element {
  const links = places.flatMap(({ document, path }) => {
    const [first] = document.options;
    const ariaCurrent = document === current ? 'page' : undefined;
    return first ? [h('li', h('a', { href: path, ariaCurrent }, shortName(first.document)))] : [];
  });
  return h('header.site', [
    h('nav', { ariaLabel: 'Documents' }, [
      h('a.home', { href: 'index.html' }, `${change.name}, all options`),
      h('ul', links),
    ]),
  ]);
}

/** What stands at the foot of every page that shows options side by side. */
export function optionsFooter({ tool }: OptionsPack): Element {
  const words = `Made by ${tool.name} ${tool.version} from the redline of each option. It states no law.`;
  return h('footer', h('p', words));
}
