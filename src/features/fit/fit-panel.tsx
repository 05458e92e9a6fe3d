import { useMemo, useRef, useState } from 'react';
import {
  FIT_VERDICTS,
  FIT_WORDS,
  LENS_LIMIT,
  LENS_RULE,
  type Lens,
  NO_LENS,
  type RankedTrend,
  rankTrends,
  unknownConditions,
} from '../../domain/assessing/lens.ts';
import { editionWords, latestEdition } from '../../domain/editions.ts';
import { formatIssue } from '../../domain/issue.ts';
import type { Radar } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { formatLens, LENS_NAME_LIMIT, lensFileName, type ParsedLens } from '../../formats/lens-file.ts';
import { Button } from '../../ui/button.tsx';
import { ConditionChoice } from './condition-choice.tsx';
import css from './fit-panel.module.css';
import { Ranking } from './ranking.tsx';
import { readLens } from './read-lens.ts';

/** What was done to the whole lens at once, and the lens before it, which can be had back. */
interface Deed {
  words: string;
  former: Lens | null;
}

interface LoadFault {
  file: string;
  issues: ParsedLens['issues'];
}

/** A team says which conditions hold for it, and sees which verdicts that strengthens, which it weakens, and why. */
export function FitPanel(props: {
  radar: Radar;
  index: RadarIndex;
  /** Id of the edition shown. */
  edition: string;
  /** The number of each trend on the picture, by id. */
  numbers: ReadonlyMap<string, number>;
  lens: Lens;
  change: (lens: Lens) => void;
  /** Opens a trend. */
  open: (trend: string) => void;
  /** Offers a text as a file of this name. */
  save: (text: string, name: string) => void;
  /** What reads a lens file, unless that is the browser. */
  load?: (file: File) => Promise<ParsedLens>;
}) {
  const { radar, index, edition, lens, change, save, load = readLens } = props;
  const [deed, setDeed] = useState<Deed | null>(null);
  const [fault, setFault] = useState<LoadFault | null>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const latestLoad = useRef<File | null>(null);
  const unknown = unknownConditions(radar, lens);
  const known = radar.conditions ?? [];
  const held = known.filter(({ id }) => lens.conditions.includes(id));
  const counted = held.length;
  const listed = held.map(({ label }) => label).join(', ');
  // who comes with a lens, such as by a link, comes for its ranking, and sees the names of its conditions above it
  const [unfolded] = useState(counted === 0);
  const ranked = useMemo(
    () => (counted === 0 ? [] : rankTrends(radar, index, edition, lens)),
    [radar, index, edition, lens, counted],
  );

  const set = (next: Lens, done: Deed | null = null) => {
    setDeed(done);
    setFault(null);
    change(next);
  };
  const loadFile = async (file: File) => {
    latestLoad.current = file;
    const { lens: loaded, issues } = await load(file);
    if (latestLoad.current !== file) return;
    latestLoad.current = null;
    if (loaded === null) {
      setFault({ file: file.name, issues });
      return;
    }
    const name = loaded.name === '' ? 'the lens' : `“${loaded.name}”`;
    set(loaded, {
      words: `Loaded ${name} with ${countWords(loaded.conditions.length, 'condition')}.`,
      former: lens,
    });
  };

  return (
    <div className={css.frame}>
      <div className={css.panel}>
        <div className={css.choices}>
          <label className={css.name}>
            <span>Name of this lens</span>
            <input
              type="text"
              value={lens.name}
              maxLength={LENS_NAME_LIMIT}
              autoComplete="off"
              onChange={(event) => set({ ...lens, name: event.target.value })}
            />
          </label>
          <div className={css.actions}>
            <Button onClick={() => save(formatLens(lens), lensFileName(lens))}>Save as file</Button>
            <Button
              onClick={() =>
                set({ ...NO_LENS, conditions: [] }, { words: 'The lens is cleared.', former: lens })
              }
            >
              Clear
            </Button>
            <label className={css.load}>
              <span>Load a file</span>
              <input
                type="file"
                accept=".json,application/json"
                onChange={(event) => {
                  const [file] = event.target.files ?? [];
                  // the same file can be chosen again once it is mended
                  event.target.value = '';
                  if (file !== undefined) void loadFile(file);
                }}
              />
            </label>
          </div>
          <p ref={status} role="status" tabIndex={-1} className={css.deed}>
            {deed?.words}{' '}
            {deed?.former && (
              <Button
                onClick={() => {
                  if (deed.former) set(deed.former, { words: 'The lens is as it was before.', former: null });
                  // the button is gone with what it takes back
                  status.current?.focus();
                }}
              >
                Undo
              </Button>
            )}
          </p>
          {fault !== null && <Fault fault={fault} dismiss={() => setFault(null)} />}
          {known.length > 0 && (
            <details open={unfolded} className={css.conditions}>
              <summary>
                <h3>
                  Conditions: {counted} of {known.length} hold
                </h3>
                <span>{listed}</span>
              </summary>
              <ConditionChoice
                conditions={known}
                chosen={lens.conditions}
                choose={(conditions) => set({ ...lens, conditions })}
              />
            </details>
          )}
          {unknown.length > 0 && (
            <div className={css.unknown}>
              <h3>Not in this radar</h3>
              <p>
                The lens names {countWords(unknown.length, 'condition')} that this radar has not:{' '}
                <b>{unknown.join(', ')}</b>. Kept in the lens, counted for nothing here.
              </p>
              <Button
                onClick={() => {
                  const conditions = lens.conditions.filter((id) => !unknown.includes(id));
                  set(
                    { ...lens, conditions },
                    { words: 'The unknown conditions are removed.', former: lens },
                  );
                  status.current?.focus();
                }}
              >
                Remove from the lens
              </Button>
            </div>
          )}
          {counted > 0 && (
            <p className={css.tally}>
              <span role="status">{tallyWords(ranked)}</span>
              <Button
                className={css.jump}
                onClick={() => {
                  outcome.current?.focus({ preventScroll: true });
                  outcome.current?.scrollIntoView({ block: 'start' });
                }}
              >
                See the ranking
              </Button>
            </p>
          )}
        </div>
        <div ref={outcome} tabIndex={-1} className={css.outcome}>
          <Rule />
          <EditionNote index={index} edition={edition} />
          {counted === 0 ? (
            <p className={css.empty}>{emptyWords(radar)}</p>
          ) : (
            <Ranking
              index={index}
              ranked={ranked}
              name={lens.name.trim()}
              numbers={props.numbers}
              open={props.open}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function Rule() {
  return (
    <section className={css.rule} aria-label="The rule">
      <p>{LENS_RULE}</p>
      <p>{LENS_LIMIT}</p>
    </section>
  );
}

/** Conditions carry no dates, so an earlier edition is seen through the words of now. */
function EditionNote({ index, edition }: { index: RadarIndex; edition: string }) {
  const shown = index.editions.find((entry) => entry.id === edition);
  if (shown === undefined || latestEdition(index.editions).id === edition) return null;
  return (
    <p>
      Rings and evidence are those of {editionWords(shown)}; what fits and what to avoid is as the radar words
      it now.
    </p>
  );
}

function Fault({ fault, dismiss }: { fault: LoadFault; dismiss: () => void }) {
  return (
    <div role="alert" className={css.fault}>
      <p>
        <b>{fault.file}</b> was not loaded; the lens is unchanged.
      </p>
      <ul>
        {fault.issues.slice(0, MOST_ISSUES).map((issue) => (
          <li key={formatIssue(issue)}>{formatIssue(issue)}</li>
        ))}
        {fault.issues.length > MOST_ISSUES && <li>… and {fault.issues.length - MOST_ISSUES} more</li>}
      </ul>
      <Button onClick={dismiss}>Dismiss</Button>
    </div>
  );
}

/** Most issues of a broken file that are listed; the rest are counted. */
const MOST_ISSUES = 20;

function emptyWords(radar: Radar): string {
  if ((radar.conditions ?? []).length === 0) {
    return 'This radar names no conditions, so there is nothing to choose and nothing to rank by.';
  }
  return 'Choose the conditions that hold for your team. Each trend is then judged by the rule above and ranked here, with what fits, what to avoid, and why.';
}

function tallyWords(ranked: readonly RankedTrend[]): string {
  return FIT_VERDICTS.map((verdict) => {
    const { mark, label } = FIT_WORDS[verdict];
    return `${mark}\u00a0${ranked.filter((entry) => entry.verdict === verdict).length}\u00a0${label.toLowerCase()}`;
  }).join(' · ');
}

function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
