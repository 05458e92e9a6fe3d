import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { SnapshotFailure, type SnapshotView } from '../../formats/snapshot.ts';
import { copyPicture } from '../../platform/copy-picture.ts';
import { heedSignal } from '../../platform/heed-signal.ts';
import { LoadFailure } from '../../platform/load-failure.ts';
import { packAside } from '../../platform/pack-aside.ts';
import { PictureFailure } from '../../platform/picture-failure.ts';
import type { RenderStep } from '../../platform/render-png.ts';
import { saveFile } from '../../platform/save-file.ts';
import type { PosterOptions, PosterScope } from '../../scene/poster-options.ts';
import { type ExportChoices, type measureTarget, themeOf } from './export-choices.ts';
import type { ExportSource } from './export-source.ts';
import {
  drawPicture,
  makePng,
  makeSvg,
  nameSnapshot,
  type Picture,
  type SnapshotInput,
} from './make-snapshot.ts';
import { PrintPage } from './print-page.tsx';

/** What a person asked for. */
export interface Wanted {
  choices: ExportChoices;
  scope: PosterScope;
  edition: string;
  /** Whether only what the filters leave is shown in full. */
  filtered: boolean;
  /** Whether the verdicts of the lens are shown. */
  lensed: boolean;
  target: ReturnType<typeof measureTarget>;
}

/** What is being done, and how it ended. */
export type Task =
  | { kind: 'idle' }
  | { kind: 'working'; step: RenderStep | 'loading' }
  | { kind: 'done'; words: string }
  | { kind: 'cancelled' }
  | { kind: 'failed'; reason: string; cure: string; largest: { width: number; height: number } | null };

/** The picture on its way: null until it is drawn, or why it cannot be. */
export type Drawn = { wanted: Wanted; picture: Picture } | { failure: string } | null;

/** Draws what is wanted for the preview, and saves, copies or prints it. */
export function useExport(source: ExportSource, wanted: Wanted) {
  const [picture, setPicture] = useState<Drawn>(null);
  const [task, setTask] = useState<Task>({ kind: 'idle' });
  const [printing, setPrinting] = useState<Picture | null>(null);
  const running = useRef<AbortController | null>(null);
  const packed = useRef<Packed | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    loadInput(source, wanted)
      .then((input) => drawPicture(input, controller.signal))
      .then(
        (drawn) => {
          setPicture({ wanted, picture: drawn });
          // by the time somebody saves it, what the file carries is there
          packed.current = prepareData(source, wanted, packed.current);
        },
        (error: unknown) => {
          if (!controller.signal.aborted) setPicture({ failure: failed(error).reason });
        },
      );
    return () => controller.abort();
  }, [source, wanted]);

  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(async (work: (signal: AbortSignal) => Promise<string>) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setTask({ kind: 'working', step: 'loading' });
    try {
      const words = await work(controller.signal);
      if (running.current === controller) setTask({ kind: 'done', words });
    } catch (error) {
      if (running.current === controller)
        setTask(controller.signal.aborted ? { kind: 'cancelled' } : failed(error));
    }
  }, []);

  const progress = (step: RenderStep) => setTask({ kind: 'working', step });
  /** The preview is the very picture: what it shows need not be drawn again. */
  const draw = async (input: SnapshotInput, signal: AbortSignal): Promise<Picture> =>
    picture !== null && 'picture' in picture && picture.wanted === wanted
      ? picture.picture
      : drawPicture(input, signal);
  const save = () =>
    run(async (signal) => {
      const { format } = wanted.choices;
      const input = await loadInput(source, wanted);
      const drawn = await draw(input, signal);
      packed.current = prepareData(source, wanted, packed.current);
      const data = packed.current?.bytes ?? null;
      signal.throwIfAborted();
      if (format === 'pdf') {
        setPrinting(drawn);
        return 'The browser asks where to print. “Save as PDF” keeps texts selectable.';
      }
      const file =
        format === 'png'
          ? await makePng({ ...input, data }, drawn.svg, { signal, progress })
          : await heedSignal(signal, makeSvg(data, drawn.svg));
      signal.throwIfAborted();
      const name = nameSnapshot(input, format === 'png' ? '.png' : '.svg');
      saveFile(file, name);
      return `Saved ${name}, ${sizeWords(file.size)}.`;
    });
  const copy = () =>
    run(async (signal) => {
      // the clipboard drops what a file carries, so nothing is put in
      const png = loadInput(source, wanted).then(async (input) =>
        makePng({ ...input, data: null }, (await draw(input, signal)).svg, { signal, progress }),
      );
      await copyPicture(png);
      return 'Copied. Paste the picture where you need it.';
    });
  const cancel = () => running.current?.abort();

  const printed: ReactNode = printing && (
    <PrintPage
      poster={printing.poster}
      target={wanted.target}
      paper={wanted.target.density === 300}
      title={nameSnapshot(optionsOf(source, wanted), '.pdf').replace(/\.pdf$/, '')}
      done={() => setPrinting(null)}
    />
  );
  return { picture, task, busy: task.kind === 'working', save, copy, cancel, printed };
}

