import type { Document, Provision } from '../model/document.ts';

const nothingLeft =
  /^\[?(?:no longer (?:in use|used)|not (?:in )?use[d]?|(?:provision )?(?:omitted|deleted|revoked|repealed|reserved)|(?:this \w+ is )?intentionally (?:left )?blank)\.?\]?\.?$/i;

/**
 * Whether only the number of a provision is left: its words are “[No longer in use]” or what other codes write for it. Of a
 * row one cell after the first is enough.
 */
export function isOmitted(document: Document, provision: Provision): boolean {
  const { type, words, children } = provision;
  if (type === 'row') return children.slice(1).some((cell) => isNothing(document, cell));
  return type !== 'cell' && words.end > words.start && words.end - words.start < 60 && isNothing(document, provision);
}

function isNothing({ source }: Document, { words }: Provision): boolean {
  return nothingLeft.test(
    source
      .slice(words.start, words.end)
      .replace(/[*_\\]/g, '')
      .trim(),
  );
}
