import type { Issue } from '../domain/issue.ts';

/** Why something could not be loaded, in words for the person who asked for it. */
export class LoadFailure extends Error {
  /** What was asked for, such as "the radar" or "the evidence for GANs". */
  readonly what: string;
  readonly address: string | undefined;
  readonly cure: string;
  /** What is wrong inside the file, where it arrived but was not valid. */
  readonly issues: readonly Issue[];

  constructor(failure: {
    what: string;
    address?: string;
    reason: string;
    cure: string;
    issues?: readonly Issue[];
  }) {
    super(failure.reason);
    this.name = 'LoadFailure';
    this.what = failure.what;
    this.address = failure.address;
    this.cure = failure.cure;
    this.issues = failure.issues ?? [];
  }
}
