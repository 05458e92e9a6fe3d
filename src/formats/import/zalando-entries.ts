import { isRecord } from '../../domain/radar-values.ts';

/** How many entries are looked at to recognise them. */
const SAMPLE = 50;

/** Whether a value is what the radar of Zalando is drawn from, or the list of its entries. */
export function isZalando(value: unknown): boolean {
  const entries: unknown = isRecord(value) ? value.entries : value;
  if (!Array.isArray(entries)) return false;
  const records = entries.slice(0, SAMPLE).filter(isRecord);
  return records.some(isEntry) && !records.some((entry) => 'timeline' in entry);
}

/** Entries have a label; one without is known by its two numbers. */
function isEntry(entry: Record<string, unknown>): boolean {
  const { quadrant, ring } = entry;
  if ('name' in entry || 'title' in entry) return false;
  if ('label' in entry) return quadrant !== undefined || ring !== undefined;
  return typeof quadrant === 'number' && typeof ring === 'number';
}
