/** An address of the data that a page shows. */
export interface DataAddress {
  address: string;
  /** What was given instead, and what has to hold for the other address: two sentences. */
  why: string;
}

/**
 * For the address of a page that shows a table or file that of its data, null where none is known. Nothing is rewritten
 * without asking: this is for the cure.
 */
export function findDataAddress(address: string): DataAddress | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.hostname === 'docs.google.com') return findSheet(url);
  if (url.hostname === 'github.com') return findRawFile(url);
  return null;
}

function findSheet(url: URL): DataAddress | null {
  const [, published, id, tail = ''] =
    /^\/spreadsheets\/(?:u\/\d+\/)?d\/(e\/)?([\w-]+)(?:\/(\w*))?/.exec(url.pathname) ?? [];
  if (id === undefined || tail === 'export' || tail === 'gviz') return null;
  if (published !== undefined && url.searchParams.has('output')) return null;
  // The tab of the sheet stands behind the # in the address bar, or before it in links.
  const tab = url.searchParams.get('gid') ?? /\bgid=(\d+)/.exec(url.hash)?.[1];
  const gid = tab !== undefined && /^\d+$/.test(tab) ? `&gid=${tab}` : '';
  if (published !== undefined)
    return {
      address: `https://docs.google.com/spreadsheets/d/e/${id}/pub?output=csv${gid && `${gid}&single=true`}`,
      why: 'This is the page of a published Google Sheet, not its data. Its CSV has an address of its own.',
    };
  return {
    address: `https://docs.google.com/spreadsheets/d/${id}/export?format=csv${gid}`,
    why: 'This is the page of a Google Sheet, not its data. Its CSV has an address of its own, which works where anyone with the link may view the sheet.',
  };
}

function findRawFile(url: URL): DataAddress | null {
  const [, repository, file] = /^\/([^/]+\/[^/]+)\/blob\/(.+)$/.exec(url.pathname) ?? [];
  if (repository === undefined || file === undefined) return null;
  return {
    address: `https://raw.githubusercontent.com/${repository}/${file}`,
    why: 'This is the page of a file on GitHub, not the file. The file has an address of its own, which works where the repository is public.',
  };
}
