/** A set of files as people have them, and what reading it gives. */
export interface Sample {
  /** Id of the one importer that recognises it. */
  importer: string;
  name: string;
  files: { path: string; text?: string; bytes?: Uint8Array }[];
  trends: number;
}

/** A set of files with a fault, and what is said of it: in a failure, an issue or a finding. */
export interface BrokenSample {
  /** Id of the importer that recognises it, or null where none can. */
  importer: string | null;
  name: string;
  files: Sample['files'];
  says: RegExp;
}
