import type { RadarIndex } from '../domain/radar-index.ts';
import { codeQuery } from '../state/code-query.ts';
import { Modal } from '../ui/modal.tsx';
import { OnDemand } from './on-demand.tsx';

const textQuery = codeQuery('the explanation', () => import('../features/explain/how-to-read.tsx'));

/** The dialog that explains the radar. */
export function Explanation(props: { index: RadarIndex; open: boolean; close: () => void }) {
  return (
    <Modal title="How to read this radar" open={props.open} close={props.close}>
      <OnDemand query={textQuery}>{({ HowToRead }) => <HowToRead index={props.index} />}</OnDemand>
    </Modal>
  );
}
