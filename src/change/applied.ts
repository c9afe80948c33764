import type { Document } from '../model/document.ts';
import type { PlannedEdit } from './planned-edit.ts';

/** One document before and after a change, with the edits that made the one from the other. */
export interface Applied {
  readonly before: Document;
  readonly after: Document;
  readonly edits: readonly PlannedEdit[];
}
