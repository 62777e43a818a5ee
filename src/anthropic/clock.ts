/** An HTTP date counts whole seconds, so that much of a difference says nothing. */
const resolutionMs = 1000;

/**
 * How far our clock is ahead of a server's, in ms; negative when it is behind, 0 within the second that an HTTP date
 * counts in; null when the server did not say a date.
 *
 * @param date the header's value
 * @param nowMs epoch ms, when the answer came
 */
export function clockAhead(date: string | null, nowMs: number): number | null {
  const served = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(served)) return null;
  const ahead = nowMs - served;
  return ahead >= 0 && ahead <= resolutionMs ? 0 : ahead;
}
