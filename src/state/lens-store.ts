import { create } from 'zustand';
import type { FitVerdict } from '../domain/assessing/lens.ts';

/** What a lens makes of the trends, so that pictures of the page can show and tell it. */
export interface ShownLens {
  name: string;
  /** The conditions that hold and that the radar has, in words. */
  conditions: readonly string[];
  /** By trend id. */
  verdicts: ReadonlyMap<string, FitVerdict>;
}

/** Null where no condition is chosen that the radar has. */
export const useShownLens = create<{ lens: ShownLens | null; show: (lens: ShownLens | null) => void }>(
  (set) => ({ lens: null, show: (lens) => set({ lens }) }),
);
