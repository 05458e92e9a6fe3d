import { useEffect, useRef, useState } from 'react';
import { editionWords, IMPLIED_EDITION, latestEdition } from '../../domain/editions.ts';
import { describeFinding } from '../../domain/importing/describe-reconciled.ts';
import type { Finding } from '../../domain/importing/draft.ts';
import type { Snapshot } from '../../formats/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import css from './radar-offer.module.css';

/** Most findings that are listed; the rest are counted. */
const MOST_FINDINGS = 100;

/** What a file holds, and the question whether to show it. */
export function RadarOffer(props: {
  snapshot: Snapshot;
  /** What was changed or left out while it was read. */
  findings?: readonly Finding[];
  file: string;
  accept: () => void;
  cancel: () => void;
}) {
  const { snapshot, findings = [], file } = props;
  const { radar } = snapshot;
  const [busy, setBusy] = useState(false);
  const actions = useRef<HTMLDivElement>(null);
  // The dialog was there before its content, so the browser could not put the focus here.
  useEffect(() => actions.current?.querySelector('button')?.focus(), []);
  const edition = wordEdition(snapshot);
  const facts = [
    ['File', file],
    ['Trends', String(radar.trends.length)],
    ...(edition === null ? [] : [['Edition', edition] as const]),
    ['View', wordView(snapshot)],
  ] as const;
  return (
    <>
      <p className={css.title}>{radar.title}</p>
      <dl className={css.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {findings.length > 0 && (
        <details>
          <summary>
            {findings.length === 1 ? '1 thing was' : `${findings.length} things were`} changed or left out
          </summary>
          <ul>
            {findings.slice(0, MOST_FINDINGS).map((finding) => (
              <li key={describeFinding(finding)}>{describeFinding(finding)}</li>
            ))}
            {findings.length > MOST_FINDINGS && (
              <li>… and {findings.length - MOST_FINDINGS} more like these.</li>
            )}
          </ul>
        </details>
      )}
      <p>
        It takes the place of the radar on this page; Back returns to what is shown now. Nothing of it leaves
        this browser.
      </p>
      <div ref={actions} className={css.actions}>
        <Button
          disabled={busy}
          onClick={() => {
            setBusy(true);
            props.accept();
          }}
        >
          Open this radar
        </Button>
        <Button onClick={props.cancel}>Cancel</Button>
      </div>
    </>
  );
}

/** The edition that will be shown, or null for a radar that names none. */
function wordEdition({ radar, view }: Snapshot): string | null {
  const latest = latestEdition(radar.editions);
  const edition = radar.editions.find((entry) => entry.id === view.edition) ?? latest;
  if (edition.id === IMPLIED_EDITION.id && edition.date === IMPLIED_EDITION.date) return null;
  const count = radar.editions.length;
  if (count === 1) return editionWords(edition);
  return `${editionWords(edition)}, ${edition === latest ? 'the latest' : 'one'} of ${count}`;
}

function wordView({ radar, view }: Snapshot): string {
  const quadrant = radar.quadrants.find((entry) => entry.id === view.quadrant);
  const trend = radar.trends.find((entry) => entry.id === view.trend);
  return [
    quadrant === undefined ? 'The whole radar' : `${quadrant.name} alone`,
    ...(view.names === null ? [] : [view.names ? 'with names' : 'without names']),
    ...(trend === undefined ? [] : [`with ${trend.name} open`]),
  ].join(', ');
}
