import type { ReactNode } from 'react';
import type { Place } from '../../domain/importing/draft.ts';
import { placeWords } from '../../domain/importing/place-words.ts';
import { Button } from '../../ui/button.tsx';
import css from './place-list.module.css';

/** Most lines that are shown; the rest are counted, and can be saved. */
const MOST_LINES = 50;

export interface PlaceLine {
  words: string;
  /** What was done, or why. */
  note?: string;
  place: Place;
}

/** A folded list of things in a file, each with its place; one that is very long can be had as a text. */
export function PlaceList(props: {
  title: ReactNode;
  lines: readonly PlaceLine[];
  /** Of the file that the whole list is saved in. */
  name: string;
  save: (text: string, name: string) => void;
}) {
  const { lines } = props;
  if (lines.length === 0) return null;
  const more = lines.length - MOST_LINES;
  const text = () =>
    lines.map(({ words, note, place }) => [placeWords(place), words, note].filter(Boolean).join('\t'));
  return (
    <details className={css.fold}>
      <summary>{props.title}</summary>
      <ul className={css.lines}>
        {lines.slice(0, MOST_LINES).map(({ words, note, place }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line can stand twice, and none keeps a state
          <li key={at}>
            <b>{words}</b> {note} <span className={css.place}>{placeWords(place)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className={css.more}>
          … and {more.toLocaleString('en')} more{' '}
          <Button onClick={() => props.save(`${text().join('\n')}\n`, props.name)}>
            Save the whole list as text
          </Button>
        </p>
      )}
    </details>
  );
}
