/** Sizes in bytes after gzip. */
export interface FirstLoad {
  files: number;
  html: number;
  js: number;
  css: number;
  font: number;
  index: number;
}
export function measureLoad(folder?: string): FirstLoad;
