import { changeName } from '../change/choices.ts';
import type { Found } from '../check/check-documents.ts';
import type { Change } from '../model/change.ts';
import type { Message } from '../model/message.ts';
import type { Span } from '../model/redline.ts';
import { placeOf } from '../source/place.ts';
import type { AmendedDocument } from './amend.ts';
import { locatorAt } from './innermost-provision.ts';

/**
 * A message about what a change brings, at the place where a drafter can mend it: in the text in force where the words stand there already,
 * else at the instruction that puts them in. The text after is in no file that an editor has open.
 */
export function placedForDrafter(
  message: Message,
  { finding }: Found,
  change: Change,
  amended: AmendedDocument | undefined,
): Message {
  const text = `After ${changeName(change)}, in ${locatorAt(finding.document)(finding.start)}: ${message.text}`;
  if (!amended) return { ...message, text };
  const origin = originOf(amended.redline.source, finding.start);
  const { before } = amended;
  if (origin.before !== undefined) {
    const end =
      Math.max(origin.before, originOf(amended.redline.source, Math.max(finding.start, finding.end - 1)).before ?? 0) +
      1;
    return { ...message, text, place: placeOf(before.source, before.path, { start: origin.before, end }) };
  }
  const instruction = change.instructions.find(({ number }) => number === origin.by);
  if (!instruction) return { ...message, text };
  return { ...message, text, place: placeOf(change.source, change.path, instruction) };
}

interface Origin {
  readonly before?: number;
  readonly by?: number;
}

function originOf(spans: readonly Span[], offset: number): Origin {
  let [before, after] = [0, 0];
  for (const { type, text, by } of spans) {
    if (type !== 'deleted' && offset < after + text.length) {
      if (type === 'same') return { before: before + offset - after };
      return by === undefined ? {} : { by };
    }
    if (type !== 'inserted') before += text.length;
    if (type !== 'deleted') after += text.length;
  }
  return {};
}
