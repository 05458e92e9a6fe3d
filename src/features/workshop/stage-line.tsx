import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { idFrom } from '../../domain/make-id.ts';
import { isHttpLink, NAME_LIMIT } from '../../domain/schema.ts';
import { ringName, trendName } from '../../domain/workshop/acts.ts';
import type { Act, Session, Standing } from '../../domain/workshop/session.ts';
import css from './stage.module.css';
import { StageCap } from './stage-cap.tsx';

/** What is written in one line at the foot of the stage. */
export type LineKind = 'reason' | 'dissent' | 'champion' | 'note' | 'own' | 'propose';

/** A line in place: Enter saves, Escape skips. It blocks nothing and belongs to the trend that it was opened for. */
export function StageLine(props: {
  kind: LineKind;
  session: Session;
  standing: Standing;
  act: (act: Act) => void;
  newId: () => string;
  close: () => void;
}) {
  const { kind, session, standing, act, newId, close } = props;
  const name = trendName(session, standing.trend);
  const { trend } = standing;
  const finish = (made: Act | null) => {
    if (made !== null) act(made);
    close();
  };
  switch (kind) {
    case 'reason':
      return <ReasonLine {...{ session, standing, name, finish, close }} />;
    case 'dissent':
      return (
        <TextLine
          label={`Dissent on ${name}`}
          value={standing.dissent}
          save={(text) => finish(text === standing.dissent ? null : { kind, trend, text })}
          close={close}
        />
      );
    case 'champion':
      return (
        <TextLine
          label={`Champion for ${name}`}
          value={standing.champion}
          choices={session.room}
          save={(text) => finish(text === standing.champion ? null : { kind, trend, name: text })}
          close={close}
        />
      );
    case 'note':
      return (
        <TextLine
          label={`Note on ${name}`}
          value=""
          save={(text) => finish(text === '' ? null : { kind, trend, note: newId(), text })}
          close={close}
        />
      );
    case 'own':
      return <OwnLine {...{ trend, name, newId, finish, close }} />;
    case 'propose':
      return <ProposeLine {...{ session, finish, close }} />;
  }
}

/** The form around a line: what is in it, then Save and Skip. The first field has the focus. */
function LineForm(props: {
  label: string;
  save: () => void;
  close: () => void;
  problem?: string;
  above?: ReactNode;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>('[data-first]');
    first?.focus();
    first?.select();
  }, []);
  return (
    <form
      ref={form}
      className={css.line}
      aria-label={props.label}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        props.save();
      }}
      onKeyDown={(event) => {
        // a list of choices would open on Enter, which saves from every other field; Space opens it
        const saves = event.key === 'Enter' && event.target instanceof HTMLSelectElement;
        if (event.key !== 'Escape' && !saves) return;
        event.preventDefault();
        event.stopPropagation();
        if (saves) props.save();
        else props.close();
      }}
    >
      {props.above}
      {props.problem !== undefined && props.problem !== '' && <p role="alert">{props.problem}</p>}
      <div className={css.fields}>
        {props.children}
        <button type="submit">
          <StageCap>Enter</StageCap> Save
        </button>
        <button type="button" onClick={props.close}>
          <StageCap>Esc</StageCap> Skip
        </button>
      </div>
    </form>
  );
}

