import { useId, useState } from 'react';
import { checkPlan, type RadarPlan } from '../../domain/empty-radar.ts';
import { Button } from '../../ui/button.tsx';
import css from './library.module.css';

const QUADRANTS = ['Techniques', 'Tools', 'Platforms', 'Languages and frameworks'];
const RINGS = ['Adopt', 'Trial', 'Assess'];

/** Title, quadrants and rings of a new radar; trends come in the editor. */
export function EmptyForm({ begin }: { begin: (plan: RadarPlan) => void }) {
  const [title, setTitle] = useState('');
  const [quadrants, setQuadrants] = useState(QUADRANTS.join('\n'));
  const [rings, setRings] = useState(RINGS.join('\n'));
  const [asked, setAsked] = useState(false);
  const id = useId();
  const plan: RadarPlan = { title, quadrants: linesOf(quadrants), rings: linesOf(rings) };
  // A title is missing as long as nobody had the time to write one.
  const { title: untitled, ...faults } = checkPlan(plan);
  const shown = asked && untitled !== undefined ? { ...faults, title: untitled } : faults;
  const fieldProps = (field: keyof RadarPlan) => ({
    'aria-invalid': shown[field as keyof typeof shown] !== undefined,
    'aria-describedby': `${id}-${field}`,
  });
  const fault = (field: keyof RadarPlan) => (
    <p id={`${id}-${field}`} role="status" className={css.fault}>
      {shown[field as keyof typeof shown]}
    </p>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (Object.keys(checkPlan(plan)).length === 0) begin(plan);
      }}
    >
      <label className={css.field}>
        <span>Title</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          {...fieldProps('title')}
        />
      </label>
      {fault('title')}
      <div className={css.pair}>
        <div>
          <label className={css.field}>
            <span>Quadrants: 2 to 8 names, one a line</span>
            <textarea
              rows={5}
              value={quadrants}
              onChange={(event) => setQuadrants(event.target.value)}
              {...fieldProps('quadrants')}
            />
          </label>
          {fault('quadrants')}
        </div>
        <div>
          <label className={css.field}>
            <span>Rings: 1 to 8 names, the innermost first</span>
            <textarea
              rows={5}
              value={rings}
              onChange={(event) => setRings(event.target.value)}
              {...fieldProps('rings')}
            />
          </label>
          {fault('rings')}
          {!plan.rings.some((ring) => /^hold$/i.test(ring)) && (
            <Button onClick={() => setRings([...plan.rings, 'Hold'].join('\n'))}>Add “Hold”</Button>
          )}
        </div>
      </div>
      <Button type="submit">Make the radar</Button>
    </form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
