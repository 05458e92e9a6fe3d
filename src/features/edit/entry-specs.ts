import type { EntryList, Fields } from '../../domain/editing/edit-acts.ts';
import { newSourceKey } from '../../domain/editing/edit-fields.ts';
import type { Radar, Trend } from '../../domain/radar.ts';
import {
  FACT_KINDS,
  GRADES,
  MEASURERS,
  RELATIONS,
  SCOPES,
  SEVERITIES,
  STANCES,
} from '../../domain/schema.ts';
import { GRADE_WORDS } from '../../domain/strength.ts';
import { KIND_WORDS, MEASURER_WORDS, RELATION_WORDS } from '../../domain/words.ts';
import type { FieldSpec, Option } from './field-spec.ts';

/** What stands for a source that is added with its statement. */
export const NEW_SOURCE = '+new';

/** The lists of a trend, as the panel shows them. */
export const SECTIONS: readonly { title: string; lists: readonly EntryList[] }[] = [
  { title: 'Evidence', lists: ['facts'] },
  { title: 'Tradeoffs', lists: ['tradeoffs'] },
  { title: 'Failure modes', lists: ['failureModes'] },
  { title: 'Milestones', lists: ['milestones'] },
  { title: 'Fit', lists: ['fits', 'avoidWhen'] },
  { title: 'Tools and links', lists: ['tooling', 'links'] },
  { title: 'Relations', lists: ['related'] },
];

const line = (key: string, label: string, hint?: string): FieldSpec => ({
  key,
  label,
  as: 'line',
  ...(hint === undefined ? {} : { hint }),
});
const text = (key: string, label: string): FieldSpec => ({ key, label, as: 'text' });
const choice = (
  key: string,
  label: string,
  values: readonly string[],
  words: (value: string) => string = capitalise,
  empty?: string,
): FieldSpec => ({
  key,
  label,
  as: 'choice',
  options: values.map((value) => ({ value, label: words(value) })),
  ...(empty === undefined ? {} : { empty }),
});

const DATE_HINT = 'A year, or as 2024-05 or 2024-05-31.';
const NOTE = line('note', 'Note');

/** The fields of an entry of one list, with what is typed so far: a new source brings fields of its own. */
export function entrySpecs(list: EntryList, radar: Radar, trend: Trend, typed: Fields): readonly FieldSpec[] {
  const grade = choice('grade', 'Grade', GRADES, gradeWords, list === 'facts' ? undefined : 'None');
  const source = [sourceSpec(radar, list !== 'facts'), ...(typed.source === NEW_SOURCE ? SOURCE_FIELDS : [])];
  const basis = [factsSpec(trend, 'Rests on facts'), ...source, grade, NOTE];
  switch (list) {
    case 'facts':
      return [
        text('claim', 'Claim'),
        choice('stance', 'Stance', STANCES),
        choice('kind', 'Kind', FACT_KINDS, (kind) => wordsIn(KIND_WORDS, kind)),
        line('date', 'Date', DATE_HINT),
        ...source,
        grade,
        choice('scope', 'What was read', SCOPES, capitalise, 'Not said'),
        choice('measuredBy', 'Measured', MEASURERS, (who) => wordsIn(MEASURER_WORDS, who), 'Not said'),
        NOTE,
      ];
    case 'tradeoffs':
      return [text('gain', 'Gain'), text('cost', 'Cost'), text('when', 'The cost dominates when'), ...basis];
    case 'failureModes':
      return [
        line('name', 'Name of the failure'),
        text('symptom', 'Symptom'),
        text('cause', 'Cause'),
        text('detection', 'Detection'),
        text('mitigation', 'Mitigation'),
        choice('severity', 'Severity', SEVERITIES),
        { key: 'silent', label: 'Silent: nothing reports it', as: 'flag' },
        ...basis,
      ];
    case 'milestones':
      return [line('date', 'Date', DATE_HINT), text('event', 'Event'), ...source, grade, NOTE];
    case 'fits':
    case 'avoidWhen':
      return [
        {
          key: 'condition',
          label: 'Condition',
          as: 'choice',
          options: (radar.conditions ?? []).map(({ id, label }) => ({ value: id, label })),
        },
        text('why', 'Why'),
      ];
    case 'tooling':
      return [line('name', 'Name of the tool'), line('url', 'Web address'), NOTE];
    case 'links':
      return [line('title', 'Title'), line('url', 'Web address')];
    case 'related':
      return [
        choice('relation', 'Relation', RELATIONS, (relation) => wordsIn(RELATION_OWN, relation)),
        {
          key: 'trend',
          label: 'Other trend',
          as: 'choice',
          options: radar.trends
            .filter(({ id }) => id !== trend.id)
            .map(({ id, name }) => ({ value: id, label: name })),
        },
      ];
  }
}

