import { create } from 'zustand';

/** What the filters leave, in ids and in words, so that pictures of the page can show and tell it. */
export interface Kept {
  ids: ReadonlySet<string>;
  words: string;
}

/** Null where nothing is filtered. */
export const useKept = create<{ kept: Kept | null; keep: (kept: Kept | null) => void }>((set) => ({
  kept: null,
  keep: (kept) => set({ kept }),
}));
