import type { Finding, Rule } from '../check/rule.ts';
import type { BothTexts } from './both-texts.ts';

/** One thing that a change can make wrong, and that no text shows by itself: it is found by holding the text after against the text before. */
export interface ChangeRule extends Pick<Rule, 'id' | 'severity' | 'summary'> {
  /** What is wrong, at its places in the text after. */
  readonly find: (texts: BothTexts) => readonly Finding[];
}
