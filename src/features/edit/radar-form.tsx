import { editionWords, latestEdition } from '../../domain/editions.ts';
import { idFrom } from '../../domain/make-id.ts';
import { NAME_LIMIT } from '../../domain/schema.ts';
import { CellList } from './cell-list.tsx';
import css from './edit.module.css';
import { useEditing } from './edit-context.ts';
import type { FieldSpec } from './field-spec.ts';
import { AddForm, FieldsForm } from './fields-form.tsx';
import { Fold } from './fold.tsx';

const HEAD: readonly FieldSpec[] = [
  { key: 'title', label: 'Title', as: 'line' },
  { key: 'description', label: 'Description', as: 'text' },
];

/** What belongs to the whole radar: its trends, title, editions, quadrants and rings. */
export function RadarForm() {
  const { radar, edition, open } = useEditing();
  const toOptions = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const added: readonly FieldSpec[] = [
    { key: 'name', label: 'Name of the trend', as: 'line', hint: `At most ${NAME_LIMIT} characters.` },
    { key: 'quadrant', label: 'Quadrant', as: 'choice', options: toOptions(radar.quadrants) },
    { key: 'ring', label: 'Ring', as: 'choice', options: toOptions(radar.rings) },
  ];
  return (
    <>
      <Fold
        open
        className={css.section}
        summary={
          <>
            Trends <span className={css.count}>{radar.trends.length}</span>
          </>
        }
      >
        {radar.trends.length > 0 && (
          <div className={css.field}>
            <label htmlFor="edit-trend">Edit a trend</label>
            <select id="edit-trend" value="" onChange={({ target }) => open(target.value)}>
              <option value="">Choose …</option>
              {radar.quadrants.map((quadrant) => (
                <optgroup key={quadrant.id} label={quadrant.name}>
                  {radar.trends
                    .filter((trend) => trend.quadrant === quadrant.id)
                    .map((trend) => (
                      <option key={trend.id} value={trend.id}>
                        {trend.name}
                        {trend.placements.some((place) => place.edition === edition)
                          ? ''
                          : ' (not in this edition)'}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </div>
        )}
        <h3 className={css.title}>Add a trend</h3>
        <AddForm
          form="trend/new"
          specs={added}
          label="Add the trend"
          toAct={({ name, quadrant, ring }) => ({
            kind: 'add-trend',
            name: String(name ?? ''),
            quadrant: String(quadrant ?? ''),
            ring: String(ring ?? ''),
            edition,
          })}
          added={(act) => {
            if (act.kind === 'add-trend')
              open(idFrom(act.name.trim(), new Set(radar.trends.map(({ id }) => id))));
          }}
        />
      </Fold>
      <Fold className={css.section} summary={<>Title and description</>}>
        <FieldsForm
          form="radar"
          specs={HEAD}
          values={radar}
          toAct={(fields) => ({ kind: 'change-radar', fields })}
        />
      </Fold>
      <Fold
        className={css.section}
        summary={
          <>
            Quadrants <span className={css.count}>{radar.quadrants.length}</span>
          </>
        }
      >
        <CellList cell="quadrant" />
      </Fold>
      <Fold
        className={css.section}
        summary={
          <>
            Rings <span className={css.count}>{radar.rings.length}</span>
          </>
        }
      >
        <p className={css.hint}>From the innermost outwards.</p>
        <CellList cell="ring" />
      </Fold>
      <Fold
        className={css.section}
        summary={
          <>
            Editions <span className={css.count}>{radar.editions.length}</span>
          </>
        }
      >
        <ul>
          {radar.editions.map((entry) => (
            <li key={entry.id}>{editionWords(entry)}</li>
          ))}
        </ul>
        <AddForm
          form="edition/new"
          specs={[
            {
              key: 'date',
              label: 'Date of a new edition',
              as: 'line',
              hint: `After ${latestEdition(radar.editions).date}, such as 2027-05. The places of the latest edition are copied.`,
            },
          ]}
          label="Add the edition"
          toAct={({ date }) => ({ kind: 'add-edition', date: String(date ?? '') })}
        />
      </Fold>
    </>
  );
}
