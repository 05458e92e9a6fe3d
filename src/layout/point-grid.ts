/** Square buckets over the plane, so that asking for near points costs the same however many there are. */
export class PointGrid {
  private readonly buckets = new Map<number, number[]>();
  private readonly size: number;

  /** `size` is the width of a bucket in radar units, best about the distance asked for. */
  constructor(size: number) {
    this.size = Math.max(1e-3, size);
  }

  add(index: number, x: number, y: number): void {
    const key = this.key(Math.floor(x / this.size), Math.floor(y / this.size));
    const bucket = this.buckets.get(key);
    if (bucket) bucket.push(index);
    else this.buckets.set(key, [index]);
  }

  /** Calls `visit` for every index in buckets that touch the square of half width `reach` around the point. */
  visitNear(x: number, y: number, reach: number, visit: (index: number) => void): void {
    this.visitBox(x - reach, y - reach, x + reach, y + reach, visit);
  }

  visitBox(left: number, top: number, right: number, bottom: number, visit: (index: number) => void): void {
    const firstColumn = Math.floor(left / this.size);
    const lastColumn = Math.floor(right / this.size);
    const lastRow = Math.floor(bottom / this.size);
    for (let row = Math.floor(top / this.size); row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const bucket = this.buckets.get(this.key(column, row));
        if (bucket) for (const index of bucket) visit(index);
      }
    }
  }

  private key(column: number, row: number): number {
    return (column + 32768) * 65536 + (row + 32768);
  }
}
