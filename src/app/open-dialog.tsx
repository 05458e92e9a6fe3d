import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { buildIndex } from '../domain/radar-index.ts';
import { DropHint, Opening, VisitNotice } from '../features/open/opening.tsx';
import { supplyRadar } from '../state/radar-queries.ts';
import type { ViewState } from '../state/view-state.ts';
import { Modal } from '../ui/modal.tsx';

/** What is said while a file is dragged, read, offered and open; its code comes with the first file. */
export function OpenDialog(props: {
  dragging: boolean;
  files: readonly File[] | null;
  view: ViewState;
  close: () => void;
}) {
  const { files, view, close } = props;
  const client = useQueryClient();
  const [unkept, setUnkept] = useState<string | null>(null);
  return (
    <>
      {props.dragging && <DropHint />}
      {unkept !== null && unkept === view.radar && <VisitNotice dismiss={() => setUnkept(null)} />}
      <Modal title="Open a radar" open={files !== null} close={close}>
        {files !== null && (
          <Opening
            files={files}
            close={close}
            open={({ address, lasting, radar, view: shown }) => {
              supplyRadar(client, address, radar, buildIndex(radar));
              close();
              setUnkept(lasting ? null : address);
              view.openView(address, shown);
            }}
          />
        )}
      </Modal>
    </>
  );
}
