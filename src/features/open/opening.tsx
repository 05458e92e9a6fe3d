import { useEffect, useRef, useState } from 'react';
import type { Draft, Finding } from '../../domain/importing/draft.ts';
import type { Radar } from '../../domain/radar.ts';
import { formatRadarJson } from '../../formats/radar-json.ts';
import type { Snapshot, SnapshotView } from '../../formats/snapshot.ts';
import { type AboutRadar, type KeptRadar, keepRadar } from '../../platform/kept-radars.ts';
import { LoadFailure } from '../../platform/load-failure.ts';
import type { Given } from '../../platform/read-source.ts';
import { FailureText } from '../../ui/failure-text.tsx';
import { fitView, WHOLE_VIEW } from './fit-view.ts';
import { IssueList } from './issue-list.tsx';
import css from './opening.module.css';
import { RadarOffer } from './radar-offer.tsx';

/** A radar that the reader agreed to open, where it is kept, and what of it to show. */
export interface OpenedRadar extends KeptRadar {
  radar: Radar;
  view: SnapshotView;
}

/** A radar as it was read, not yet opened. */
interface Offer extends Snapshot {
  findings: readonly Finding[];
}

/**
 * Reads what was dropped, chosen or pasted and asks before it is shown. A radar of another tool is handed on for review;
 * what cannot be read is answered in words.
 */
export function Opening(props: {
  given: Given;
  open: (opened: OpenedRadar) => void;
  review: (draft: Draft) => void;
  /** Takes the radar without asking; null where it is offered first. */
  take?: ((radar: Radar) => void) | null;
  close: () => void;
  /** Where accepted radars are kept, unless that is the browser. */
  keep?: (text: string, about: AboutRadar) => Promise<KeptRadar>;
}) {
  const { given, keep = keepRadar } = props;
  const [read, setRead] = useState<Offer | Error | null>(null);
  const gone = useRef(false);
  const review = useRef(props.review);
  review.current = props.review;
  const take = useRef(props.take);
  take.current = props.take;
  useEffect(() => {
    let newer = false;
    gone.current = false;
    setRead(null);
    readGiven(given).then(
      (result) => {
        if (newer) return;
        if ('draft' in result) review.current(result.draft);
        else if (take.current) take.current(result.radar);
        else setRead(result);
      },
      (cause: Error) => newer || setRead(cause),
    );
    return () => {
      newer = true;
      gone.current = true;
    };
  }, [given]);

  if (read === null) return <p role="status">Reading …</p>;
  const name = nameGiven(given);
  if (read instanceof Error) return <OpeningFailure error={read} name={name} />;
  const accept = async () => {
    try {
      const about = aboutRadar(read.radar, 'Radar file', name ?? '');
      const kept = await keep(formatRadarJson(read.radar), about);
      if (!gone.current) props.open({ radar: read.radar, view: read.view, ...kept });
    } catch (cause) {
      setRead(cause instanceof Error ? cause : new Error(String(cause)));
    }
  };
  return (
    <RadarOffer
      snapshot={read}
      findings={read.findings}
      file={name ?? ''}
      accept={() => void accept()}
      cancel={props.close}
    />
  );
}

/** @throws LoadFailure for what cannot be read */
async function readGiven(given: Given): Promise<Offer | { draft: Draft }> {
  const [{ readSource }, { importSource }] = await Promise.all([
    import('../../platform/read-source.ts'),
    import('../../formats/import/registry.ts'),
  ]);
  const imported = await importSource(await readSource(given));
  if (imported.kind === 'draft') return { draft: imported.draft };
  if (imported.kind === 'failure') throw new LoadFailure({ what: 'the file', ...imported });
  const { radar, view, findings } = imported;
  return { radar, view: fitView({ radar, view: view ?? WHOLE_VIEW }), findings };
}

/** What a list of opened radars tells of one that is opened now. */
export function aboutRadar(radar: Radar, format: string, file: string): AboutRadar {
  return { title: radar.title, trends: radar.trends.length, format, file, when: new Date().toISOString() };
}

/** What was given, in words: the file's or folder's name; undefined for several loose files. */
export function nameGiven(given: Given): string | undefined {
  if ('text' in given) return given.name ?? 'pasted text';
  const [entry, ...others] = given.entries ?? [];
  if (entry?.isDirectory && others.length === 0) return entry.name;
  const [file, ...rest] = given.files;
  return rest.length === 0 ? file?.name : file?.webkitRelativePath?.split('/')[0] || undefined;
}

function OpeningFailure({ error, name }: { error: Error; name: string | undefined }) {
  const failure = error instanceof LoadFailure ? error : undefined;
  return (
    <div role="alert">
      {name !== undefined && (
        <p className={css.file}>
          <strong>{name}</strong> was not opened.
        </p>
      )}
      <FailureText reason={error.message} cure={failure?.cure} />
      <IssueList issues={failure?.issues ?? []} />
    </div>
  );
}
