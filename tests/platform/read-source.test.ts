import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { LoadFailure } from '../../src/platform/load-failure.ts';
import { type Given, readSource } from '../../src/platform/read-source.ts';

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);
const fileEntry = (path: string, content: string) =>
  ({
    isDirectory: false,
    isFile: true,
    name: path.split('/').at(-1),
    fullPath: path,
    file: (take: (file: File) => void) => take(fileOf(content, path)),
  }) as unknown as FileSystemEntry;
/** Hands out its parts one at a time, as browsers do with long folders. */
const folderEntry = (path: string, held: FileSystemEntry[]) =>
  ({
    isDirectory: true,
    isFile: false,
    name: path,
    fullPath: path,
    createReader: () => {
      const parts = held.map((entry) => [entry]);
      return { readEntries: (take: (part: FileSystemEntry[]) => void) => take(parts.shift() ?? []) };
    },
  }) as unknown as FileSystemEntry;

async function fail(given: Given): Promise<string> {
  const failure = await readSource(given).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(failure instanceof LoadFailure)) throw new Error(`not answered in words: ${failure}`);
  return `${failure.message} ${failure.cure}`;
}

describe('what is given', () => {
  it('is read from files, archives and pasted text', async () => {
    expect(await readSource({ files: [fileOf('a,b', 'x.csv')] })).toMatchObject([
      { path: 'x.csv', text: 'a,b' },
    ]);
    const zip = new Uint8Array(zipSync({ 'top/x.md': strToU8('hi') }));
    expect(await readSource({ files: [fileOf(zip, 'x.zip')] })).toMatchObject([{ path: 'x.md', text: 'hi' }]);
    expect(await readSource({ text: '{}' })).toMatchObject([{ path: 'pasted text', text: '{}' }]);
  });

  it('is read from a dropped folder to its ends, hidden ones left alone', async () => {
    const git = folderEntry('/top/.git', []);
    const opened = vi.spyOn(git as FileSystemDirectoryEntry, 'createReader');
    const inner = folderEntry('/top/radar', [
      fileEntry('/top/radar/a.md', 'A'),
      fileEntry('/top/radar/b.md', 'B'),
    ]);
    const top = folderEntry('/top', [git, inner, fileEntry('/top/config.json', '{}')]);
    const files = await readSource({ files: [fileOf('', 'top')], entries: [top] });
    expect(files.map(({ path }) => path).sort()).toEqual(['config.json', 'radar/a.md', 'radar/b.md']);
    expect(opened).not.toHaveBeenCalled();
  });

  it('is read from a chosen folder with its paths', async () => {
    const files = ['top/a/x.md', 'top/y.md'].map((path) =>
      Object.defineProperty(fileOf('x', 'x.md'), 'webkitRelativePath', { value: path }),
    );
    expect((await readSource({ files })).map(({ path }) => path)).toEqual(['a/x.md', 'y.md']);
  });

  it('is refused in words where it is nothing, too large or cannot be read', async () => {
    expect(await fail({ files: [] })).toContain('No file arrived');
    expect(await fail({ text: ' ' })).toContain('no text');
    const large = fileOf('{}', 'large.json');
    Object.defineProperty(large, 'size', { value: 50_000_001 });
    const read = vi.spyOn(large, 'arrayBuffer');
    expect(await fail({ files: [large] })).toContain('larger than 50 MB');
    expect(read).not.toHaveBeenCalled();
    const gone = fileOf('', 'folder');
    vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('', 'NotFoundError'));
    expect(await fail({ files: [gone] })).toContain('"folder" could not be read It may be a folder');
  });
});
