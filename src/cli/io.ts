/** Everything a command may touch besides files: handed in, so that a command is a function of what it is given. */
export interface Io {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether a person watches standard error. */
  readonly isTerminal: boolean;
  /** Whether a person reads what is printed on standard output. */
  readonly isOutTerminal?: boolean;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Nothing wrong, problems found, wrong usage. */
export type ExitCode = 0 | 1 | 2;
