import type { Found } from '../check/check-documents.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { locate } from '../provision/locate.ts';
import { parseLocator } from '../provision/locator-grammar.ts';
import { isCheckComment, readCheckComment } from '../source/check-comment.ts';
import { placeOf } from '../source/place.ts';

/** What a change says is right although a rule finds it wrong, and what is wrong with the way it says it. */
export interface Silencing {
  readonly brought: readonly Found[];
  readonly silenced: readonly (Found & { readonly reason: string })[];
  readonly problems: readonly Message[];
}

/**
 * Silences findings that a change brings by the comments in its prose: `<!-- check: allow label-gap in paragraph 5.6 of Appendix D: the
 * number comes back with the next change -->`. The provision is looked up in the text after. A comment that cannot be read, names no place, gives no
 * reason or silences nothing is a problem at its own place.
 */
export function silenceBrought(
  change: Change,
  brought: readonly Found[],
  after: ReadonlyMap<string, Document>,
): Silencing {
  let left = brought;
  const silenced: (Found & { readonly reason: string })[] = [];
  const problems: Message[] = [];
  const from = Math.max(0, change.source.indexOf(change.prose));
  for (const { comment, index } of commentsIn(change.prose)) {
    const range = { start: from + index, end: from + index + comment.length };
    const read = readSilence(comment, after);
    if ('problem' in read) {
      problems.push(problemAt(change, range, read.problem));
      continue;
    }
    const isMeant = ({ rule, finding }: Found) =>
      read.rules.includes(rule.id) &&
      finding.document.key === read.document &&
      read.range.start <= finding.start &&
      finding.start < read.range.end;
    const meant = left.filter(isMeant);
    if (meant.length === 0)
      problems.push(problemAt(change, range, 'This comment silences nothing that the change brings.'));
    left = left.filter((found) => !isMeant(found));
    silenced.push(...meant.map((found) => ({ ...found, reason: read.reason })));
  }
  return { brought: left, silenced, problems };
}

function commentsIn(prose: string): readonly { readonly comment: string; readonly index: number }[] {
  const found: { readonly comment: string; readonly index: number }[] = [];
  for (let index = prose.indexOf('<!--'); index >= 0; ) {
    const end = prose.indexOf('-->', index);
    if (end < 0) break;
    const comment = prose.slice(index, end + 3);
    if (isCheckComment(comment)) found.push({ comment, index });
    index = prose.indexOf('<!--', end);
  }
  return found;
}

type Read =
  | { readonly rules: readonly string[]; readonly document: string; readonly range: Range; readonly reason: string }
  | { readonly problem: string };

function readSilence(comment: string, after: ReadonlyMap<string, Document>): Read {
  const read = readCheckComment(comment);
  if (!read) return { problem: 'This comment is for the checker, but does not say which rule it allows.' };
  if (read.reason === '') return { problem: `This comment allows ${read.rules.join(', ')} without a reason.` };
  const match = /^(?:(.+) of )?Appendix ([A-Z]{1,2})$/.exec(read.at ?? '');
  const document = after.get(match?.[2] ?? '');
  if (!match || !document)
    return { problem: 'Expected the place in the text after, as “in paragraph 5.6 of Appendix D”.' };
  const base = { rules: read.rules, document: document.key, reason: read.reason };
  if (match[1] === undefined) return { ...base, range: { start: 0, end: document.source.length } };
  const composed = parseLocator(match[1]);
  if (!composed.ok) return { problem: composed.text };
  const target = locate(document, composed.locator);
  if (target.type === 'unlocated')
    return { problem: `Cannot find ${match[1]} in Appendix ${document.key} after the change.` };
  if (target.type === 'document') return { ...base, range: { start: 0, end: document.source.length } };
  return { ...base, range: target.type === 'words' ? target.range : target.provision };
}

function problemAt(change: Change, range: Range, text: string): Message {
  return {
    severity: 'warning',
    rule: 'silence',
    text,
    place: placeOf(change.source, change.path, range),
    advice:
      'Write `<!-- check: allow RULE in PROVISION of Appendix X: why it is right here -->`, or take the comment out.',
  };
}