function TextLine(props: {
  label: string;
  value: string;
  choices?: readonly string[];
  save: (text: string) => void;
  close: () => void;
}) {
  const [text, setText] = useState(props.value);
  return (
    <LineForm label={props.label} save={() => props.save(text.trim())} close={props.close}>
      <label className={css.wide}>
        <span>{props.label}</span>
        <input
          data-first=""
          value={text}
          list={props.choices === undefined ? undefined : 'stage-room'}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {props.choices !== undefined && (
        <datalist id="stage-room">
          {props.choices.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </LineForm>
  );
}

/** The reason, with the facts that it rests on: ticked, or written into it as #3. */
function ReasonLine(props: {
  session: Session;
  standing: Standing;
  name: string;
  finish: (act: Act | null) => void;
  close: () => void;
}) {
  const { session, standing, name, finish, close } = props;
  const facts = session.radar.trends.find((entry) => entry.id === standing.trend)?.facts ?? [];
  const choices = [...facts, ...standing.evidence].map(({ id, claim }, at) => ({
    id,
    claim,
    number: at + 1,
  }));
  const [text, setText] = useState(standing.reason);
  const [basis, setBasis] = useState<readonly string[]>(standing.basis);
  const save = () => {
    const written = takeNumbers(text);
    const picked = choices
      .filter(({ id, number }) => basis.includes(id) || written.numbers.includes(number))
      .map(({ id }) => id);
    const same = written.text === standing.reason && picked.join() === standing.basis.join();
    finish(same ? null : { kind: 'reason', trend: standing.trend, text: written.text, basis: picked });
  };
  return (
    <LineForm
      label={`Reason for ${name}`}
      save={save}
      close={close}
      above={
        choices.length > 0 && (
          <fieldset className={css.basis}>
            <legend>Rests on: tick, or write #1 into the reason</legend>
            {choices.map(({ id, claim, number }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={basis.includes(id) || takeNumbers(text).numbers.includes(number)}
                  onChange={(event) =>
                    setBasis(event.target.checked ? [...basis, id] : basis.filter((each) => each !== id))
                  }
                />
                <span>
                  #{number} {claim}
                </span>
              </label>
            ))}
          </fieldset>
        )
      }
    >
      <label className={css.wide}>
        <span>
          Why{' '}
          {standing.retired ? 'retired' : standing.to === null ? '' : ringName(session.radar, standing.to)}?
        </span>
        <input
          data-first=""
          aria-label={`Reason for ${name}`}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </LineForm>
  );
}

/** A reason without the numbers of facts in it, and those numbers. */
export function takeNumbers(text: string): { text: string; numbers: number[] } {
  return {
    numbers: [...text.matchAll(/#(\d{1,3})\b/g)].map(([, number]) => Number(number)),
    text: text
      .replace(/[,;]?\s*#\d{1,3}\b/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

function OwnLine(props: {
  trend: string;
  name: string;
  newId: () => string;
  finish: (act: Act | null) => void;
  close: () => void;
}) {
  const [stance, setStance] = useState<'supports' | 'limits'>('supports');
  const [claim, setClaim] = useState('');
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState('');
  const save = () => {
    const [said, link] = [claim.trim(), url.trim()];
    if (said === '') return setProblem('The claim is empty; write what you know, or press Escape.');
    if (link !== '' && !isHttpLink(link))
      return setProblem('The link is not a web address; begin it with https://, or leave it out.');
    props.finish({
      kind: 'evidence',
      trend: props.trend,
      evidence: { id: props.newId(), stance, claim: said, url: link === '' ? null : link },
    });
  };
  return (
    <LineForm label={`Our own evidence on ${props.name}`} save={save} close={props.close} problem={problem}>
      <label>
        <span>It speaks</span>
        <select
          value={stance}
          onChange={(event) => setStance(event.target.value === 'limits' ? 'limits' : 'supports')}
        >
          <option value="supports">for</option>
          <option value="limits">against</option>
        </select>
      </label>
      <label className={css.wide}>
        <span>What we know</span>
        <input data-first="" value={claim} onChange={(event) => setClaim(event.target.value)} />
      </label>
      <label>
        <span>Link, if any</span>
        <input value={url} inputMode="url" onChange={(event) => setUrl(event.target.value)} />
      </label>
    </LineForm>
  );
}

function ProposeLine(props: { session: Session; finish: (act: Act | null) => void; close: () => void }) {
  const { radar, proposals } = props.session;
  const [name, setName] = useState('');
  const [quadrant, setQuadrant] = useState(radar.quadrants[0]?.id ?? '');
  const [ring, setRing] = useState('');
  const [problem, setProblem] = useState('');
  const save = () => {
    const wanted = name.replace(/\s+/g, ' ').trim();
    const known = [...radar.trends, ...proposals];
    const same = known.find((entry) => entry.name.toLowerCase() === wanted.toLowerCase());
    if (wanted === '') return setProblem('The name is empty; write one, or press Escape.');
    if (same !== undefined) return setProblem(`${same.name} is there already; write another name.`);
    const id = idFrom(wanted, new Set(known.map((entry) => entry.id)));
    props.finish({
      kind: 'propose',
      proposal: { id, name: wanted, quadrant, summary: '' },
      ring: ring === '' ? null : ring,
    });
  };
  return (
    <LineForm label="A trend that somebody proposes" save={save} close={props.close} problem={problem}>
      <label className={css.wide}>
        <span>New trend</span>
        <input
          data-first=""
          value={name}
          maxLength={NAME_LIMIT}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label>
        <span>Quadrant</span>
        <select value={quadrant} onChange={(event) => setQuadrant(event.target.value)}>
          {radar.quadrants.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Ring</span>
        <select value={ring} onChange={(event) => setRing(event.target.value)}>
          <option value="">Not yet</option>
          {radar.rings.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.name}
            </option>
          ))}
        </select>
      </label>
    </LineForm>
  );
}
