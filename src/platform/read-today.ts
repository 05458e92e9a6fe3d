/** Today, YYYY-MM-DD, in UTC. */
export function readToday(): string {
  return new Date().toISOString().slice(0, 10);
}
