/** What a comment for the checker says: `<!-- check: allow count-in-words: the list goes on in 5.6 -->`. */
export interface CheckComment {
  /** The rules that it silences. */
  readonly rules: readonly string[];
  /** Where in other documents, in a change: `paragraph 5.6.2 of Appendix D`; absent where the comment stands at the place. */
  readonly at?: string;
  /** Empty where none is given. */
  readonly reason: string;
}

/** Whether a piece of HTML is a comment for the checker, and no part of the law: well written or not. */
export function isCheckComment(html: string): boolean {
  return /^<!--\s*check\s*:[\s\S]*-->\s*$/.test(html) && html.indexOf('-->') === html.trimEnd().length - 3;
}

/** Reads a comment for the checker. Undefined where it does not say `allow` and a rule. */
export function readCheckComment(html: string): CheckComment | undefined {
  const match =
    /^<!--\s*check\s*:\s*allow\s+([a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)(?:\s+in\s+([^:]{1,200}))?\s*(?::([\s\S]*))?-->\s*$/.exec(
      html,
    );
  if (!match) return undefined;
  const rules = (match[1] as string).split(',').map((rule) => rule.trim());
  const reason = (match[3] ?? '').replace(/\s+/g, ' ').trim();
  const at = match[2]?.replace(/\s+/g, ' ').trim();
  return at === undefined ? { rules, reason } : { rules, at, reason };
}
