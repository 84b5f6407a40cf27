import { type Day, daysBetween } from '@/lib/platform/days'

/** A payer pays a fixed day only where the site was played: had recorded calls in the window that ends on that day (G6). */
export type PlayGate = {
  /** Days of the window, the day itself among them; 1 is the day alone. */
  windowDays: number
  /** Days with recorded calls, by site; the last word on each record. */
  played: { siteId: string; day: Day }[]
}

/** How many of these days count for a site behind the gate. */
export function playedDays(days: Day[], { windowDays, played }: PlayGate, siteId: string): number {
  const own = played.filter((one) => one.siteId === siteId)
  return days.filter((day) => own.some((one) => isWithin(daysBetween(one.day, day), windowDays))).length
}

const isWithin = (age: number, windowDays: number): boolean => age >= 0 && age < windowDays
