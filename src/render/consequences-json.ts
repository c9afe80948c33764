import type { ConsequenceFinding, Consequences, FollowedReference, LabelConsequence } from '../model/consequences.ts';
import type { Message } from '../model/message.ts';

/** Consequences as plain data, every key named in its order. */
export function consequencesJson({ labels, followed, brought, cured, checked }: Consequences): object {
  const { documents, references, rules, silenced } = checked;
  return {
    labels: labels.map(labelJson),
    followed: followed.map(followedJson),
    brought: brought.map(findingJson),
    cured: cured.map(findingJson),
    checked: {
      documents,
      references,
      rules,
      silenced: silenced.map((finding) => ({ ...findingJson(finding), reason: finding.reason })),
    },
  };
}

// `JSON.stringify` leaves out a key whose value is undefined; naming every key here fixes the order.
function labelJson({ type, document, before, after, id, within, by }: LabelConsequence): object {
  return { type, document, before, after, id, within, by };
}

function followedJson({ document, at, before, after }: FollowedReference): object {
  return { document, at, before, after };
}

function findingJson(finding: ConsequenceFinding): object {
  const { document, at, severity, rule, text, place, other, advice } = finding;
  return {
    document,
    at,
    severity,
    rule,
    text,
    place: placeJson(place),
    other: other && { ...placeJson(other), text: other.text },
    advice,
  };
}

function placeJson({ path, line, column, endLine, endColumn }: Message['place']): object {
  return { path, line, column, endLine, endColumn };
}
