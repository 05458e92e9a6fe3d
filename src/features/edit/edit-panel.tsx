import { useEffect, useMemo, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import css from './edit.module.css';
import { EditContext, type Editing } from './edit-context.ts';
import { EditStatus } from './edit-status.tsx';
import { RadarForm } from './radar-form.tsx';
import { TrendForm } from './trend-form.tsx';

/** Everything of a radar, to be changed: of the selected trend, or else of the whole. */
export function EditPanel(
  props: Editing &
    Parameters<typeof EditStatus>[0] & { /** Id of the trend selected on the page. */ trend: string | null },
) {
  const { radar, edition, pending, apply, remember, seal, open } = props;
  const trend = radar.trends.find(({ id }) => id === props.trend) ?? null;
  const editing = useMemo(
    () => ({ radar, edition, pending, apply, remember, seal, open }),
    [radar, edition, pending, apply, remember, seal, open],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = trend?.id ?? null;
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown) heading.current?.focus({ preventScroll: false });
    before.current = shown;
  }, [shown]);
  const { status, undo, redo, saveFile, takeOver } = props;
  return (
    <EditContext value={editing}>
      <div className={css.panel}>
        <EditStatus {...{ status, undo, redo, saveFile, takeOver }} />
        {trend !== null && <Button onClick={() => open(null)}>All of the radar</Button>}
        <h3 ref={heading} tabIndex={-1} className={css.heading}>
          {trend?.name ?? radar.title}
        </h3>
        {trend === null ? <RadarForm /> : <TrendForm key={trend.id} trend={trend} />}
      </div>
    </EditContext>
  );
}

/** What stands in the panel before a radar that is not edited here becomes one that is. */
export function EditOffer(props: { what: string; begin: () => void; beginning: boolean }) {
  return (
    <div className={css.panel}>
      <p>
        Your changes go into a copy, which is kept in this browser and can be saved to a file. {props.what}{' '}
        stays as it is.
      </p>
      <div className={css.actions}>
        <Button onClick={props.begin} aria-disabled={props.beginning}>
          Edit a copy
        </Button>
      </div>
    </div>
  );
}
