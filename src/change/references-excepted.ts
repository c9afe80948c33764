import type { Document, Provision } from '../model/document.ts';
import type { Renumber } from '../model/structural-operation.ts';
import { locate } from '../provision/locate.ts';
import type { RefusalText } from './refusal.ts';
import { placesOf, unlocated } from './steps.ts';

/** Gives the provisions in which references stay though others follow, or why one of them is none; nothing where none is named. */
export function referencesExcepted(
  { except }: Renumber,
  document: Document,
): readonly Provision[] | RefusalText | undefined {
  if (!except) return undefined;
  const found: Provision[] = [];
  const places = placesOf(except, document);
  if ('rule' in places) return places;
  for (const at of places) {
    const target = locate(document, at);
    if (target.type === 'unlocated') return unlocated(target, document);
    if (target.type !== 'provision')
      return {
        rule: 'not-a-provision',
        text: 'expected a provision in which references stay, found something else',
        advice: 'name the paragraphs or steps whose references stay: references follow, except in step 5.5.3.2',
      };
    found.push(target.provision);
  }
  return found;
}
