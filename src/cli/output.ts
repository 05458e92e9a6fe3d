/** Where a command writes its lines: results to `out`, what went wrong with the call itself to `err`. */
export interface Output {
  out: (text: string) => void;
  err: (text: string) => void;
}

/** 0: all is well; 1: the data has errors or is not in its canonical form; 2: the call itself was wrong. */
export type ExitCode = 0 | 1 | 2;
