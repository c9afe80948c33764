import type { Operation } from '../model/change.ts';
import type { Joining } from './joining.ts';
import type { Proposal } from './proposal.ts';

/**
 * Finds a footnote that comes with the one call that comes of it: “after “X” insert the footnote—”. Whether its text stands where such an
 * instruction puts it is proved by who asks.
 */
export function joinFootnotes(proposals: readonly Proposal[]): readonly Joining[] {
  return proposals.flatMap((foot): readonly Joining[] => {
    const content = foot.operation.type === 'insert-provision' ? foot.operation.content : '';
    const call = /^(\[\^[^\]\s]+\]): /.exec(content)?.[1];
    const calls = proposals.filter(({ operation }) => call !== undefined && anchorOf(operation, call) !== undefined);
    const [first, ...others] = calls;
    const operation = first && call && others.length === 0 ? insertion(first.operation, call, content) : undefined;
    if (!first || !operation) return [];
    return [{ members: [first, foot], joined: { ...first, operation, more: [foot.after] } }];
  });
}

function insertion(calling: Operation, call: string, content: string): Operation | undefined {
  const anchor = anchorOf(calling, call);
  if (anchor === undefined || !('occurrence' in calling)) return undefined;
  const { at, occurrence } = calling;
  if (at.type === 'several' || at.type === 'range') return undefined;
  return { type: 'insert-footnote', at, anchor, occurrence, content };
}

/** The words after which an operation puts in a call, where that is all it does. */
function anchorOf(operation: Operation, call: string): string | undefined {
  if (operation.type === 'insert-words' && operation.words === call && operation.position === 'after')
    return operation.anchor;
  if (operation.type !== 'substitute-words') return undefined;
  const [anchor = '', rest, ...more] = operation.replacement.split(call);
  const isAll = rest !== undefined && more.length === 0 && anchor + rest === operation.words;
  return isAll && anchor !== '' ? anchor : undefined;
}
