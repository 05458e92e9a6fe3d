import { useId, useMemo, useState } from 'react';
import type { Radar } from '../../domain/radar.ts';
import { exportName } from '../../formats/export/export-name.ts';
import { EXPORTERS } from '../../formats/export/registry.ts';
import { Button } from '../../ui/button.tsx';
import css from './save-radar.module.css';

type Work =
  | { kind: 'idle' }
  | { kind: 'saved' | 'copied'; name: string }
  | { kind: 'failed'; reason: string };

/**
 * Chooses a format for the radar, says before anything is written what it cannot hold, and gives the file to be saved.
 *
 * @param props.edition the edition that formats which hold only one are written of
 * @param props.save takes the content of the file and its name
 * @param props.copy takes a text for the clipboard; without it there is no such button
 */
export function SaveRadar(props: {
  radar: Radar;
  edition: string;
  save: (content: Uint8Array | string, name: string) => void | Promise<void>;
  copy?: (text: string) => void | Promise<void>;
}) {
  const { radar, edition, save, copy } = props;
  const group = useId();
  const [chosen, setChosen] = useState(EXPORTERS[0]);
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  // To know what is lost, some formats write every description.
  const faults = useMemo(() => chosen?.faults(radar, edition) ?? [], [chosen, radar, edition]);
  const losses = useMemo(() => chosen?.losses(radar, edition) ?? [], [chosen, radar, edition]);
  if (chosen === undefined) return null;
  const name = exportName(chosen, radar, edition);
  const write = async (
    done: 'saved' | 'copied',
    give: (content: Uint8Array | string) => void | Promise<void>,
  ) => {
    try {
      await give(chosen.format(radar, edition));
      setWork({ kind: done, name });
    } catch (cause) {
      setWork({ kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });
    }
  };

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void write('saved', (content) => save(content, name));
      }}
    >
      <fieldset className={css.formats}>
        <legend>Format</legend>
        {EXPORTERS.map((exporter) => (
          <label key={exporter.id} className={css.format}>
            <input
              type="radio"
              name={group}
              checked={exporter === chosen}
              aria-describedby={`${group}-${exporter.id}`}
              onChange={() => {
                setChosen(exporter);
                setWork({ kind: 'idle' });
              }}
            />
            <span>
              <span className={css.label}>{exporter.label}</span>
              <span id={`${group}-${exporter.id}`} className={css.purpose}>
                {exporter.purpose}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <section className={css.told} aria-live="polite" aria-label="What this format cannot hold">
        {faults.length > 0 && (
          <>
            <h3>Before it is used there</h3>
            <ul className={css.faults}>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </>
        )}
        <h3>{losses.length === 0 ? 'Nothing is lost' : 'What it cannot hold'}</h3>
        {losses.length === 0 ? (
          <p>This format holds the whole radar.</p>
        ) : (
          <ul>
            {losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        )}
      </section>
      <div className={css.actions}>
        <Button type="submit" className={css.primary}>
          Save as {name}
        </Button>
        {copy !== undefined && chosen.ending !== '.zip' && (
          <Button
            onClick={() =>
              void write('copied', (content) => (typeof content === 'string' ? copy(content) : undefined))
            }
          >
            Copy text
          </Button>
        )}
      </div>
      <p role={work.kind === 'failed' ? 'alert' : 'status'} className={css.status}>
        {work.kind === 'saved' && `Saved as ${work.name}.`}
        {work.kind === 'copied' && 'Copied to the clipboard.'}
        {work.kind === 'failed' && `That did not work: ${work.reason} Try again, or choose another format.`}
      </p>
    </form>
  );
}
