import type { Operation } from '../model/change.ts';
import type { Joining } from './joining.ts';
import type { Proposal } from './proposal.ts';

/**
 * Finds a footnote that comes with the one call that comes of it: “after “X” insert the footnote—”; and one that goes with words that were
 * only its calls: “omit footnote 1”. Whether its text stands where such an instruction puts it is proved by who asks.
 */
export function joinFootnotes(proposals: readonly Proposal[]): readonly Joining[] {
  return proposals.flatMap((foot): readonly Joining[] => {
    const { operation, omitted } = foot;
    if (operation.type === 'insert-provision') return joinComing(foot, operation.content, proposals);
    const call = operation.type === 'omit-provision' && omitted?.type === 'footnote' ? omitted.label : undefined;
    const calls = proposals.filter(({ operation: one }) => call !== undefined && loses(one, call));
    const more = calls.map(({ after }) => after);
    return calls.length === 0 ? [] : [{ members: [foot, ...calls], joined: { ...foot, more } }];
  });
}

function joinComing(foot: Proposal, content: string, proposals: readonly Proposal[]): readonly Joining[] {
  const call = /^(\[\^[^\]\s]+\]): /.exec(content)?.[1];
  const calls = proposals.filter(({ operation: one }) => call !== undefined && gained(one, call) !== undefined);
  const [first, ...others] = calls;
  const operation = first && call && others.length === 0 ? insertion(first.operation, call, content) : undefined;
  if (!first || !operation) return [];
  return [{ members: [first, foot], joined: { ...first, operation, more: [foot.after] } }];
}

function insertion(calling: Operation, call: string, content: string): Operation | undefined {
  const anchor = gained(calling, call);
  if (anchor === undefined || !('occurrence' in calling)) return undefined;
  const { at, occurrence } = calling;
  if (at.type === 'several' || at.type === 'range') return undefined;
  return { type: 'insert-footnote', at, anchor, occurrence, content };
}

/** The words after which an operation puts in a call, where that is all it does. */
function gained(operation: Operation, call: string): string | undefined {
  if (operation.type === 'insert-words' && operation.words === call && operation.position === 'after')
    return operation.anchor;
  if (operation.type !== 'substitute-words') return undefined;
  const [anchor = '', rest, ...more] = operation.replacement.split(call);
  return rest !== undefined && more.length === 0 && anchor + rest === operation.words && anchor !== ''
    ? anchor
    : undefined;
}

/** Whether all that an operation does is to take calls out. */
function loses(operation: Operation, call: string): boolean {
  if (operation.type === 'omit-words') return operation.words === call;
  return operation.type === 'substitute-words' && operation.words.replaceAll(call, '') === operation.replacement;
}
