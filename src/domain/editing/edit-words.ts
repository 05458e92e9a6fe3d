import type { Issue } from '../issue.ts';
import type { Radar } from '../radar.ts';
import type { CellKind, Edit, EntryList, Fields } from './edit-acts.ts';

/** What one entry of a list is called. */
export const ENTRY_WORDS: Readonly<Record<EntryList, string>> = {
  facts: 'fact',
  tradeoffs: 'tradeoff',
  failureModes: 'failure mode',
  milestones: 'milestone',
  tooling: 'tool',
  fits: 'fit',
  avoidWhen: 'condition to avoid',
  links: 'link',
  related: 'relation',
};

/** What an act does, in words: "Move Mixture of experts from Trial to Adopt". @param radar as it was before the act */
export function describeEdit(act: Edit, radar: Radar): string {
  const cell = (kind: CellKind, id: string) =>
    nameOf(kind === 'quadrant' ? radar.quadrants : radar.rings, id);
  switch (act.kind) {
    case 'change-radar':
      return `Change the ${fieldWords(act.fields)} of the radar`;
    case 'add-cell':
      return `Add the ${act.cell} ${act.name.trim()}`;
    case 'change-cell': {
      const { name } = act.fields;
      const old = cell(act.cell, act.id);
      return typeof name === 'string'
        ? `Rename the ${act.cell} ${old} to ${name.trim()}`
        : `Change the ${fieldWords(act.fields)} of the ${act.cell} ${old}`;
    }
    case 'move-cell':
      return `Move the ${act.cell} ${cell(act.cell, act.id)} to place ${act.to + 1}`;
    case 'delete-cell': {
      const into =
        act.into === null ? 'with its trends' : `with its trends moved to ${cell(act.cell, act.into)}`;
      return `Delete the ${act.cell} ${cell(act.cell, act.id)}, ${into}`;
    }
    case 'add-edition':
      return `Add the edition ${act.date.trim()}`;
    case 'add-condition':
      return `Add the condition ${String(act.fields.label ?? '').trim()}`;
    case 'change-source':
      return `Change the source ${radar.sources.find(({ id }) => id === act.source)?.title ?? act.source}`;
    case 'add-trend':
      return `Add ${act.name.trim()}`;
    default:
      return describeTrendEdit(act, radar, nameOf(radar.trends, act.trend));
  }
}

function describeTrendEdit(act: Extract<Edit, { trend: string }>, radar: Radar, trend: string): string {
  switch (act.kind) {
    case 'change-trend': {
      const { name } = act.fields;
      return typeof name === 'string'
        ? `Rename ${trend} to ${name.trim()}`
        : `Change the ${fieldWords(act.fields)} of ${trend}`;
    }
    case 'move-trend': {
      const found = radar.trends.find(({ id }) => id === act.trend);
      const from = found?.placements.find(({ edition }) => edition === act.edition)?.ring;
      const steps = [
        ...(act.quadrant === undefined
          ? []
          : [moveWords(nameOf(radar.quadrants, found?.quadrant), nameOf(radar.quadrants, act.quadrant))]),
        ...(act.ring === undefined
          ? []
          : [moveWords(nameOf(radar.rings, from), nameOf(radar.rings, act.ring))]),
      ];
      return `Move ${trend}${steps.join(' and')}`;
    }
    case 'change-placement':
      return `Change the ${fieldWords(act.fields)} of the place of ${trend}`;
    case 'retire-trend':
      return `Retire ${trend}`;
    case 'delete-trend':
      return `Delete ${trend}`;
    case 'add-entry':
      return `Add a ${ENTRY_WORDS[act.list]} to ${trend}`;
    case 'change-entry':
      return `Change ${ENTRY_WORDS[act.list]} ${act.at + 1} of ${trend}`;
    case 'move-entry':
      return `Move ${ENTRY_WORDS[act.list]} ${act.at + 1} of ${trend}`;
    case 'remove-entry':
      return `Remove ${ENTRY_WORDS[act.list]} ${act.at + 1} of ${trend}`;
  }
}

/** What is wrong and the cure, as sentences. */
export function issueWords({ message, cure }: Pick<Issue, 'message' | 'cure'>): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}. ${cure}`;
}

function moveWords(from: string, to: string): string {
  return from === '' ? ` to ${to}` : ` from ${from} to ${to}`;
}

function nameOf(items: readonly { id: string; name: string }[], id: string | undefined): string {
  return items.find((item) => item.id === id)?.name ?? id ?? '';
}

const FIELD_WORDS: Readonly<Record<string, string>> = { moved: 'movement', facts: 'basis', hue: 'colour' };

function fieldWords(fields: Fields): string {
  return Object.keys(fields)
    .map((key) => FIELD_WORDS[key] ?? key)
    .join(', ');
}
