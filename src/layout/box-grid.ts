import type { Box } from './box.ts';

/** Boxes in square buckets, to find those near another without looking at all. Boxes can be taken out again. */
export class BoxGrid {
  private readonly buckets = new Map<number, number[]>();
  private readonly size: number;

  /** `size` is the width of a bucket in radar units. */
  constructor(size: number) {
    this.size = size;
  }

  add(index: number, box: Box): void {
    this.visitKeys(box, (key) => {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(index);
      else this.buckets.set(key, [index]);
    });
  }

  remove(index: number, box: Box): void {
    this.visitKeys(box, (key) => {
      const bucket = this.buckets.get(key);
      const at = bucket ? bucket.indexOf(index) : -1;
      if (bucket && at >= 0) bucket.splice(at, 1);
    });
  }

  /** Calls `visit` for every index whose box may touch; the same index may come more than once. */
  visit({ x, y, width, height }: Box, visit: (index: number) => void): void {
    if (this.buckets.size === 0) return;
    const lastColumn = Math.floor((x + width) / this.size);
    const lastRow = Math.floor((y + height) / this.size);
    for (let row = Math.floor(y / this.size); row <= lastRow; row += 1) {
      for (let column = Math.floor(x / this.size); column <= lastColumn; column += 1) {
        const bucket = this.buckets.get((column + 32768) * 65536 + (row + 32768));
        if (bucket) for (let at = 0; at < bucket.length; at += 1) visit(bucket[at] as number);
      }
    }
  }

  private visitKeys(box: Box, visit: (key: number) => void): void {
    const lastColumn = Math.floor((box.x + box.width) / this.size);
    const lastRow = Math.floor((box.y + box.height) / this.size);
    for (let row = Math.floor(box.y / this.size); row <= lastRow; row += 1) {
      for (let column = Math.floor(box.x / this.size); column <= lastColumn; column += 1) {
        visit((column + 32768) * 65536 + (row + 32768));
      }
    }
  }
}
