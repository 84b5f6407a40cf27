import { addDays, type Day, endOfDay } from '@/lib/platform/days'

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

/** The instant of a time of day in London, such as 15:00; in the hour that the clocks repeat, the first one. */
export function londonInstant(day: Day, time: string): Date {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  const start = endOfDay(addDays(day, -1)).getTime()
  const plain = start + (hour * 60 + minute) * 60_000
  const fits = [plain, plain - 3_600_000, plain + 3_600_000].find((t) => hours.format(new Date(t)) === time)
  return new Date(fits ?? plain)
}
