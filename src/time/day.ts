declare const brand: unique symbol;

/**
 * A calendar day as an integer: days since 1970-01-01 in the proleptic Gregorian calendar. It has no clock and no
 * time zone, so two readers on two continents always mean the same day.
 */
export type Day = number & { readonly [brand]: 'Day' };

/** A day in the parts a person writes: `month` 1 to 12, `day` 1 to 31. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146097;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a civil date, without checking that the date exists. Years count from March, so that leap days come last. */
function countDays(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - 719468) as Day;
}

/** The civil date of a day. */
export function civilOf(day: Day): CivilDay {
  const z = day + 719468;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / (DAYS_PER_ERA - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth + (marchMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** How many days a month has, February of a leap year included. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? countDays(year + 1, 1, 1) : countDays(year, month + 1, 1);
  return next - countDays(year, month, 1);
}

/** The day of a civil date, or null where there is no such date (1945-02-29). */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  return countDays(year, month, day);
}

/** Reads `YYYY-MM-DD`; null for anything else, a date that does not exist included. */
export function parseDay(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Writes a day as `YYYY-MM-DD`. */
export function isoOf(day: Day): string {
  const { year, month, day: d } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** `day` moved by whole days. */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day;
}

/** `day` moved by whole months; a day that the month lacks becomes its last (31 January and a month: 28 February). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, day: d } = civilOf(day);
  const index = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return countDays(targetYear, targetMonth, Math.min(d, daysInMonth(targetYear, targetMonth)));
}

/** `day` kept inside `[first, last]`, both inclusive. */
export function clampDay(day: Day, first: Day, last: Day): Day {
  return Math.min(Math.max(day, first), last) as Day;
}
