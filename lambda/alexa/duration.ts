/** Durations in slots. */
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The seconds in an ISO 8601 duration of the slot type AMAZON.DURATION, such as `PT1M30S`. Null if it is no such
 * duration, or is 0.
 */
export function secondsIn(duration: string): number | null {
  const match = DURATION.exec(duration);
  if (match === null) return null;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const total = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return total > 0 ? total : null;
}
