import { formatIssue, type Issue } from '../../domain/issue.ts';
import css from './issue-list.module.css';

/** Most issues of a broken file that are listed; the rest are counted. */
const MOST_ISSUES = 50;

/** What is wrong inside a file, each place with its cure; nothing where nothing is known. */
export function IssueList({ issues }: { issues: readonly Issue[] }) {
  if (issues.length === 0) return null;
  return (
    <ul className={css.issues}>
      {issues.slice(0, MOST_ISSUES).map((issue) => (
        <li key={formatIssue(issue)}>{formatIssue(issue)}</li>
      ))}
      {issues.length > MOST_ISSUES && <li>… and more: mend these first, then open the file again.</li>}
    </ul>
  );
}
