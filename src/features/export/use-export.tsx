import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { copyPicture } from '../../platform/copy-picture.ts';
import { LoadFailure } from '../../platform/load-failure.ts';
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
export type Drawn = { picture: Picture } | { failure: string } | null;

/** Draws what is wanted for the preview, and saves, copies or prints it. */
export function useExport(source: ExportSource, wanted: Wanted) {
  const [picture, setPicture] = useState<Drawn>(null);
  const [task, setTask] = useState<Task>({ kind: 'idle' });
  const [printing, setPrinting] = useState<Picture | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => {
    let current = true;
    const show = (drawn: Drawn) => {
      if (current) setPicture(drawn);
    };
    loadInput(source, wanted, false)
      .then(drawPicture)
      .then(
        (drawn) => show({ picture: drawn }),
        (error: unknown) => show({ failure: failed(error).reason }),
      );
    return () => {
      current = false;
    };
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
  const save = () =>
    run(async (signal) => {
      const { format } = wanted.choices;
      const input = await loadInput(source, wanted, wanted.choices.withData && format !== 'pdf');
      signal.throwIfAborted();
      if (format === 'pdf') {
        setPrinting(await drawPicture(input));
        return 'The browser asks where to print. “Save as PDF” keeps texts selectable.';
      }
      const file = format === 'png' ? await makePng(input, { signal, progress }) : await makeSvg(input);
      signal.throwIfAborted();
      const name = nameSnapshot(input, format === 'png' ? '.png' : '.svg');
      saveFile(file, name);
      return `Saved ${name}, ${sizeWords(file.size)}.`;
    });
  const copy = () =>
    run(async (signal) => {
      // the clipboard drops what a file carries, so nothing is put in
      await copyPicture(
        loadInput(source, wanted, false).then((input) => makePng(input, { signal, progress })),
      );
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

async function loadInput(source: ExportSource, wanted: Wanted, withData: boolean): Promise<SnapshotInput> {
  const { scope, edition } = wanted;
  const [detail, radar] = await Promise.all([
    scope.kind === 'trend' ? source.loadDetail(scope.trend, edition) : null,
    withData ? source.loadRadar() : null,
  ]);
  return {
    ...optionsOf(source, wanted),
    detail,
    density: wanted.target.density,
    data: radar && {
      radar,
      view: {
        edition,
        trend: scope.kind === 'trend' ? scope.trend : source.view.trend,
        quadrant: scope.kind === 'quadrant' ? scope.quadrant : null,
        names: source.view.names,
      },
    },
  };
}

function optionsOf(
  source: ExportSource,
  { choices, scope, edition, target }: Wanted,
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
  if (error instanceof LoadFailure) {
    return { kind: 'failed', reason: error.message, cure: error.cure, largest: null };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', reason, cure: 'Try again, or choose a smaller size.', largest: null };
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
