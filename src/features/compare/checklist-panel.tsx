import { useMemo, useState } from 'react';
import type { Radar } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { formatChecklistCsv } from '../../formats/checklist-csv.ts';
import { formatChecklistMarkdown } from '../../formats/checklist-markdown.ts';
import { Button } from '../../ui/button.tsx';
import css from './checklist-panel.module.css';

/** What a team takes along: the failure modes to check and the questions to settle, as a file of its own. */
export function ChecklistPanel(props: {
  radar: Radar;
  index: RadarIndex;
  /** Id of the edition shown. */
  edition: string;
  /** Ids of the trends to take up. */
  trends: readonly string[];
  /** Today, YYYY-MM-DD. */
  date: string;
  save: (text: string, name: string) => void;
}) {
  const { radar, index, edition, trends, date } = props;
  const [saved, setSaved] = useState<string | null>(null);
  const markdown = useMemo(
    () => formatChecklistMarkdown(radar, index, edition, trends, { date }),
    [radar, index, edition, trends, date],
  );
  const save = (text: string, ending: string) => {
    const name = `${['adoption-checklist', ...nameParts(trends), date].join('_')}${ending}`;
    props.save(text, name);
    setSaved(name);
  };
  if (trends.length === 0) return <p>No trend is chosen yet. Choose at least one to make a checklist.</p>;
  return (
    <div className={css.checklist}>
      <div className={css.actions}>
        <Button onClick={() => save(markdown, '.md')}>Save Markdown</Button>
        <Button onClick={() => save(formatChecklistCsv(radar, index, edition, trends, { date }), '.csv')}>
          Save CSV for issue trackers
        </Button>
        <p role="status">{saved !== null && `Saved as ${saved}.`}</p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reached by keys */}
      <section className={css.preview} tabIndex={0} aria-label="Preview of the Markdown">
        <pre>{markdown}</pre>
      </section>
    </div>
  );
}

/** A name says of which trends it is, as long as these are few. */
function nameParts(trends: readonly string[]): string[] {
  return trends.length > 2 ? [`${trends.length}-trends`] : trends.map((id) => id.slice(0, 60));
}
