/** Where the stage is, as far as it decides which keys mean something. */
export interface KeyContext {
  rings: number;
  /** Whether there is a trend on the stage. */
  trend: boolean;
  votes: number;
  revealed: boolean;
  /** A ring was chosen, or the trend retired. */
  decided: boolean;
  parked: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** Whether the evidence is open, which Page Up and Page Down then scroll. */
  reading: boolean;
  /** Whether the window can take the whole screen. */
  fullScreen: boolean;
}

export type CommandId = (typeof STAGE_KEYS)[number]['id'];

interface StageKey {
  id: string;
  /** As `KeyboardEvent.key` in lower case, after `shift+` or `mod+` (Ctrl or ⌘); `digit` is 1 to the number of rings. */
  keys: readonly string[];
  words: string;
  group: 'Go' | 'Vote' | 'Decide' | 'Write' | 'See' | 'Workshop';
  when?: (context: KeyContext) => boolean;
  /** Short words where it stands in the strip at the foot. */
  strip?: string;
}

const onTrend = ({ trend }: KeyContext) => trend;

/**
 * All that keys do on the stage, once: the handler, the strip at the foot, the help sheet and the buttons read it.
 */
export const STAGE_KEYS = [
  { id: 'previous', keys: ['arrowleft', 'pageup'], words: 'Previous trend', group: 'Go', strip: 'back' },
  { id: 'next', keys: ['arrowright', 'pagedown'], words: 'Next trend', group: 'Go', strip: 'next' },
  { id: 'queue', keys: ['g'], words: 'Open the queue and jump', group: 'Go', strip: 'queue' },
  {
    id: 'count',
    keys: ['shift+digit'],
    words: 'Add one vote for a ring',
    group: 'Vote',
    when: ({ trend, revealed }) => trend && !revealed,
    strip: 'add vote',
  },
  {
    id: 'question',
    keys: ['shift+q'],
    words: 'Add one vote “question”',
    group: 'Vote',
    when: ({ trend, revealed }) => trend && !revealed,
  },
  {
    id: 'ballot',
    keys: ['b'],
    words: 'Secret ballot on this machine',
    group: 'Vote',
    when: ({ trend, revealed }) => trend && !revealed,
    strip: 'ballot',
  },
  {
    id: 'reveal',
    keys: ['r'],
    words: 'Reveal the votes',
    group: 'Vote',
    when: ({ trend, votes, revealed }) => trend && votes > 0 && !revealed,
    strip: 'reveal',
  },
  {
    id: 'revote',
    keys: ['x', 'shift+r'],
    words: 'Vote again',
    group: 'Vote',
    when: ({ trend, votes }) => trend && votes > 0,
    strip: 'again',
  },
  {
    id: 'place',
    keys: ['digit'],
    words: 'Place in a ring',
    group: 'Decide',
    when: onTrend,
    strip: 'place',
  },
  { id: 'retire', keys: ['t'], words: 'Retire the trend', group: 'Decide', when: onTrend, strip: 'retire' },
  {
    id: 'park',
    keys: ['p'],
    words: 'Park for later, or take back',
    group: 'Decide',
    when: onTrend,
    strip: 'park',
  },
  {
    id: 'reopen',
    keys: ['backspace'],
    words: 'Take the decision back',
    group: 'Decide',
    when: ({ decided }) => decided,
  },
  { id: 'note', keys: ['n'], words: 'Write a note', group: 'Write', when: onTrend, strip: 'note' },
  { id: 'reason', keys: ['w'], words: 'Write the reason', group: 'Write', when: onTrend },
  { id: 'dissent', keys: ['d'], words: 'Write down dissent', group: 'Write', when: onTrend },
  { id: 'champion', keys: ['c'], words: 'Name a champion', group: 'Write', when: onTrend },
  { id: 'own', keys: ['o'], words: 'Add evidence of your own', group: 'Write', when: onTrend },
  { id: 'propose', keys: ['a'], words: 'Add a trend that somebody proposes', group: 'Write' },
  {
    id: 'evidence',
    keys: ['e'],
    words: 'All evidence, or back',
    group: 'See',
    when: onTrend,
    strip: 'evidence',
  },
  { id: 'view', keys: ['v'], words: 'Split, stage alone, radar alone', group: 'See', strip: 'view' },
  {
    id: 'full',
    keys: ['f'],
    words: 'Whole screen, or back',
    group: 'See',
    when: ({ fullScreen }) => fullScreen,
  },
  { id: 'room', keys: ['y'], words: 'Open the window for the room', group: 'See' },
  {
    id: 'undo',
    keys: ['z', 'mod+z'],
    words: 'Undo',
    group: 'Workshop',
    when: ({ canUndo }) => canUndo,
    strip: 'undo',
  },
  {
    id: 'redo',
    keys: ['shift+z', 'mod+shift+z', 'mod+y'],
    words: 'Redo',
    group: 'Workshop',
    when: ({ canRedo }) => canRedo,
  },
  { id: 'result', keys: ['s'], words: 'See the result', group: 'Workshop' },
  { id: 'save', keys: ['mod+s'], words: 'Save the workshop to a file', group: 'Workshop' },
  { id: 'help', keys: ['?'], words: 'All keys', group: 'Workshop', strip: 'all keys' },
  {
    id: 'escape',
    keys: ['escape'],
    words: 'Close what is open; then leave',
    group: 'Workshop',
    strip: 'leave',
  },
] as const satisfies readonly StageKey[];

