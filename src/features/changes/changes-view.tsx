import { type ReactNode, useId, useMemo } from 'react';
import {
  CHANGE_GROUPS,
  type ChangeGroup,
  changesWords,
  comparedEditions,
  groupOf,
  listChanges,
  type TrendChange,
} from '../../domain/assessing/changes.ts';
import { editionWords, RETROSPECTIVE_RULE } from '../../domain/editions.ts';
import type { Edition, Radar } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { ChangeEntry } from './change-entry.tsx';
import css from './changes-view.module.css';

const GROUP_WORDS: Readonly<Record<ChangeGroup, string>> = {
  new: 'New on the radar',
  in: 'Moved in',
  out: 'Moved out',
  removed: 'Removed from the radar',
  evidence: 'Same ring, other evidence',
  unchanged: 'Unchanged',
};

/**
 * What changed between two editions, in either direction: every trend once, with its reason and the facts that
 * became public in between.
 *
 * @param from id of the edition compared with; null, or one that the radar has not, means the one before `to`
 * @param to id of the edition asked about; null, or one that the radar has not, means the latest
 * @param numbers of the trends of the edition shown
 */
export function ChangesView(props: {
  radar: Radar;
  index: RadarIndex;
  numbers: ReadonlyMap<string, number>;
  from: string | null;
  to: string | null;
  change: (editions: { from?: string; to?: string }) => void;
  open: (trend: string) => void;
}) {
  const compared = comparedEditions(props.index.editions, props.from, props.to);
  if (compared === null) {
    const [only] = props.index.editions;
    return (
      <p className={css.none}>
        This radar has one edition only{only === undefined ? '' : ` (${editionWords(only)})`}: there is
        nothing to compare yet. Its next edition will show here what is new, what moved and why.
      </p>
    );
  }
  return <Comparison {...props} from={compared.from} to={compared.to} />;
}

function Comparison(props: {
  radar: Radar;
  index: RadarIndex;
  numbers: ReadonlyMap<string, number>;
  from: Edition;
  to: Edition;
  change: (editions: { from?: string; to?: string }) => void;
  open: (trend: string) => void;
}) {
  const { radar, index, numbers, from, to, change } = props;
  const groups = useMemo(() => {
    const numberOf = ({ id }: TrendChange) => numbers.get(id) ?? Number.MAX_VALUE;
    const changes = listChanges(radar, index, from.id, to.id).sort(
      (a, b) => numberOf(a) - numberOf(b) || (a.name < b.name ? -1 : 1),
    );
    return CHANGE_GROUPS.map((group) => ({
      group,
      changes: changes.filter((entry) => groupOf(entry) === group),
    }));
  }, [radar, index, numbers, from, to]);
  const options = [...index.editions]
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .map((edition) => ({ value: edition.id, label: editionWords(edition) }));
  return (
    <div className={css.view}>
      <div className={css.choices}>
        <Select
          title="From edition"
          options={options}
          value={from.id}
          choose={(id) => change({ from: id })}
        />
        <Select title="To edition" options={options} value={to.id} choose={(id) => change({ to: id })} />
        <Button disabled={from.id === to.id} onClick={() => change({ from: to.id, to: from.id })}>
          Swap
        </Button>
      </div>
      <Summary from={from} to={to} changes={groups.flatMap((group) => group.changes)} />
      {groups.map(
        ({ group, changes }) =>
          changes.length > 0 && (
            <Group
              key={group}
              group={group}
              changes={changes}
              draw={(entry) => (
                <ChangeEntry
                  key={entry.id}
                  {...{ radar, index, from, to, entry }}
                  number={numbers.get(entry.id) ?? null}
                  factsOpen={group !== 'evidence' && group !== 'unchanged'}
                  open={props.open}
                />
              )}
            />
          ),
      )}
    </div>
  );
}

/** All changes in a sentence, and what has to be known to read them rightly. */
function Summary(props: { from: Edition; to: Edition; changes: readonly TrendChange[] }) {
  const { from, to, changes } = props;
  const gained = changes.reduce((sum, entry) => sum + entry.gained.length, 0);
  const lost = changes.reduce((sum, entry) => sum + entry.lost.length, 0);
  const notes = [
    ...(gained > 0 ? [`${countFacts(gained)} became public after ${from.id}.`] : []),
    ...(lost > 0 ? [`Of the facts ${from.id} is judged by, ${lost} were not public by ${to.id}.`] : []),
    ...(from.date > to.date ? [`This looks back: ${from.id} is the later edition.`] : []),
    ...(from.retrospective || to.retrospective ? [RETROSPECTIVE_RULE] : []),
  ];
  return (
    <>
      <p role="status" className={css.summary}>
        {from.id === to.id
          ? 'Both are the same edition: choose another one to compare with.'
          : `From ${editionWords(from)} to ${editionWords(to)}: ${changesWords(changes)}`}
      </p>
      {from.id !== to.id && notes.length > 0 && <p className={css.note}>{notes.join(' ')}</p>}
    </>
  );
}

/** The unchanged ones are folded: they are the answer only to whether anything was left out. */
function Group(props: {
  group: ChangeGroup;
  changes: readonly TrendChange[];
  draw: (entry: TrendChange) => ReactNode;
}) {
  const title = useId();
  const { group, changes, draw } = props;
  const heading = (
    <h3 id={title} className={css.title}>
      {GROUP_WORDS[group]} <span>{changes.length}</span>
    </h3>
  );
  const list = <ul className={css.entries}>{changes.map(draw)}</ul>;
  if (group === 'unchanged') {
    return (
      <details className={css.group}>
        <summary>{heading}</summary>
        {list}
      </details>
    );
  }
  return (
    <section className={css.group} aria-labelledby={title}>
      {heading}
      {list}
    </section>
  );
}

function countFacts(count: number): string {
  return count === 1 ? '1 fact' : `${count} facts`;
}
