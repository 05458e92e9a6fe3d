import { Component, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { plainText } from '../../domain/plain-text.ts';
import { Button } from '../../ui/button.tsx';
import css from './trend-evidence.module.css';

const fetchDescription = async () => ({ default: (await import('./description.tsx')).Description });

/**
 * A description in Markdown, whose reader is fetched with the first one shown. Where that fails its words are shown as
 * they are, with a way to try again.
 */
export function LazyDescription(props: {
  markdown: string;
  /** How the component that draws it is fetched. */
  fetchCode?: typeof fetchDescription;
}) {
  const { markdown, fetchCode = fetchDescription } = props;
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failed fetch is remembered, so that each attempt needs its own
  const Description = useMemo(() => lazy(fetchCode), [fetchCode, attempt]);
  const failure = (
    <>
      <p role="alert" className={css.aside}>
        The code that formats the description could not be used. Check the connection and try again.{' '}
        <Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>
      </p>
      <PlainLines text={plainText(markdown)} />
    </>
  );
  return (
    <Guard key={`${attempt} ${markdown}`} failure={failure}>
      <Suspense fallback={<p role="status">Loading the description …</p>}>
        <Description markdown={markdown} />
      </Suspense>
    </Guard>
  );
}

function PlainLines({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change their order
  return text.split('\n').map((line, at) => <p key={at}>{line}</p>);
}

class Guard extends Component<{ failure: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.failure : this.props.children;
  }
}
