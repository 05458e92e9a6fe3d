import type { Grade, Source } from '../../domain/radar.ts';
import { GRADE_WORDS } from '../../domain/strength.ts';
import { dateWords, publisherWords } from '../../domain/words.ts';
import css from './basis.module.css';

/** The grade of a statement: a mark with its word, so that it needs no colour. */
export function GradeBadge({ grade }: { grade: Grade }) {
  return (
    <span className={css.grade} data-grade={grade}>
      {GRADE_WORDS[grade].label}
    </span>
  );
}

/** A link to a source with who published it where and when. Only http(s) addresses are ever linked. */
export function SourceLink({ source }: { source: Source }) {
  const where = [publisherWords(source), source.venue, dateWords(source.date ?? String(source.year))]
    .filter(Boolean)
    .join(' · ');
  return (
    <span className={css.source}>
      <a href={source.url} target="_blank" rel="noopener noreferrer">
        {source.title}
      </a>{' '}
      <span className={css.where}>{where}</span>
    </span>
  );
}

/** What a tradeoff or a failure mode rests on: facts of this trend by number, or a source of its own. */
export function Basis(props: {
  statement: {
    facts?: string[] | undefined;
    source?: string | undefined;
    grade?: Grade | undefined;
    note?: string | undefined;
  };
  factNumbers: ReadonlyMap<string, number>;
  sources: ReadonlyMap<string, Source>;
}) {
  const { facts, source, grade, note } = props.statement;
  const found = source === undefined ? undefined : props.sources.get(source);
  if (facts === undefined && found === undefined) {
    return (
      <p className={css.basis}>
        <GradeBadge grade="assumption" /> from practice, no source recorded
      </p>
    );
  }
  return (
    <p className={css.basis}>
      {grade !== undefined && <GradeBadge grade={grade} />}{' '}
      {facts !== undefined && (
        <>
          rests on <FactLinks facts={facts} factNumbers={props.factNumbers} />{' '}
        </>
      )}
      {found !== undefined && <SourceLink source={found} />}
      {note !== undefined && <span className={css.note}> {note}</span>}
    </p>
  );
}

/** Links to facts of the same trend, by the numbers they have on the page. */
export function FactLinks(props: { facts: readonly string[]; factNumbers: ReadonlyMap<string, number> }) {
  const numberOf = (fact: string) => props.factNumbers.get(fact) ?? 0;
  const sorted = [...props.facts].sort((a, b) => numberOf(a) - numberOf(b));
  return sorted.map((fact, at) => (
    <span key={fact}>
      {at > 0 && ', '}
      <a href={`#fact-${fact}`}>fact {props.factNumbers.get(fact) ?? fact}</a>
    </span>
  ));
}
