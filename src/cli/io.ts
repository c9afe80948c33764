/** A file to be written: a path inside the folder given with it, and its bytes or text. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Everything a command may touch: handed in, so that commands are functions of what they are given. */
export interface Io {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether a person watches standard error. */
  readonly isTerminal: boolean;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Nothing wrong, problems found, wrong usage. */
export type ExitCode = 0 | 1 | 2;
