/** A place in a file, as an editor shows it: lines and columns from 1, offsets from 0. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/**
 * One thing that a person should know: what is wrong, where, and what to do about it.
 * An `error` stops the work; a `warning` does not; a `note` only informs.
 */
export interface Message {
  readonly severity: 'error' | 'warning' | 'note';
  /** The rule that speaks, in kebab case: `words-not-found`, `unresolved-reference`. */
  readonly rule: string;
  /** What was expected and what was found, in one or two plain sentences. */
  readonly text: string;
  readonly place: Place;
  /** The place in the other file that the message also speaks of, and what stands there. */
  readonly other?: Place & { readonly text: string };
  /** What to do, or the nearest thing that would fit. */
  readonly advice?: string;
}

/** Why an instruction cannot be carried out. Always an error; `instruction` is its number, `option` the option that it belongs to. */
export interface Refusal extends Message {
  readonly severity: 'error';
  readonly instruction: number;
  readonly option?: string;
}
