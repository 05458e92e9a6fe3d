import { useId, useState } from 'react';
import { findDataAddress } from '../../platform/data-address.ts';
import { Button } from '../../ui/button.tsx';
import css from './library.module.css';

/** Opens a radar by its https address; for the address of a page it offers that of the data. */
export function AddressForm({ open }: { open: (address: string) => void }) {
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState(false);
  const id = useId();
  const given = address.trim();
  const fault = asked ? faultOf(given) : null;
  const page = findDataAddress(given);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (faultOf(given) === null) open(given);
      }}
    >
      <label className={css.field}>
        <span>Address of a file, such as https://example.org/radar.csv</span>
        <input
          type="url"
          autoComplete="off"
          spellCheck={false}
          value={address}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-fault ${id}-hint`}
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      <div id={`${id}-fault`} role="status">
        {fault !== null && <p className={css.fault}>{fault}</p>}
        {page !== null && (
          <p className={css.fault}>
            {page.why} <code>{page.address}</code>{' '}
            <Button onClick={() => setAddress(page.address)}>Use that address</Button>
          </p>
        )}
      </div>
      <Button type="submit">Open the address</Button>
      <p id={`${id}-hint`} className={css.hint}>
        The link can be shared then: it ends with <code>?radar=</code> and the address. The other site has to
        let pages read its files (it sends the header Access-Control-Allow-Origin, called CORS), as raw files
        on GitHub and published Google Sheets do; from any other site, download the file and choose it above.
      </p>
    </form>
  );
}

/** Why an address cannot be opened, with the cure; null for one that can be tried. */
function faultOf(address: string): string | null {
  if (address === '') return 'There is no address yet: copy it from the address bar of the browser.';
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'This is not a whole address: it begins with https://.';
  }
  if (url.protocol === 'https:') return null;
  return `Addresses with ${url.protocol} cannot be read: use one that begins with https://, or choose the file.`;
}
