import { useId } from 'react';
import { placeWords } from '../../domain/importing/place-words.ts';
import {
  answerOf,
  countTrends,
  type Decisions,
  type Option,
  type Question,
  type QuestionKind,
} from '../../domain/importing/reconcile-question.ts';
import { PlaceList } from './place-list.tsx';
import css from './question-group.module.css';

/** Most questions of one kind that are shown one by one; all are decided at once by the choice above them. */
const MOST_QUESTIONS = 50;
/** More options than these are a list to choose from. */
const MOST_RADIOS = 4;

const TITLES: Readonly<Record<QuestionKind, string>> = {
  ring: 'Rings that are not known',
  quadrant: 'Quadrants that are not known',
  'no-ring': 'Trends without a ring',
  'no-quadrant': 'Trends without a quadrant',
  'too-many-rings': 'More rings than a radar shows',
  'too-many-quadrants': 'More quadrants than a radar shows',
  name: 'Trends without a name',
  duplicate: 'Names that stand more than once',
  'long-name': 'Names that are too long',
};

/** All questions of one kind, which can be decided one by one or at once. */
export function QuestionGroup(props: {
  kind: QuestionKind;
  questions: readonly Question[];
  decisions: Decisions;
  /** An empty answer takes decisions back. */
  decide: (ids: readonly string[], answer: string) => void;
  save: (text: string, name: string) => void;
}) {
  const { kind, questions, decisions, decide, save } = props;
  const more = questions.length - MOST_QUESTIONS;
  return (
    <section className={css.group} aria-label={TITLES[kind]}>
      <h3>
        {TITLES[kind]} <span>{questions.length > 1 && questions.length.toLocaleString('en')}</span>
      </h3>
      {questions.length > 1 && <DecideAll questions={questions} decisions={decisions} decide={decide} />}
      {questions.slice(0, MOST_QUESTIONS).map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={answerOf(question, decisions)}
          decide={(answer) => decide([question.id], answer)}
          save={save}
        />
      ))}
      {more > 0 && (
        <PlaceList
          title={`… and ${more.toLocaleString('en')} more, decided as suggested or for all alike`}
          lines={questions.slice(MOST_QUESTIONS).flatMap((question) => {
            const [first] = question.trends;
            const note = question.options.find(({ value }) => value === answerOf(question, decisions))?.label;
            return first === undefined
              ? []
              : [{ words: question.value || first.name, note: note ?? '', place: first.place }];
          })}
          name={`${kind}.txt`}
          save={save}
        />
      )}
    </section>
  );
}

function DecideAll(props: {
  questions: readonly Question[];
  decisions: Decisions;
  decide: (ids: readonly string[], answer: string) => void;
}) {
  const { questions, decisions } = props;
  const shared = sharedOptions(questions);
  const answers = new Set(questions.map((question) => answerOf(question, decisions)));
  const usual = questions.every((question) => answerOf(question, decisions) === question.default);
  const [only] = answers.size === 1 ? answers : [];
  const value = usual ? 'usual' : (shared.find((option) => option.value === only)?.value ?? 'mixed');
  return (
    <label className={css.all}>
      <span>Decide for all alike</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = event.target.value;
          props.decide(
            questions.map(({ id }) => id),
            chosen === 'usual' ? '' : chosen,
          );
        }}
      >
        {value === 'mixed' && (
          <option value="mixed" disabled>
            Each by itself
          </option>
        )}
        <option value="usual">As suggested</option>
        {shared.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What every one of the questions offers; a label that differs from one to the next is cut where it begins to. */
function sharedOptions(questions: readonly Question[]): Option[] {
  const counts = new Map<string, number>();
  for (const question of questions) {
    for (const { value } of question.options) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return (questions[0]?.options ?? [])
    .filter(({ value }) => counts.get(value) === questions.length)
    .map(({ value, label }) => ({
      value,
      label: value.startsWith('map:') ? label : label.replace(/ (to|as|in) “.*$|, “.*$/, ''),
    }));
}

function QuestionField(props: {
  question: Question;
  answer: string;
  decide: (answer: string) => void;
  save: (text: string, name: string) => void;
}) {
  const { question, answer, decide } = props;
  const id = useId();
  const labelled = (option: Option) =>
    option.value === question.default ? `${option.label} (suggested)` : option.label;
  const [first] = question.trends;
  const lone = question.trends.length === 1 ? first : undefined;
  return (
    <fieldset className={css.question} aria-describedby={`${id}-reason`}>
      <legend>{question.value === '' ? countTrends(question.trends.length) : `“${question.value}”`}</legend>
      <p id={`${id}-reason`} className={css.reason}>
        {question.reason}
        {lone !== undefined && (
          <span className={css.place}>
            {' '}
            {question.kind === 'name' || lone.name === question.value ? '' : `${lone.name} · `}
            {placeWords(lone.place)}
          </span>
        )}
      </p>
      {question.options.length <= MOST_RADIOS ? (
        <div className={css.options}>
          {question.options.map((option) => (
            <label key={option.value}>
              <input
                type="radio"
                name={id}
                checked={option.value === answer}
                onChange={() => decide(option.value)}
              />
              <span>{labelled(option)}</span>
            </label>
          ))}
        </div>
      ) : (
        <select
          aria-label={`What to do with ${question.value || 'them'}`}
          value={answer}
          onChange={(event) => decide(event.target.value)}
        >
          {question.options.map((option) => (
            <option key={option.value} value={option.value}>
              {labelled(option)}
            </option>
          ))}
        </select>
      )}
      {lone === undefined && (
        <PlaceList
          title={countTrends(question.trends.length)}
          lines={question.trends.map(({ name, place }) => ({ words: name, place }))}
          name={`${question.kind}.txt`}
          save={props.save}
        />
      )}
    </fieldset>
  );
}
