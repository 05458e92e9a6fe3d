import type { Draft } from '../domain/importing/draft.ts';
import type { Given } from '../platform/read-source.ts';

/** A draft that is to be reviewed, and what to call where it came from. */
export interface DraftToReview {
  draft: Draft;
  from: string;
}

/** What is to be opened: something that was given, what is to be reviewed, or what the reader chooses. */
export type Opened = Given | DraftToReview | 'choose' | null;
