import type { Act, Standing } from '../../domain/workshop/session.ts';
import css from './stage.module.css';

/** What was said of a trend, oldest first; each can be taken out. */
export function NotesList({ standing, act }: { standing: Standing; act: (act: Act) => void }) {
  return (
    <ul className={css.notes}>
      {standing.notes.map(({ id, text }) => (
        <li key={id}>
          {text}{' '}
          <button
            type="button"
            className={css.plain}
            aria-label={`Take out the note “${text}”`}
            onClick={() => act({ kind: 'note', trend: standing.trend, note: id, text: '' })}
          >
            Take out
          </button>
        </li>
      ))}
    </ul>
  );
}
