import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Piece } from '../../domain/assessing/excerpt.ts';
import { hueAt } from '../../domain/hue-at.ts';
import type { Radar } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { type Command, type MatchedCommand, matchCommands } from './match-commands.ts';
import css from './search-box.module.css';
import { isPrepared, prepareSearch } from './search-index.ts';
import { type Found, type FoundPlace, type FoundTrend, searchRadar } from './search-radar.ts';

/** More trends than this nobody walks through; the next word finds them. */
const SHOWN_LIMIT = 50;

const SEARCHED =
  'names and other names, summaries, reasons, facts and notes, tradeoffs, failure modes, fit, tooling, milestones and sources';

/**
 * Finds trends by any word of them and commands by their label, from the keyboard alone: the focus stays in the field,
 * and the arrow keys move through what was found.
 */
export function SearchBox(props: {
  /** The whole radar; null while it is on its way, and only names are searched. */
  radar: Radar | null;
  index: RadarIndex;
  commands: readonly Command[];
  /** Is called when the box is left without a choice, and before a command is run. */
  close: () => void;
  /** Is called with the trend that was chosen, and the id of the element of its panel that holds what was found. */
  open: (trend: string, anchor: string | null) => void;
}) {
  const { radar, index, commands } = props;
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const ready = usePrepared(radar);

  // A dialog that opens later gives the focus to what asks for it; in one that is open already it is taken.
  useEffect(() => {
    field.current?.setAttribute('autofocus', '');
    field.current?.focus();
  }, []);

  const asked = query.trim() !== '';
  const found = useMemo(() => searchRadar(ready ?? index, query, SHOWN_LIMIT), [ready, index, query]);
  const matched = useMemo(() => matchCommands(commands, query), [commands, query]);
  // two words of a command's name are hardly a search for a trend
  const commandsFirst = matched.length > 0 && query.trim().includes(' ');
  const trendOptions = found.trends.flatMap(({ trend, places: [best], further }) =>
    [best, ...further.map(({ place }) => place)].map((place, at) => ({
      key: `trend ${trend} ${at}`,
      choose: () => props.open(trend, place?.anchor ?? null),
    })),
  );
  const commandOptions = matched.map(({ command }) => ({
    key: `command ${command.id}`,
    choose: () => {
      props.close();
      command.run();
    },
  }));
  const options = commandsFirst ? [...commandOptions, ...trendOptions] : [...trendOptions, ...commandOptions];
  const walked = options.findIndex((option) => option.key === chosen);
  const active = walked === -1 && asked && options.length > 0 ? 0 : walked;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found anew may stand elsewhere in the list
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, found]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (event.key === 'Escape') {
      event.preventDefault();
      props.close();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      options[active]?.choose();
      return;
    }
    const to = stepTo(event.key, active, options.length);
    if (to === null) return;
    event.preventDefault();
    setChosen(options[to]?.key ?? null);
  };

  const optionAt = (at: number) => ({
    id: `${base}-${at}`,
    active: at === active,
    choose: () => options[at]?.choose(),
  });

  let next = commandsFirst ? matched.length : 0;
  const trendGroup = found.trends.length > 0 && (
    <Group key="trends" title="Trends">
      {found.trends.flatMap((each) => [
        <TrendOption key={each.trend} found={each} index={index} {...optionAt(next++)} />,
        ...each.further.map((place, at) => (
          <PlaceOption
            // biome-ignore lint/suspicious/noArrayIndexKey: places are told apart by their rank alone
            key={`${each.trend} ${at}`}
            found={place}
            name={each.name}
            quadrant={hueAt(index, quadrantAt(index, each.trend))}
            {...optionAt(next++)}
          />
        )),
      ])}
    </Group>
  );
  const commandGroup = matched.length > 0 && (
    <Group key="commands" title="Commands">
      {matched.map((each, at) => (
        <CommandOption
          key={each.command.id}
          matched={each}
          {...optionAt(at + (commandsFirst ? 0 : trendOptions.length))}
        />
      ))}
    </Group>
  );

  return (
    <div className={css.box}>
      <label className={css.field}>
        <span>Find a trend, its evidence or a command</span>
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === -1 ? undefined : `${base}-${active}`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <p role="status" className={css.status}>
        {statusWords({ asked, found, commands: matched.length, whole: ready !== null })}
      </p>
      {options.length > 0 && (
        <div ref={list} id={`${base}-list`} role="listbox" aria-label="Found" className={css.list}>
          {commandsFirst ? [commandGroup, trendGroup] : [trendGroup, commandGroup]}
        </div>
      )}
    </div>
  );
}

