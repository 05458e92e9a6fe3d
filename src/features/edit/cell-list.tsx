import { useState } from 'react';
import type { CellKind } from '../../domain/editing/edit-acts.ts';
import type { Quadrant, Ring } from '../../domain/radar.ts';
import { HUES } from '../../domain/schema.ts';
import { Select } from '../../ui/choice.tsx';
import css from './edit.module.css';
import { useEditing } from './edit-context.ts';
import type { FieldSpec } from './field-spec.ts';
import { ActButton, AddForm, FieldsForm } from './fields-form.tsx';
import { Fold } from './fold.tsx';

const WORDS: readonly FieldSpec[] = [
  { key: 'name', label: 'Name', as: 'line' },
  { key: 'description', label: 'Description', as: 'text' },
];

const HUE: FieldSpec = {
  key: 'hue',
  label: 'Colour',
  as: 'choice',
  options: HUES.map((hue) => ({ value: hue, label: `${hue.charAt(0).toUpperCase()}${hue.slice(1)}` })),
  empty: 'By its place',
};

/** What stands for no other cell. */
const WITH_TRENDS = '+delete';

/** The quadrants of a radar, or its rings from the innermost outwards, and a form for another one. */
export function CellList({ cell }: { cell: CellKind }) {
  const { radar } = useEditing();
  const cells: readonly (Quadrant | Ring)[] = cell === 'quadrant' ? radar.quadrants : radar.rings;
  return (
    <>
      <ol className={css.entries}>
        {cells.map((entry, at) => (
          <li key={entry.id}>
            <Fold summary={entry.name}>
              <FieldsForm
                form={`${cell}/${entry.id}`}
                specs={cell === 'quadrant' ? [...WORDS, HUE] : WORDS}
                values={entry}
                toAct={(fields) => ({ kind: 'change-cell', cell, id: entry.id, fields })}
              />
              <div className={css.actions}>
                {at > 0 && (
                  <ActButton
                    act={{ kind: 'move-cell', cell, id: entry.id, to: at - 1 }}
                    label={`Move ${entry.name} up`}
                  >
                    Move up
                  </ActButton>
                )}
                {at < cells.length - 1 && (
                  <ActButton
                    act={{ kind: 'move-cell', cell, id: entry.id, to: at + 1 }}
                    label={`Move ${entry.name} down`}
                  >
                    Move down
                  </ActButton>
                )}
              </div>
              <DeleteCell cell={cell} entry={entry} others={cells.filter((other) => other !== entry)} />
            </Fold>
          </li>
        ))}
      </ol>
      <Fold className={css.adder} summary={<>Add a {cell}</>}>
        <AddForm
          form={`${cell}/new`}
          specs={[{ key: 'name', label: `Name of the ${cell}`, as: 'line' }]}
          label={`Add the ${cell}`}
          toAct={({ name }) => ({ kind: 'add-cell', cell, name: String(name ?? '') })}
        />
      </Fold>
    </>
  );
}

function DeleteCell(props: { cell: CellKind; entry: Quadrant | Ring; others: readonly (Quadrant | Ring)[] }) {
  const { cell, entry, others } = props;
  const { radar } = useEditing();
  const [into, setInto] = useState(others[0]?.id ?? WITH_TRENDS);
  const isKnown = into === WITH_TRENDS || others.some(({ id }) => id === into);
  const goal = isKnown ? into : (others[0]?.id ?? WITH_TRENDS);
  const count = radar.trends.filter((trend) =>
    cell === 'quadrant'
      ? trend.quadrant === entry.id
      : trend.placements.some((place) => place.ring === entry.id),
  ).length;
  return (
    <div className={css.delete}>
      {count > 0 && (
        <Select
          title={count === 1 ? 'Its trend goes to' : `Its ${count} trends go to`}
          options={[
            ...others.map(({ id, name }) => ({ value: id, label: name })),
            { value: WITH_TRENDS, label: count === 1 ? 'Delete it, too' : 'Delete them, too' },
          ]}
          value={goal}
          choose={setInto}
        />
      )}
      <ActButton
        act={{
          kind: 'delete-cell',
          cell,
          id: entry.id,
          into: count === 0 || goal === WITH_TRENDS ? null : goal,
        }}
        label={`Delete the ${cell} ${entry.name}`}
      >
        Delete
      </ActButton>
    </div>
  );
}
