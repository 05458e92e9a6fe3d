import { useMemo, useState } from 'react';
import type { Radar } from '../../domain/radar.ts';
import { dateWords } from '../../domain/words.ts';
import { isDecided, OUTCOME_WORDS, outcomeOf, workshopResult } from '../../domain/workshop/outcome.ts';
import type { NewEdition } from '../../domain/workshop/publish-edition.ts';
import type { Outcome, Session } from '../../domain/workshop/session.ts';
import { buildWorkshopIndex } from '../../domain/workshop/workshop-index.ts';
import { localTime } from '../../formats/local-time.ts';
import { formatWorkshopCsv } from '../../formats/workshop-csv.ts';
import { formatWorkshopMinutes } from '../../formats/workshop-minutes.ts';
import { workshopName } from '../../formats/workshop-name.ts';
import { zipDecisionRecords } from '../../formats/workshop-records.ts';
import { layOutWorkshop } from '../../layout/lay-out-workshop.ts';
import { clockOffset } from '../../platform/clock-offset.ts';
import { Button } from '../../ui/button.tsx';
import css from './result.module.css';
import { ResultList } from './result-list.tsx';
import { ResultPublish } from './result-publish.tsx';
import { ResultRadar } from './result-radar.tsx';

/** What changed stands before what did not. */
const GROUPS: readonly Outcome[] = ['in', 'out', 'new', 'retired', 'same', 'parked', 'open'];

/** Any frame: numbers do not depend on it. */
const FRAME = { width: 1000, height: 1000 };

/**
 * What a workshop has changed against its start, as a radar with arrows and as lists, and everything that is taken
 * along from it.
 *
 * @param props.today YYYY-MM-DD
 * @param props.save takes the content of a file and its name
 * @param props.copy takes a text for the clipboard
 * @param props.drawPicture makes a picture of the result; `omitted` says what it had no room for
 * @param props.publish takes the radar with its new edition
 * @param props.back leads to the stage
 */
export function ResultView(props: {
  session: Session;
  today: string;
  save: (content: string | Uint8Array | Blob, name: string) => void | Promise<void>;
  copy: (text: string) => void | Promise<void>;
  drawPicture: (kind: 'png' | 'svg') => Promise<{ file: Blob; omitted: readonly string[] }>;
  publish: (radar: Radar, edition: NewEdition) => void | Promise<void>;
  back: () => void;
}) {
  const { session, save, copy } = props;
  const [told, setTold] = useState<{ words: string; failed: boolean }>({ words: '', failed: false });
  const [publishing, setPublishing] = useState(false);
  const workshop = useMemo(() => buildWorkshopIndex(session), [session]);
  const numbers = useMemo(
    () => layOutWorkshop(workshop, { frame: FRAME, names: false }).now.numbers,
    [workshop],
  );
  const offset = clockOffset(session.started);
  const result = workshopResult(session);
  const standings = [...session.standings.values()];
  const decided = standings.filter((standing) => isDecided(outcomeOf(session, standing))).length;
  const begun = localTime(session.started, offset);

  const attempt = async (work: () => unknown, words: string) => {
    try {
      const more = await work();
      setTold({ words: typeof more === 'string' ? `${words} ${more}`.trim() : words, failed: false });
    } catch (cause) {
      setTold({ words: `That did not work: ${failureWords(cause)}`, failed: true });
    }
  };
  const give = (what: string, ending: string, content: () => string | Uint8Array) => {
    const name = workshopName(session, what, ending, offset);
    void attempt(() => save(content(), name), `Saved as ${name}.`);
  };
  const givePicture = (kind: 'png' | 'svg') => {
    const name = workshopName(session, 'result', `.${kind}`, offset);
    setTold({ words: 'Drawing the picture …', failed: false });
    void attempt(async () => {
      const { file, omitted } = await props.drawPicture(kind);
      await save(file, name);
      return omitted.join(' ');
    }, `Saved as ${name}.`);
  };
  const minutes = () => formatWorkshopMinutes(session, { offset });

  return (
    <article className={css.result}>
      <header className={css.head}>
        <h1>{session.name}</h1>
        <p>
          {begun !== null && `${dateWords(begun.date)} · `}
          {session.radar.title}
          {session.room.length > 0 && ` · ${session.room.join(', ')}`}
        </p>
        <p className={css.counts}>
          {decided} of {standings.length} decided
          {GROUPS.slice(0, 4).map((outcome) =>
            result[outcome].length === 0
              ? ''
              : ` · ${result[outcome].length} ${OUTCOME_WORDS[outcome].toLowerCase()}`,
          )}
          {result.parked.length > 0 && ` · ${result.parked.length} parked`}
        </p>
      </header>
      <div className={css.actions}>
        <Button onClick={props.back}>Back to the stage</Button>
        <Button
          className={css.primary}
          aria-expanded={publishing}
          onClick={() => setPublishing((open) => !open)}
        >
          Publish as a new edition
        </Button>
        <Button onClick={() => give('minutes', '.md', minutes)}>Minutes (Markdown)</Button>
        <Button onClick={() => void attempt(() => copy(minutes()), 'The minutes are in the clipboard.')}>
          Copy minutes
        </Button>
        <Button onClick={() => give('decisions', '.zip', () => zipDecisionRecords(session, { offset }))}>
          Decision records (zip)
        </Button>
        <Button onClick={() => give('trends', '.csv', () => formatWorkshopCsv(session))}>CSV</Button>
        <Button onClick={() => givePicture('png')}>Picture (PNG)</Button>
        <Button onClick={() => givePicture('svg')}>Picture (SVG)</Button>
      </div>
      <p className={css.told} role={told.failed ? 'alert' : 'status'}>
        {told.words}
      </p>
      {publishing && (
        <ResultPublish
          session={session}
          today={props.today}
          publish={props.publish}
          close={() => setPublishing(false)}
        />
      )}
      <div className={css.body}>
        <ResultRadar session={session} workshop={workshop} />
        <div className={css.lists}>
          {GROUPS.map((outcome) => (
            <ResultList
              key={outcome}
              {...{ session, outcome, numbers }}
              index={workshop.index}
              standings={result[outcome]}
            />
          ))}
        </div>
      </div>
    </article>
  );
}

/** What is wrong, and the cure where one is known. */
function failureWords(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'cure' in cause && typeof cause.cure === 'string'
    ? `${cause.message}. ${cause.cure}`
    : cause.message;
}
