import { useState } from 'react';
import { editionWords } from '../domain/editions.ts';
import type { Edition } from '../domain/radar.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import {
  readThemePreference,
  saveThemePreference,
  type ThemePreference,
} from '../platform/theme-preference.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import css from './header.module.css';

const NEXT: Readonly<Record<ThemePreference, ThemePreference>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

const THEME_WORDS: Readonly<Record<ThemePreference, string>> = {
  system: 'Theme: system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

export function Header(props: {
  index: RadarIndex;
  edition: Edition;
  shown: number;
  builtIn: boolean;
  names: boolean;
  showNames: (names: boolean) => void;
  /** Leaves the quadrant that fills the chart; null where none does. */
  showAll: (() => void) | null;
  showEdition: (edition: string) => void;
  explain: () => void;
  copy: () => void;
  exportPicture: () => void;
  /** Called when the copy is about to be asked for: a browser lets it happen only at once. */
  prepare: () => void;
  open: () => void;
}) {
  const { index, edition, shown } = props;
  const [theme, setTheme] = useState(readThemePreference);
  const facts = [
    `${shown} ${shown === 1 ? 'trend' : 'trends'}`,
    ...(index.sourceCount > 0 ? [`${index.sourceCount} sources`] : []),
  ];
  return (
    <header className={css.header}>
      <p className={css.title}>{index.title}</p>
      <div className={css.facts}>
        {index.editions.length > 1 && (
          <select
            className={css.edition}
            aria-label="Edition"
            value={edition.id}
            onChange={(event) => props.showEdition(event.target.value)}
          >
            {index.editions.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {editionWords(entry)}
              </option>
            ))}
          </select>
        )}
        {facts.join(' · ')}
      </div>
      <div className={css.actions}>
        {!props.builtIn && <ButtonLink href="?">Built-in radar</ButtonLink>}
        {props.showAll !== null && <Button onClick={props.showAll}>Whole radar</Button>}
        <Button pressed={props.names} onClick={() => props.showNames(!props.names)}>
          Names
        </Button>
        <Button onClick={props.explain}>How to read</Button>
        <Button
          onClick={props.copy}
          onPointerEnter={props.prepare}
          onFocus={props.prepare}
          aria-keyshortcuts="c"
        >
          Copy
        </Button>
        <Button onClick={props.exportPicture} aria-keyshortcuts="e">
          Export
        </Button>
        <Button onClick={props.open} aria-keyshortcuts="o">
          Open
        </Button>
        <Button
          className={css.theme}
          onClick={() => {
            const next = NEXT[theme];
            saveThemePreference(next);
            setTheme(next);
          }}
        >
          {THEME_WORDS[theme]}
        </Button>
      </div>
    </header>
  );
}
