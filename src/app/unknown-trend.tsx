import type { ShownTrend } from '../domain/shown-trends.ts';
import { Button } from '../ui/button.tsx';
import { StatusScreen } from '../ui/status-screen.tsx';

/** For a link to a trend that this radar doesn't have: it may have been renamed or have left. */
export function UnknownTrend(props: {
  id: string;
  trends: readonly ShownTrend[];
  linkTo: (trend: string) => string;
  close: () => void;
}) {
  const words = props.id.split('-').filter((word) => word.length > 2);
  const near = props.trends.filter((trend) => words.some((word) => trend.id.includes(word))).slice(0, 5);
  return (
    <StatusScreen
      title={`There is no trend “${props.id}” in this edition`}
      actions={<Button onClick={props.close}>Show all trends</Button>}
    >
      <p>The link may be old: a trend can be merged into another one, or leave the radar.</p>
      {near.length > 0 && (
        <>
          <p>Did you mean one of these?</p>
          <ul>
            {near.map((trend) => (
              <li key={trend.id}>
                <a href={props.linkTo(trend.id)}>{trend.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </StatusScreen>
  );
}
