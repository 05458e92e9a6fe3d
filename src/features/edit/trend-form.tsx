import type { EntryList } from '../../domain/editing/edit-acts.ts';
import { editionWords, latestEdition } from '../../domain/editions.ts';
import type { Trend } from '../../domain/radar.ts';
import { MOVES, NAME_LIMIT } from '../../domain/schema.ts';
import { MOVEMENT_WORDS } from '../../domain/words.ts';
import { Select } from '../../ui/choice.tsx';
import css from './edit.module.css';
import { useEditing } from './edit-context.ts';
import { EntryListEditor } from './entry-list.tsx';
import { factsSpec, SECTIONS } from './entry-specs.ts';
import type { FieldSpec } from './field-spec.ts';
import { ActButton, AddForm, FieldsForm } from './fields-form.tsx';
import { Fold } from './fold.tsx';

const NAMES: readonly FieldSpec[] = [
  { key: 'name', label: 'Name', as: 'line', hint: `At most ${NAME_LIMIT} characters.` },
  { key: 'subtitle', label: 'Subtitle', as: 'line' },
  { key: 'summary', label: 'Summary', as: 'text' },
  { key: 'description', label: 'Description', as: 'text', hint: 'Markdown.' },
  { key: 'aliases', label: 'Other names', as: 'lines', hint: 'One on each line.' },
  { key: 'tags', label: 'Tags', as: 'lines', hint: 'One on each line.' },
];

const CONDITION: readonly FieldSpec[] = [
  { key: 'label', label: 'Name of the condition', as: 'line' },
  { key: 'explanation', label: 'What it means', as: 'text' },
  { key: 'group', label: 'Group', as: 'line', hint: 'Such as Serving or Data.' },
];

/** All that is recorded of one trend, to be changed. */
export function TrendForm({ trend }: { trend: Trend }) {
  const { radar, edition, open } = useEditing();
  const isLatest = latestEdition(radar.editions).id === edition;
  const form = `trend/${trend.id}`;
  return (
    <>
      <Place trend={trend} />
      <Fold open className={css.section} summary={<>Names and description</>}>
        <FieldsForm
          form={form}
          specs={NAMES}
          values={trend}
          toAct={(fields) => ({ kind: 'change-trend', trend: trend.id, fields })}
        />
      </Fold>
      {SECTIONS.map(({ title, lists }) => (
        <Fold
          key={title}
          className={css.section}
          summary={
            <>
              {title} <span className={css.count}>{countOf(trend, lists)}</span>
            </>
          }
        >
          {title === 'Fit' && (
            <Fold className={css.adder} summary={<>Add a condition to the radar</>}>
              <AddForm
                form="condition/new"
                specs={CONDITION}
                label="Add the condition"
                toAct={(fields) => ({ kind: 'add-condition', fields })}
              />
            </Fold>
          )}
          {lists.map((list) => (
            <div key={list}>
              {LIST_TITLES[list] !== undefined && <h4 className={css.title}>{LIST_TITLES[list]}</h4>}
              <EntryListEditor trend={trend} list={list} />
            </div>
          ))}
        </Fold>
      ))}
      <div className={css.actions}>
        {isLatest && (
          <ActButton
            act={{ kind: 'retire-trend', trend: trend.id }}
            label={`Retire ${trend.name}`}
            done={() => open(null)}
          >
            Retire
          </ActButton>
        )}
        <ActButton
          act={{ kind: 'delete-trend', trend: trend.id }}
          label={`Delete ${trend.name}`}
          done={() => open(null)}
        >
          Delete
        </ActButton>
      </div>
      <p className={css.hint}>
        {isLatest && 'Retire takes the trend out of this edition and keeps it in the earlier ones. '}
        Delete takes it out of all editions. Both can be undone.
      </p>
    </>
  );
}

const LIST_TITLES: Partial<Record<EntryList, string>> = {
  fits: 'Fits where',
  avoidWhen: 'Avoid where',
  tooling: 'Tools',
  links: 'Links',
};

function countOf(trend: Trend, lists: readonly EntryList[]): number {
  return lists.reduce((count, list) => count + (trend[list]?.length ?? 0), 0);
}

/** Where the trend stands in the edition that is shown, and why. */
function Place({ trend }: { trend: Trend }) {
  const { radar, edition, apply } = useEditing();
  const place = trend.placements.find((entry) => entry.edition === edition);
  const shown = radar.editions.find((entry) => entry.id === edition);
  const onlyEdition = radar.editions.length === 1;
  const specs: readonly FieldSpec[] = [
    { key: 'reason', label: 'Reason for this ring', as: 'text' },
    ...(trend.facts === undefined ? [] : [factsSpec(trend, 'The reason rests on')]),
    ...(onlyEdition
      ? [
          {
            key: 'moved',
            label: 'Movement as reported',
            as: 'choice',
            options: MOVES.map((move) => ({ value: move, label: MOVEMENT_WORDS[move] })),
            empty: 'Not said',
          } satisfies FieldSpec,
        ]
      : []),
  ];
  const move = (to: { ring?: string; quadrant?: string }) =>
    void apply({ kind: 'move-trend', trend: trend.id, edition, ...to });
  return (
    <Fold
      open
      className={css.section}
      summary={<>Place{!onlyEdition && shown !== undefined && ` in ${editionWords(shown)}`}</>}
    >
      <div className={css.pair}>
        <Select
          title="Quadrant"
          options={radar.quadrants.map(({ id, name }) => ({ value: id, label: name }))}
          value={trend.quadrant}
          choose={(quadrant) => move({ quadrant })}
        />
        <Select
          title="Ring"
          options={[
            ...(place === undefined ? [{ value: '', label: 'Not in this edition' }] : []),
            ...radar.rings.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={place?.ring ?? ''}
          choose={(ring) => ring !== '' && move({ ring })}
        />
      </div>
      {place !== undefined && (
        <FieldsForm
          form={`trend/${trend.id}@${edition}`}
          specs={specs}
          values={place}
          toAct={(fields) => ({ kind: 'change-placement', trend: trend.id, edition, fields })}
        />
      )}
    </Fold>
  );
}
