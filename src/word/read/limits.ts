/**
 * How much of a file is read before it is refused. A document of a thousand pages stays far below each of them; what goes beyond was made
 * to exhaust the reader, or is no document.
 */
export const limits = {
  /** Bytes of the file as it is given. */
  fileBytes: 256 * 1024 * 1024,
  /** Entries of the zip archive. */
  entries: 10_000,
  /** Bytes of one part, unpacked. */
  partBytes: 96 * 1024 * 1024,
  /** Bytes of all parts that are read, unpacked. */
  unpackedBytes: 128 * 1024 * 1024,
  /** How many times larger than packed a part may be, where it is larger than `ratioBytes`. */
  ratio: 400,
  ratioBytes: 16 * 1024 * 1024,
  /** Elements inside elements. */
  depth: 300,
  /** Elements of all parts that are read. */
  elements: 2_500_000,
  /** Namespaces declared at one place. */
  namespaces: 256,
  /** Styles, lists and relationships, each. */
  definitions: 100_000,
  /** Columns of a table: Word has no more than 63. */
  columns: 63,
} as const;
