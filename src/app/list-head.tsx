import { Button } from '../ui/button.tsx';
import css from './list-head.module.css';
import { PANELS, type PanelId, TOOLBAR } from './panels.ts';

/** What stands over the list: its title, and the ways of looking at the trends otherwise. */
export function ListHead({ show }: { show: (panel: PanelId) => void }) {
  return (
    <div className={css.head}>
      <h2 id="list-title">All trends</h2>
      <div className={css.tools}>
        {PANELS.filter((panel) => TOOLBAR.includes(panel.id)).map(({ id, label, key }) => (
          <Button key={id} className={css.tool} onClick={() => show(id)} aria-keyshortcuts={key}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
