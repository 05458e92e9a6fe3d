import { create } from 'zustand';

/** Which trend the pointer or the focus is on, shared by the chart and the list. */
export const useHover = create<{ hovered: string | null; hover: (trend: string | null) => void }>((set) => ({
  hovered: null,
  hover: (trend) => set((state) => (state.hovered === trend ? state : { hovered: trend })),
}));
