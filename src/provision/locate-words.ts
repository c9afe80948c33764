import type { Document } from '../model/document.ts';
import { missing, named, type Target, type Unlocated } from './target.ts';

/** The heading of a section; of a document its title, the one heading under which all of it stands. */
export function headingOf(document: Document, target: Target | Unlocated): Target | Unlocated {
  if (target.type === 'document') {
    const [title] = document.children;
    if (title?.type !== 'section' || document.children.length > 1)
      return missing(`${named(document)} has no title: no one heading stands over all of it`, []);
    return { provision: title, parents: [], type: 'words', part: 'heading', range: title.words };
  }
  if (target.type !== 'provision') return target;
  if (target.provision.type !== 'section') return missing('that provision has no heading', []);
  return { ...target, type: 'words', part: 'heading', range: target.provision.words };
}

/** The words before the list of a provision, or those after it. */
export function wordsOf(target: Target | Unlocated, part: 'opening' | 'closing'): Target | Unlocated {
  if (target.type !== 'provision') return target;
  const { provision } = target;
  const items = provision.children.findIndex((child) => child.type === 'item');
  if (items < 0) return missing(`it has no list, so it has no ${part} words`, []);
  if (part === 'opening' && provision.type !== 'section')
    return { ...target, type: 'words', part, range: provision.words };
  const last = provision.children.findLastIndex((child) => child.type === 'item');
  const candidates = part === 'opening' ? provision.children.slice(0, items) : provision.children.slice(last + 1);
  const words = candidates.filter((child) => child.type === 'paragraph' && child.label === undefined);
  const chosen = part === 'opening' ? words.at(-1) : words[0];
  if (!chosen) return missing(`it has no ${part} words`, []);
  return { ...target, type: 'words', part, range: chosen.words };
}