/** Where the work stands, in words. */
export function Progress({ task }: { task: Task }) {
  if (task.kind === 'idle') return null;
  if (task.kind === 'working') return STEP_WORDS[task.step];
  if (task.kind === 'done') return task.words;
  if (task.kind === 'cancelled') return 'Cancelled; nothing was written.';
  return `${task.reason}. ${task.cure} `;
}

const STEP_WORDS: Readonly<Record<RenderStep | 'loading', string>> = {
  loading: 'Collecting what the picture needs …',
  drawing: 'Drawing the picture …',
  checking: 'Waiting for its typeface …',
  encoding: 'Writing the bitmap …',
};

async function loadInput(source: ExportSource, wanted: Wanted): Promise<SnapshotInput> {
  const { scope, edition, target } = wanted;
  const detail = scope.kind === 'trend' ? await source.loadDetail(scope.trend, edition) : null;
  return { ...optionsOf(source, wanted), detail, density: target.density };
}

/** What a file carries, packed, and for which view. */
interface Packed {
  view: string;
  bytes: Promise<Uint8Array>;
}

/** Begins to pack what the file will carry, unless that is under way; null where it carries nothing. */
function prepareData(
  source: ExportSource,
  { choices, scope, edition }: Wanted,
  before: Packed | null,
): Packed | null {
  if (!choices.withData || choices.format === 'pdf') return null;
  const view: SnapshotView = {
    edition,
    trend: scope.kind === 'trend' ? scope.trend : source.view.trend,
    quadrant: scope.kind === 'quadrant' ? scope.quadrant : null,
    names: source.view.names,
  };
  const key = JSON.stringify(view);
  if (before?.view === key) return before;
  const bytes = source.loadRadar().then((radar) => packAside({ radar, view }));
  const packed: Packed = { view: key, bytes };
  // a failure is told by the save that waits for it, and the next one tries again
  bytes.catch(() => {
    packed.view = '';
  });
  return packed;
}

function optionsOf(
  source: ExportSource,
  { choices, scope, edition, filtered, lensed, target }: Wanted,
): Pick<SnapshotInput, 'index' | 'options'> {
  const { width, height, scale } = target;
  const screen = choices.size === 'screen';
  const options: PosterOptions = {
    edition,
    width,
    height,
    ...(scale === undefined ? {} : { scale }),
    ...themeOf(choices.ground),
    contents: choices.contents,
    scope,
    names: screen ? source.view.names : true,
    kept: filtered ? source.kept : null,
    lens: lensed ? source.lens : null,
    selected: source.view.trend,
    date: source.date,
    origin: source.origin,
    reopens: choices.withData && choices.format !== 'pdf',
  };
  return { index: source.index, options };
}

function failed(error: unknown): Extract<Task, { kind: 'failed' }> {
  if (error instanceof PictureFailure) {
    return { kind: 'failed', reason: error.message, cure: error.cure, largest: error.largest };
  }
  if (error instanceof LoadFailure || error instanceof SnapshotFailure) {
    return { kind: 'failed', reason: error.message, cure: error.cure, largest: null };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', reason, cure: 'Try again, or choose a smaller size.', largest: null };
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
