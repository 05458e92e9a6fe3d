/** When something happened, as a clock showed it: date YYYY-MM-DD and time HH:MM. */
export interface LocalTime {
  date: string;
  time: string;
}

/**
 * An ISO time as the clocks of a place showed it.
 *
 * @param offset minutes that the place is ahead of UTC
 * @returns null for what is no time
 */
export function localTime(iso: string, offset: number): LocalTime | null {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return null;
  const [date = '', rest = ''] = new Date(at + offset * 60_000).toISOString().split('T');
  return { date, time: rest.slice(0, 5) };
}

/** Seconds as "45 s", "4 min 12 s" or "1 h 5 min". */
export function durationWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
