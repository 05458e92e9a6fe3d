import { useEffect, useRef, useState } from 'react';
import type { RadarIndex } from '../../domain/radar-index.ts';
import type { ShownTrend } from '../../domain/shown-trends.ts';
import { dateWords } from '../../domain/words.ts';
import { lengthWords, orderQueue, type QueueOrder } from '../../domain/workshop/queue-order.ts';
import type { SessionStart } from '../../domain/workshop/session.ts';
import { Choice } from '../../ui/choice.tsx';
import { OwnOrder } from './own-order.tsx';
import css from './start-form.module.css';

/** What a person chooses of a workshop's start; the radar and its edition are those shown. */
export type ChosenStart = Omit<SessionStart, 'radar' | 'edition'>;

const ORDERS: readonly { value: QueueOrder | 'own'; label: string }[] = [
  { value: 'quadrants', label: 'Quadrant by quadrant, from the inner ring outwards' },
  { value: 'rings', label: 'Inner ring first, over all quadrants' },
  { value: 'own', label: 'Own order' },
];
const MOST_MINUTES = 120;

/**
 * Begins a workshop on the radar shown. All has a sensible default, and the button that begins has the focus.
 *
 * @param props.kept ids of the trends that the filters leave; null where nothing is filtered
 * @param props.shown all trends of the edition shown
 * @param props.numbers of the trends on the picture, which order those of a cell
 * @param props.sessions workshops that are there already: the name proposed is none of theirs
 * @param props.today YYYY-MM-DD
 */
export function StartForm(props: {
  index: RadarIndex;
  radarTitle: string;
  kept: readonly string[] | null;
  shown: readonly ShownTrend[];
  numbers?: ReadonlyMap<string, number>;
  sessions: readonly { name: string }[];
  today: string;
  begin: (start: ChosenStart) => void | Promise<void>;
}) {
  const { index, shown, numbers, sessions, today } = props;
  const [name, setName] = useState(() => freeName(`Workshop ${dateWords(today)}`, sessions));
  const [room, setRoom] = useState('');
  const [which, setWhich] = useState<'all' | 'kept'>('all');
  const [order, setOrder] = useState<QueueOrder | 'own'>('quadrants');
  const [own, setOwn] = useState<readonly string[]>([]);
  const [minutes, setMinutes] = useState('5');
  const [hidden, setHidden] = useState(true);
  const [failure, setFailure] = useState<string | null>(null);
  const begin = useRef<HTMLButtonElement>(null);
  useEffect(() => begin.current?.focus({ preventScroll: true }), []);

  const left = new Set(props.kept);
  const kept = shown.filter(({ id }) => left.has(id));
  const filtered = props.kept !== null && kept.length > 0 && kept.length < shown.length;
  const trends = filtered && which === 'kept' ? kept : shown;
  const ordered = orderQueue(index, trends, order === 'own' ? 'quadrants' : order, numbers);
  const queue =
    order === 'own'
      ? [...own.filter((id) => ordered.includes(id)), ...ordered.filter((id) => !own.includes(id))]
      : ordered;
  const limit = Math.min(MOST_MINUTES, Math.max(0, Math.round(Number(minutes) || 0)));

  const submit = async () => {
    setFailure(null);
    const people = room
      .split(/[,;]/)
      .map((person) => person.trim())
      .filter((person) => person !== '');
    const title = name.trim() || freeName(`Workshop ${dateWords(today)}`, sessions);
    try {
      await props.begin({ name: title, room: people, hidden, minutes: limit, queue });
    } catch (cause) {
      setFailure(cause instanceof Error ? cause.message : String(cause));
    }
  };

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={css.about}>
        Decide together where each trend of “{props.radarTitle}” stands. Every act is kept as it happens; the
        result is a new edition, minutes and a picture.
      </p>
      <label className={css.field}>
        <span>Name</span>
        <input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className={css.field}>
        <span>
          Who is in the room <em>(optional, with commas between them)</em>
        </span>
        <input value={room} autoComplete="off" onChange={(event) => setRoom(event.target.value)} />
      </label>
      {filtered ? (
        <Choice
          title="Which trends"
          options={[
            { value: 'all', label: `All ${shown.length}` },
            { value: 'kept', label: `What the filters leave: ${kept.length}` },
          ]}
          value={which}
          choose={setWhich}
        />
      ) : (
        <div className={css.field}>
          <span>Which trends</span>
          <p>All {shown.length} of this edition. To take fewer, filter the radar first.</p>
        </div>
      )}
      <div className={css.pair}>
        <label className={css.field}>
          <span>
            Minutes for each <em>(0: no limit)</em>
          </span>
          <input
            className={css.minutes}
            type="number"
            inputMode="numeric"
            min={0}
            max={MOST_MINUTES}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </label>
        <label className={css.check}>
          <input type="checkbox" checked={hidden} onChange={(event) => setHidden(event.target.checked)} />
          <span>Votes stay hidden until they are revealed</span>
        </label>
      </div>
      <div className={css.wide}>
        <Choice
          title="Order"
          options={ORDERS}
          value={order}
          choose={(value) => {
            if (value === 'own') setOwn(queue);
            setOrder(value);
          }}
        />
      </div>
      {order === 'own' && <OwnOrder index={index} trends={shown} queue={queue} change={setOwn} />}
      <div className={css.foot}>
        <p role="status">
          {queue.length === 0 ? 'There is no trend to talk about.' : lengthWords(queue.length, limit)}
        </p>
        <button ref={begin} type="submit" className={css.begin} disabled={queue.length === 0}>
          Begin
        </button>
        {failure !== null && (
          <p role="alert" className={css.failure}>
            The workshop could not begin: {failure}
          </p>
        )}
      </div>
    </form>
  );
}

/** The name, with a number behind it where a workshop has it already. */
function freeName(name: string, sessions: readonly { name: string }[]): string {
  const taken = new Set(sessions.map((session) => session.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}
