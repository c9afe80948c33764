import { amend } from '../src/amend/amend.ts';
import { makePack } from '../src/amend/make-pack.ts';
import { chooseOption, optionsOf } from '../src/change/choices.ts';
import type { Change } from '../src/model/change.ts';
import type { Document } from '../src/model/document.ts';
import type { Pack } from '../src/model/pack.ts';
import { type Fixture, fixtures } from './fixture.ts';

/** What every fixture that can be carried out is made into, one pack for each of its options, by the name of the fixture. */
export function fixturePacks(): readonly (readonly [string, Pack])[] {
  return fixtures().flatMap(packsOf);
}

function packsOf({ name, change, documents }: Fixture): readonly (readonly [string, Pack])[] {
  if (!change.ok) return [];
  return changesOf(change.change)
    .flatMap((each) => carriedOut(each, documents))
    .map((pack) => [name, pack]);
}

function changesOf(change: Change): readonly Change[] {
  if (!change.choices) return [change];
  return optionsOf(change).flatMap((letter) => {
    const chosen = chooseOption(change, letter);
    return chosen.ok ? [chosen.change] : [];
  });
}

function carriedOut(change: Change, documents: ReadonlyMap<string, Document>): readonly Pack[] {
  const amendment = amend(change, documents);
  return amendment.ok ? [makePack(amendment, { name: 'sec-redline', version: 'test' })] : [];
}
