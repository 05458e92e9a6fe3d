/** Minutes that the clocks of this machine's place are ahead of UTC at an ISO time; 0 for what is no time. */
export function clockOffset(iso: string): number {
  const offset = new Date(iso).getTimezoneOffset();
  // Zero would come out as -0.
  return Number.isNaN(offset) ? 0 : 0 - offset;
}
