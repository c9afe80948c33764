import type { Document, Provision } from '../model/document.ts';
import type { Locator } from '../model/locator.ts';
import { labelCore } from '../source/label.ts';
import type { Citation } from './citation.ts';
import { labelIndex } from './label-index.ts';
import { isItemLabel } from './label-path.ts';
import type { Passage } from './passages.ts';
import { descendants } from './walk.ts';

/**
 * Whether a citation that points at nothing in a document may well point into something else, or into what has no labels
 * of its own: “section 3.2 of its policy”, “Part 1” where no part is numbered, “(i) above” where no list around it has
 * labels, `6.1(5)` where the items of 6.1 are numbered by Markdown.
 */
export function isForeign(locator: Locator, document: Document, passage: Passage, citation: Citation): boolean {
  if (citation.document.type === 'this' && /\bthis (?:document|appendix)$/i.test(citation.text)) return false;
  if (citation.document.type === 'this' && isOfAnother(passage.text, citation)) return true;
  const labels = locator.type === 'label' ? locator.labels : [];
  const [first = ''] = labels;
  if (isItemLabel(first)) return !hasLabelledList(passage);
  if (citation.bare && /^[^.]+\.[^.]+$/.test(first)) return !hasNumbersBeside(document, first);
  const noun = /^(part|chapter) /i.exec(first)?.[1]?.toLowerCase();
  if (noun !== undefined) return ![...labelIndex(document).labels.keys()].some((label) => label.startsWith(noun));
  return labels.length > 1 && hasUnlabelledItems(document, first);
}

// Where nothing is numbered as 3.2 is, “see 3.2” is of something else.
function hasNumbersBeside(document: Document, number: string): boolean {
  const core = labelCore(number);
  const head = core.slice(0, core.indexOf('.') + 1);
  return [...labelIndex(document).labels.keys()].some(
    (label) => label.startsWith(head) && label.split('.').length === 2,
  );
}

// “7.1(3) d, e and f of the Baseline Requirements”, “Schedule 2 to the Act”; “RFC 5280, section 4.2”, “ETSI TS 119 clause 4”.
const ofName =
  /^(?:[\s,]{1,3}(?:\([^()]{1,12}\)|[a-z](?![a-z])|and|or|respectively))*,?\s{1,3}(?:of\s|to\sthe\s[A-Z])(?!this\b)/;
const numberedBefore = /(?:^|[^\w])[A-Z]{2,}[\w-]*(?: [A-Z]{2,}[\w-]*)*(?: \d[\d-]*)+,?\s{1,3}$/;
const abbreviatedBefore = /(?:^|[^\w])[A-Z]{2,}[\w-]* $/;

function isOfAnother(text: string, { start, end, text: cited }: Citation): boolean {
  if (ofName.test(text.slice(end, end + 80))) return true;
  const before = text.slice(Math.max(0, start - 40), start);
  return numberedBefore.test(before) || (/^\d/.test(cited) && abbreviatedBefore.test(before));
}

function hasLabelledList({ visit: { provision, parents } }: Passage): boolean {
  return [provision, ...parents].some(({ children }) => children.some(isLabelledItem));
}

function isLabelledItem({ type, label }: Provision): boolean {
  return type === 'item' && label !== undefined;
}

function hasUnlabelledItems(document: Document, head: string): boolean {
  const heads = labelIndex(document).labels.get(labelCore(head)) ?? [];
  return heads.some(({ provision }) =>
    [...descendants(provision)].some(({ type, label }) => type === 'item' && label === undefined),
  );
}
