import type { Document } from '../model/document.ts';

/** An expression that is used as a term and that nothing defines, at one place. */
export interface UndefinedUse {
  readonly document: Document;
  readonly expression: string;
  readonly start: number;
  readonly end: number;
  readonly advice?: string;
}
