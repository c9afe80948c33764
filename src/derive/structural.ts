import type { Operation } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import type { LocatorFinder } from '../provision/locator-of.ts';
import type { Versions } from './find-versions.ts';

/** An instruction on the structure of a text, which is carried out before the rest is derived. */
export interface Structural {
  readonly operation: Operation;
  /** The provision of the text before that it is about. */
  readonly about: Provision;
  /** The part of the text after that it makes. */
  readonly after: Range;
  /** Further parts of the text after that it makes, in other places. */
  readonly more?: readonly Range[];
  /** Of a move: where it puts what it moves, as another instruction would say it. */
  readonly beside?: Beside;
}

/** A place beside a provision. */
export interface Beside {
  readonly position: 'before' | 'after';
  readonly at: Locator;
}

/** All that those who propose structural instructions ask of. */
export interface Structure {
  readonly before: Document;
  readonly after: Document;
  readonly versions: Versions;
  readonly locators: LocatorFinder;
}