/** The radar once it can be searched without a wait. */
function usePrepared(radar: Radar | null): Radar | null {
  const [, setPrepared] = useState<Radar | null>(null);
  useEffect(() => {
    let wanted = true;
    if (radar !== null) void prepareSearch(radar).then(() => wanted && setPrepared(radar));
    return () => {
      wanted = false;
    };
  }, [radar]);
  return radar !== null && isPrepared(radar) ? radar : null;
}

/** The option that a key leads to, of `count`, from the active one (-1 for none); null for keys that lead nowhere. */
function stepTo(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

function statusWords(props: { asked: boolean; found: Found; commands: number; whole: boolean }): string {
  const { asked, found, commands, whole } = props;
  const loading = whole ? '' : ' Loading the full text …';
  if (!asked) return `${countWords(commands, 'command')}.${loading}`;
  const also = commands === 0 ? '' : `, ${countWords(commands, 'command')}`;
  if (found.count > 0) {
    const best = found.count > found.trends.length ? `, the best ${found.trends.length} are shown` : '';
    const most = found.complete ? '' : ' No trend has all of these words; these have most of them.';
    return `${countWords(found.count, 'trend')}${best}${also}.${most}${loading}`;
  }
  if (!whole) return `No name matches${also}.${loading}`;
  if (commands > 0) return `No trend${also}.`;
  return `Nothing was found. Searched are the trends’ ${SEARCHED}; and the commands by their names.`;
}

function countWords(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function Group(props: { title: string; children: ReactNode }) {
  const title = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: options of a list box are grouped by role; a fieldset is for forms
    <div role="group" aria-labelledby={title} className={css.group}>
      <p id={title} role="presentation" className={css.groupTitle}>
        {props.title}
      </p>
      {props.children}
    </div>
  );
}

interface OptionProps {
  id: string;
  active: boolean;
  choose: () => void;
}

function Option(
  props: OptionProps & { quadrant?: number | undefined; further?: boolean; children: ReactNode },
) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.active}
      className={css.option}
      data-quadrant={props.quadrant}
      data-further={props.further}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.choose}
    >
      {props.children}
    </div>
  );
}

function TrendOption(props: OptionProps & { found: FoundTrend; index: RadarIndex }) {
  const { found, index, ...option } = props;
  const trend = index.trends.find(({ id }) => id === found.trend);
  const at = quadrantAt(index, found.trend);
  const [best] = found.places;
  const more = found.places.length - 1 - found.further.length;
  return (
    <Option {...option} quadrant={hueAt(index, at)}>
      <span className={css.head}>
        <b>
          <Marked pieces={found.name} />
        </b>{' '}
        <span className={css.quadrant}>{index.quadrants[at]?.name}</span>
      </span>{' '}
      {best?.kind === 'name' ? (
        <span className={css.summary}>{trend?.subtitle ?? trend?.summary}</span>
      ) : (
        <span className={css.excerpt}>
          <b>{best?.where}:</b> <Marked pieces={found.excerpt} />
        </span>
      )}{' '}
      {more > 0 && (
        <span className={css.more}>
          and {more} more {more === 1 ? 'place' : 'places'}
        </span>
      )}
    </Option>
  );
}

/** Another place of the trend above it. */
function PlaceOption(props: OptionProps & { found: FoundPlace; name: Piece[]; quadrant: number }) {
  const { found, name, ...option } = props;
  return (
    <Option {...option} further>
      <span className={css.excerpt}>
        <b>{found.place.where}:</b> <Marked pieces={found.excerpt} />
        <span className="visually-hidden"> (in {name.map((piece) => piece.text).join('')})</span>
      </span>
    </Option>
  );
}

function quadrantAt(index: RadarIndex, trend: string): number {
  const quadrant = index.trends.find(({ id }) => id === trend)?.quadrant;
  return index.quadrants.findIndex(({ id }) => id === quadrant);
}

function CommandOption(props: OptionProps & { matched: MatchedCommand }) {
  const { matched, ...option } = props;
  return (
    <Option {...option}>
      <span className={css.command}>
        <span>
          <Marked pieces={matched.label} />
        </span>{' '}
        {matched.command.keys !== undefined && <kbd>{matched.command.keys}</kbd>}
      </span>
    </Option>
  );
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity beside their place
    piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text,
  );
}
