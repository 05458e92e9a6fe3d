import type { Fact, Source } from '../../domain/radar.ts';
import { GRADE_WORDS } from '../../domain/strength.ts';
import { dateWords, MEASURER_WORDS, publisherWords } from '../../domain/words.ts';
import css from './stage.module.css';

/** A fact as the room reads it: what is claimed, how it was checked, and whose it is. */
export function StageFact(props: { fact: Fact; source: Source | undefined; number: number; link?: boolean }) {
  const { fact, source, number, link } = props;
  const meta = [
    GRADE_WORDS[fact.grade].label.toLowerCase(),
    ...(fact.measuredBy === undefined ? [] : [MEASURER_WORDS[fact.measuredBy]]),
  ].join(', ');
  const from = source === undefined ? fact.source : (publisherWords(source) ?? source.title);
  return (
    <>
      {fact.claim}{' '}
      <span className={css.meta}>
        #{number}{' '}
        {link && source !== undefined ? (
          <a href={source.url} target="_blank" rel="noreferrer">
            {from}
          </a>
        ) : (
          from
        )}
        , {dateWords(fact.date)}: {meta}
      </span>
    </>
  );
}
