import type { Size } from './watch-size.ts';

/** Why a picture could not be made or copied, in words for the person who asked for it. */
export class PictureFailure extends Error {
  readonly cure: string;
  /** The largest size of the same proportions that this browser manages, in px; null where size is not the reason. */
  readonly largest: Size | null;

  constructor(failure: { reason: string; cure: string; largest?: Size | null }) {
    super(failure.reason);
    this.name = 'PictureFailure';
    this.cure = failure.cure;
    this.largest = failure.largest ?? null;
  }
}
