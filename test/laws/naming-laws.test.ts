import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Provision } from '../../src/model/document.ts';
import { locate } from '../../src/provision/locate.ts';
import { parseLocator } from '../../src/provision/locator-grammar.ts';
import { findLocators } from '../../src/provision/locator-of.ts';
import { nameProvision } from '../../src/provision/name-provision.ts';
import { printNarrowing } from '../../src/provision/print-locator.ts';
import { walk } from '../../src/provision/walk.ts';
import { parseDocument } from '../../src/source/parse.ts';

const appendix = (letter: string) => {
  const path = `appendices/${letter}.md`;
  return parseDocument(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path);
};

/** Kinds that a citation can point at; the rest (code, quotes, footnotes, HTML) stand within them, as the cells of a definition do. */
const citable = new Set(['section', 'paragraph', 'item', 'definition', 'row', 'cell', 'table']);

describe('the printed locator of every provision', () => {
  it.each(['D', 'K', 'M', 'N'])('is read again and leads back to it: Appendix %s', (letter) => {
    const document = appendix(letter);
    const names = nameProvision(document);
    const astray: string[] = [];
    let tried = 0;
    for (const { provision, parents } of walk(document)) {
      if (
        !citable.has(provision.type) ||
        provision.header ||
        ['definition', 'header', 'footnote'].includes(holderOf(parents))
      )
        continue;
      const name = names.get(provision)?.locator;
      tried += 1;
      if (name === undefined || !leadsTo(name, provision)) astray.push(`${provision.type} ${name}`);
    }
    expect(tried).toBeGreaterThan(200);
    expect(astray).toEqual([]);

    function leadsTo(name: string, provision: Provision): boolean {
      const read = parseLocator(name);
      if (!read.ok) return false;
      const target = locate(document, read.locator);
      if (target.type === 'words') return target.range.start === provision.words.start;
      return target.type === 'provision' && target.provision === provision;
    }
  });
});

describe('the locator that is found for a provision', () => {
  it.each(['D', 'K', 'M', 'N'])(
    'is printed, read again and leads back to it, whatever its kind: Appendix %s',
    (letter) => {
      const document = appendix(letter);
      const locators = findLocators(document);
      const astray: string[] = [];
      for (const { provision } of walk(document)) {
        const locator = locators.of(provision);
        const read = locator && parseLocator(printNarrowing(locator));
        const target = read?.ok ? locate(document, read.locator) : undefined;
        const found =
          target?.type === 'provision'
            ? target.provision === provision
            : target?.type === 'words' && target.range.start === provision.words.start;
        if (!found) astray.push(`${provision.type} ${document.source.slice(provision.start, provision.start + 40)}`);
      }
      expect(astray).toEqual([]);
    },
  );
});

function holderOf(parents: readonly Provision[]): string {
  const holder = parents.at(-1);
  return holder?.header ? 'header' : (holder?.type ?? '');
}
