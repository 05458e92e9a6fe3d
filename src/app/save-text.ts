import { saveFile } from '../platform/save-file.ts';

/** Saves a text as a file of the kind that its name says. */
export function saveText(text: string, name: string): void {
  saveFile(new Blob([text], { type: name.endsWith('.csv') ? 'text/csv' : 'text/plain' }), name);
}
