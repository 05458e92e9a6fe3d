import { useState } from 'react';
import { RETROSPECTIVE_RULE } from '../../domain/editions.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { GRADE_WORDS, STRENGTH_RULES } from '../../domain/strength.ts';
import { areSingleKeysOn, saveSingleKeys } from '../../platform/key-preference.ts';
import css from './how-to-read.module.css';

/** What position, colour, fill and marks mean, and the rules behind them. */
export function HowToRead({ index }: { index: RadarIndex }) {
  return (
    <div className={css.text}>
      {index.description !== undefined && <p>{index.description}</p>}
      <h3>Position and colour</h3>
      <p>
        The angle says the quadrant, the distance from the centre says the ring. Where a blip stands inside
        its cell means nothing. Each quadrant has its colour.
      </p>
      <dl>
        {index.rings.map((ring) => (
          <div key={ring.id}>
            <dt>{ring.name}</dt>
            <dd>{ring.description ?? 'No definition recorded.'}</dd>
          </div>
        ))}
      </dl>
      <h3>Fill: how strong the evidence is</h3>
      <dl>
        {(
          [
            ['Solid', STRENGTH_RULES.strong],
            ['Tinted', STRENGTH_RULES.moderate],
            ['Dashed', STRENGTH_RULES.thin],
            ['Grey outline', STRENGTH_RULES.none],
          ] as const
        ).map(([term, rule]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
      <h3>Grades of a fact</h3>
      <dl>
        {Object.values(GRADE_WORDS).map(({ label, meaning }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        A figure also says who measured it: those who propose the method, those who sell or ship it, or
        somebody independent of both.
      </p>
      <h3>When a ring is earned</h3>
      <p>
        Adopt: strong evidence, with a fact from production, a standard, tooling or an independent benchmark;
        two tradeoffs; two failure modes with detection and mitigation. Trial: moderate evidence, a tradeoff
        and a failure mode. Assess asks for nothing. A trend that stands in a ring without this is marked “not
        earned”.
      </p>
      <p>
        Two verified facts are independent when their sources share no organisation; where none is named, the
        authors count as one.
      </p>
      <h3>Mark around a blip: movement</h3>
      <p>
        A ring: new in this edition. An arrow towards the centre: moved in. An arrow outwards: moved out.
        Nothing: no change since the edition before.
        {index.editions.some((edition) => edition.retrospective) && ` ${RETROSPECTIVE_RULE}`}
      </p>
      <h3>Keys</h3>
      <SingleKeys />
      <dl>
        {[
          ['Tab', 'To the chart, then to the list'],
          ['Arrow keys', 'To the neighbouring blip; in an open trend, to the one before or after'],
          ['Page Up, Page Down', 'To the blip before or after, by number'],
          ['Enter', 'Opens the trend'],
          [
            `1 to ${index.quadrants.length}`,
            'A quadrant alone in the chart; a click on its title does the same',
          ],
          ['0', 'The whole radar again'],
          ['/ or Ctrl K', 'Searches trends and commands'],
          ['f, u, t', 'Filters; what fits us; all trends as a table'],
          ['m, k, w', 'Compares; takes a checklist along; shows what changed'],
          ['n', 'Shows or hides the names'],
          ['c', 'Copies the chart as a picture'],
          ['e', 'Exports a picture, a sheet or a page'],
          ['o', 'Opens a snapshot or a radar file'],
          ['Escape', 'Closes the trend and goes back to where you were; then leaves the quadrant'],
        ].map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Turns off the commands of single keys, which speech input and slips of the hand would run unasked. */
function SingleKeys() {
  const [on, setOn] = useState(areSingleKeysOn);
  return (
    <label>
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          if (saveSingleKeys(event.target.checked)) setOn(event.target.checked);
        }}
      />{' '}
      Letters, digits and signs run commands
    </label>
  );
}
