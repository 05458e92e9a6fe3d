import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { readExportPreference, saveExportPreference } from '../../platform/export-preference.ts';
import type { PosterScope } from '../../scene/poster-options.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Select } from '../../ui/choice.tsx';
import {
  type ExportChoices,
  isSide,
  measureTarget,
  readChoices,
  SIDE,
  SIZES,
  themeOf,
} from './export-choices.ts';
import css from './export-dialog.module.css';
import type { ExportSource } from './export-source.ts';
import { Preview } from './preview.tsx';
import { Progress, useExport } from './use-export.tsx';

const FORMAT_WORDS = [
  { value: 'png', label: 'PNG' },
  { value: 'svg', label: 'SVG' },
  { value: 'pdf', label: 'PDF (print)' },
] as const;

const GROUND_WORDS = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'light-transparent', label: 'Transparent, for light pages' },
  { value: 'dark-transparent', label: 'Transparent, for dark pages' },
] as const;

const CONTENT_WORDS = [
  { value: 'chart', label: 'Chart' },
  { value: 'titled', label: 'With title and legend' },
  { value: 'lists', label: 'With numbered lists' },
] as const;

/** A sheet is not on the screen; this is how it would be. */
const SHEET_ON_SCREEN = { width: 1440, height: 810, ratio: 2 };

/** Chooses what a snapshot shows and how it is written, and shows beforehand exactly what will be written. */
export function ExportDialog({ source }: { source: ExportSource }) {
  const { index } = source;
  const [choices, setChoices] = useState(() => readChoices(readExportPreference()));
  const [scope, setScope] = useState<PosterScope>(() => firstScope(source));
  const [edition, setEdition] = useState(source.view.edition);
  const [filtered, setFiltered] = useState(source.kept !== null);
  const [lensed, setLensed] = useState(true);
  const change = (more: Partial<ExportChoices>) => {
    const next = { ...choices, ...more };
    setChoices(next);
    saveExportPreference(next);
  };
  const sideFault =
    choices.size === 'custom' && !(isSide(choices.width) && isSide(choices.height))
      ? `A side measures ${SIDE.least} to ${SIDE.most} pixels.`
      : null;
  const wanted = useMemo(() => {
    const sized = sideFault === null ? choices : { ...choices, size: 'hd' as const };
    const screen = scope.kind === 'trend' ? SHEET_ON_SCREEN : source.screen;
    return { choices, scope, edition, filtered, lensed, target: measureTarget(sized, screen) };
  }, [choices, scope, edition, filtered, lensed, sideFault, source]);
  const { target } = wanted;
  const work = useExport(source, useDeferredValue(wanted));
  const { picture, task } = work;
  const status = useRef<HTMLParagraphElement>(null);
  const done = task.kind === 'done' || task.kind === 'failed';
  useEffect(() => {
    if (done) status.current?.scrollIntoView({ block: 'nearest' });
  }, [done]);

  return (
    <div className={css.dialog}>
      <form
        className={css.choices}
        onSubmit={(event) => {
          event.preventDefault();
          if (sideFault === null) void work.save();
        }}
      >
        <Choice
          title="Format"
          options={FORMAT_WORDS}
          value={choices.format}
          choose={(format) => change({ format })}
        />
        <Select
          title="What"
          options={scopeOptions(source)}
          value={filtered && scope.kind === 'all' ? KEPT : formatScope(scope)}
          choose={(value) => {
            setScope(parseScope(value));
            setFiltered(source.kept !== null && value !== 'all');
          }}
        />
        {index.editions.length > 1 && (
          <Select
            title="Edition"
            options={index.editions.map(({ id, retrospective }) => ({
              value: id,
              label: retrospective ? `${id} (retrospective)` : id,
            }))}
            value={edition}
            choose={setEdition}
          />
        )}
        {scope.kind !== 'trend' && (
          <Choice
            title="Contents"
            options={CONTENT_WORDS}
            value={choices.contents}
            choose={(contents) => change({ contents })}
          />
        )}
        <Select
          title="Size"
          options={SIZES.map(({ id, label }) => ({ value: id, label }))}
          value={choices.size}
          choose={(size) => change({ size })}
        />
        {choices.size === 'custom' && (
          <div className={css.sides}>
            <Side
              title="Width, px"
              value={choices.width}
              fault={sideFault}
              set={(width) => change({ width })}
            />
            <Side
              title="Height, px"
              value={choices.height}
              fault={sideFault}
              set={(height) => change({ height })}
            />
            {sideFault !== null && (
              <p id="side-fault" role="alert" className={css.fault}>
                {sideFault}
              </p>
            )}
          </div>
        )}
        <Select
          title="Theme"
          options={GROUND_WORDS}
          value={choices.ground}
          choose={(ground) => change({ ground })}
        />
        {source.lens !== null && scope.kind !== 'trend' && (
          <label className={css.check}>
            <input type="checkbox" checked={lensed} onChange={(event) => setLensed(event.target.checked)} />
            <span>
              Show what the lens{source.lens.name !== '' && ` “${source.lens.name}”`} makes of the trends.
            </span>
          </label>
        )}
        {choices.format !== 'pdf' && (
          <label className={css.check}>
            <input
              type="checkbox"
              checked={choices.withData}
              onChange={(event) => change({ withData: event.target.checked })}
            />
            <span>
              Carry the radar in the file, so that it can be opened again.{' '}
              <span className={css.aside}>
                Leave it out for a radar that not everybody should have. The clipboard, and many chats and
                wikis, drop it.
              </span>
            </span>
          </label>
        )}
        <div className={css.actions}>
          <Button type="submit" className={css.primary} disabled={sideFault !== null || work.busy}>
            {choices.format === 'pdf' ? 'Print or save as PDF …' : `Save ${choices.format.toUpperCase()}`}
          </Button>
          <Button disabled={sideFault !== null || work.busy} onClick={() => void work.copy()}>
            Copy picture
          </Button>
          {work.busy && <Button onClick={work.cancel}>Cancel</Button>}
        </div>
        <p ref={status} role={task.kind === 'failed' ? 'alert' : 'status'} className={css.status}>
          <Progress task={task} />
          {task.kind === 'failed' && task.largest !== null && (
            <Button onClick={() => change({ size: 'custom', ...task.largest })}>
              Use {task.largest.width} × {task.largest.height}
            </Button>
          )}
        </p>
      </form>
      <Preview picture={picture} target={target} dark={themeOf(choices.ground).theme === 'dark'} />
      {work.printed}
    </div>
  );
}