const KEYS: readonly (StageKey & { id: CommandId })[] = STAGE_KEYS;

/** The commands that mean something now. */
export function commandsIn(context: KeyContext): readonly (StageKey & { id: CommandId })[] {
  return KEYS.filter((key) => key.when?.(context) ?? true);
}

export function findCommand(id: CommandId): StageKey & { id: CommandId } {
  const found = KEYS.find((key) => key.id === id);
  if (found === undefined) throw new RangeError(`no command ${id}`);
  return found;
}

/** What a key press asks for: a command and, of those with digits, the position of the ring, from 0. */
export interface KeyPress {
  id: CommandId;
  digit: number;
}

/**
 * What a key press means now, or null. Digits go by their place on the keyboard, since Shift changes what they write.
 *
 * @param singleKeys whether single letters, digits and signs do anything
 */
export function readKey(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  context: KeyContext,
  singleKeys: boolean,
): KeyPress | null {
  if (event.altKey) return null;
  const mod = event.ctrlKey || event.metaKey;
  const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? 0);
  const shift = event.shiftKey && event.key !== '?';
  const name = digit > 0 ? 'digit' : event.key.toLowerCase();
  const pressed = `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${name}`;
  if (!singleKeys && !mod && (digit > 0 || event.key.length === 1)) return null;
  if (digit > context.rings) return null;
  if (context.reading && name.startsWith('page')) return null;
  const found = commandsIn(context).find((key) => key.keys.includes(pressed));
  return found === undefined ? null : { id: found.id, digit: digit - 1 };
}

const CAPS: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  pageup: 'Page Up',
  pagedown: 'Page Down',
  escape: 'Esc',
  backspace: '⌫',
  shift: 'Shift',
  mod: 'Ctrl/⌘',
};

/** A key as it is shown: "Shift+Z", "1–3", "←". */
export function keyCap(key: string, rings: number): string {
  return key
    .split('+')
    .map((part) => (part === 'digit' ? (rings > 1 ? `1–${rings}` : '1') : (CAPS[part] ?? part.toUpperCase())))
    .join('+');
}

const ARIA: Readonly<Record<string, string>> = {
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  escape: 'Escape',
  backspace: 'Backspace',
  shift: 'Shift',
  mod: 'Control',
};

/** For `aria-keyshortcuts`. @param digit the key of one ring, from 1, where the command has one for each */
export function ariaKeys(id: CommandId, digit = 1): string {
  return findCommand(id)
    .keys.map((key) =>
      key
        .split('+')
        .map((part) => (part === 'digit' ? String(digit) : (ARIA[part] ?? part.toUpperCase())))
        .join('+'),
    )
    .join(' ');
}

/** Whether keys write here, so that none may be taken away. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
