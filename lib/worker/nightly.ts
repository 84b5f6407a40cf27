import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'

/**
 * Work that is due once a London day: the first look at the clock on a new day does it, and again where it failed or where
 * the worker was started anew. What it does must bear being done twice.
 */
export function nightly(work: (ctx: Context) => Promise<unknown>): (ctx: Context) => Promise<void> {
  let doneOn: Day | undefined
  return async (ctx) => {
    const today = dayOf(ctx.now)
    if (doneOn === today) return
    await work(ctx)
    doneOn = today
  }
}

const hourInLondon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' })

/** The same not before that hour of the London day, so that nobody is told of a due day in the night. */
export function dailyFrom(hour: number, work: (ctx: Context) => Promise<unknown>): (ctx: Context) => Promise<void> {
  const once = nightly(work)
  return async (ctx) => {
    if (Number(hourInLondon.format(ctx.now)) >= hour) await once(ctx)
  }
}
