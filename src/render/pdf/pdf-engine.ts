/** What an engine is given: Typst source that never changes, and the data that it draws. */
export interface PdfJob {
  readonly source: string;
  /** JSON, which the source reads from `sys.inputs.sheets`. */
  readonly sheets: string;
}

/**
 * Makes the bytes of a tagged PDF (PDF/UA-1) from Typst source: handed in, so that rendering needs no native code. It must give the same
 * bytes for the same job, and throw `Undrawable` where it cannot draw it.
 */
export type PdfEngine = (job: PdfJob) => Uint8Array;

/** Why an engine cannot draw a job, in its own words. What else an engine throws is no fault of the job. */
export class Undrawable extends Error {}
