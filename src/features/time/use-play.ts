import { useEffect, useRef, useState } from 'react';

/** How long each step stays, in ms: long enough to see what it brought. */
const PACE = 600;

/**
 * Goes from step to step by itself, from the first one where it is started at the last, until the last one is reached
 * or somebody stops it.
 */
export function usePlay(at: number, last: number, goTo: (step: number) => void) {
  const [playing, setPlaying] = useState(false);
  const latest = useRef(goTo);
  useEffect(() => {
    latest.current = goTo;
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => (at >= last ? setPlaying(false) : latest.current(at + 1)), PACE);
    return () => clearTimeout(timer);
  }, [playing, at, last]);
  const play = () => {
    if (!playing && at >= last) goTo(0);
    setPlaying(!playing);
  };
  return { playing, play };
}