function Side(props: { title: string; value: number; fault: string | null; set: (value: number) => void }) {
  return (
    <label className={css.side}>
      <span>{props.title}</span>
      <input
        type="number"
        inputMode="numeric"
        min={SIDE.least}
        max={SIDE.most}
        value={Number.isNaN(props.value) ? '' : props.value}
        aria-invalid={props.fault !== null}
        aria-describedby={props.fault === null ? undefined : 'side-fault'}
        onChange={(event) => props.set(event.target.valueAsNumber)}
      />
    </label>
  );
}

function firstScope({ view }: ExportSource): PosterScope {
  if (view.quadrant !== null) return { kind: 'quadrant', quadrant: view.quadrant };
  return { kind: 'all' };
}

/** Stands for the whole radar as the filters leave it. */
const KEPT = 'kept';

function scopeOptions({ index, view, kept }: ExportSource): { value: string; label: string }[] {
  const trend = index.trends.find((entry) => entry.id === view.trend);
  return [
    ...(kept === null ? [] : [{ value: KEPT, label: `What the filters leave: ${kept.ids.size} trends` }]),
    { value: 'all', label: 'The whole radar' },
    ...index.quadrants.map(({ id, name }) => ({ value: `quadrant:${id}`, label: `Quadrant ${name}` })),
    ...(trend === undefined ? [] : [{ value: `trend:${trend.id}`, label: `${trend.name}, on one page` }]),
  ];
}

function formatScope(scope: PosterScope): string {
  if (scope.kind === 'all') return 'all';
  return scope.kind === 'quadrant' ? `quadrant:${scope.quadrant}` : `trend:${scope.trend}`;
}

function parseScope(text: string): PosterScope {
  const id = text.slice(text.indexOf(':') + 1);
  if (text.startsWith('quadrant:')) return { kind: 'quadrant', quadrant: id };
  return text.startsWith('trend:') ? { kind: 'trend', trend: id } : { kind: 'all' };
}