/** The fields of an act out of those of a form. */
export function splitSource(fields: Fields): { fields: Fields; newSource?: Fields } {
  if (fields.source !== NEW_SOURCE) return { fields };
  const { source: _, ...rest } = fields;
  const isNew = (key: string) => SOURCE_FIELDS.some((spec) => spec.key === key);
  const newSource = Object.fromEntries(
    SOURCE_FIELDS.map(({ key }) => [key.slice(newSourceKey('').length), fields[key]]),
  );
  return {
    fields: Object.fromEntries(Object.entries(rest).filter(([key]) => !isNew(key))),
    newSource,
  };
}

/** The facts of a trend, to be ticked. */
export function factsSpec(trend: Trend, label: string): FieldSpec {
  const options = (trend.facts ?? []).map(
    ({ id, claim }, at): Option => ({
      value: id,
      label: `${at + 1}. ${claim}`,
    }),
  );
  return { key: 'facts', label, as: 'many', options };
}

/** Longest title of an entry in its list, in characters. */
const TITLE_LENGTH = 90;

/** What names an entry in its list, on two lines at most. */
export function entryTitle(list: EntryList, entry: Fields, radar: Radar): string {
  const title = wholeTitle(list, entry, radar);
  return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1).trimEnd()}…`;
}

function wholeTitle(list: EntryList, entry: Fields, radar: Radar): string {
  const told = (value: unknown) => (value === undefined ? '' : String(value));
  if (list === 'related') {
    const other = radar.trends.find(({ id }) => id === entry.trend)?.name ?? told(entry.trend);
    return `${wordsIn(RELATION_OWN, told(entry.relation))} ${other}`;
  }
  if (list === 'fits' || list === 'avoidWhen')
    return radar.conditions?.find(({ id }) => id === entry.condition)?.label ?? told(entry.condition);
  if (list === 'milestones') return `${told(entry.date)}: ${told(entry.event)}`;
  return told(entry.claim ?? entry.gain ?? entry.name ?? entry.title ?? entry.url);
}

const SOURCE_FIELDS: readonly FieldSpec[] = [
  line(newSourceKey('title'), 'Title of the source'),
  line(newSourceKey('url'), 'Web address of the source'),
  {
    key: newSourceKey('organisations'),
    label: 'Organisations behind it',
    as: 'lines',
    hint: 'One on each line; may stay empty.',
  },
  { key: newSourceKey('year'), label: 'Year of the source', as: 'number' },
];

function sourceSpec(radar: Radar, mayBeNone: boolean): FieldSpec {
  return {
    key: 'source',
    label: 'Source',
    as: 'choice',
    options: [
      { value: NEW_SOURCE, label: 'Add a source …' },
      ...radar.sources
        .map(({ id, title, year }) => ({ value: id, label: `${title} (${year})` }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    ],
    ...(mayBeNone ? { empty: 'None' } : {}),
  };
}

const RELATION_OWN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(RELATION_WORDS).map(([relation, { own }]) => [relation, own]),
);

function gradeWords(grade: string): string {
  const words = Object.entries(GRADE_WORDS).find(([key]) => key === grade)?.[1];
  return words === undefined ? grade : `${words.label}: ${words.meaning}`;
}

function wordsIn(words: Readonly<Record<string, string>>, key: string): string {
  return capitalise(words[key] ?? key);
}

function capitalise(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
