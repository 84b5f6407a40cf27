/** The only file that reads the clock. `CLOCK_OFFSET_MS` moves it on purpose, in tests only. */
export function now(): Date {
  return new Date(Date.now() + Number(process.env.CLOCK_OFFSET_MS ?? 0))
}
