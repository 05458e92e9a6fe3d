import { LENS_FILE_ENDING, LENS_SIZE_LIMIT, type ParsedLens, parseLens } from '../../formats/lens-file.ts';

/** Reads a lens file; whatever is wrong with it is among the issues, none is thrown. */
export async function readLens(file: File): Promise<ParsedLens> {
  const fail = (message: string, cure: string): ParsedLens => ({
    lens: null,
    issues: [{ severity: 'error', file: file.name, path: [], message, cure }],
  });
  if (file.size > LENS_SIZE_LIMIT) {
    return fail(
      `the file is larger than ${LENS_SIZE_LIMIT / 1000} kB and was not read`,
      `Choose a file that was saved as a lens, *${LENS_FILE_ENDING}.`,
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return parseLens(text, file.name);
  } catch (cause) {
    return cause instanceof TypeError
      ? fail(
          'the file is not a text in UTF-8',
          `Choose a file that was saved as a lens, *${LENS_FILE_ENDING}.`,
        )
      : fail('the file could not be read', 'It may have been moved meanwhile. Choose it again.');
  }
}
