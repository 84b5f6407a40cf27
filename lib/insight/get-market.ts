import type { Actor } from '@/lib/platform/actor'
import { dayFromDate } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { AreaFigures, Market, SystemCounts } from './market'
import { countBefore, countMoves, countNow, findAreas, findDays } from './market-store'
import { shippedMarket } from './reference/shipped-market'

/** The market as the imported lists tell it; the shipped figures where the areas and a list with areas are not imported yet. Public. */
export async function getMarket(_actor: Actor): Promise<Market> {
  const [areas, days] = await Promise.all([findAreas(db), findDays(db)])
  if (areas.length === 0 || !days.now) return shippedMarket
  const now = await countNow(db, days.now)
  const before = days.before ? await countBefore(db, days.now, days.before) : []
  const moves = days.before ? await countMoves(db, days.now, days.before) : []
  const figures = new Map(
    areas.map((area) => [
      area.code,
      { ...area, practices: {}, patients: {}, unresolved: 0, before: {}, moves: {} } as AreaFigures,
    ]),
  )
  for (const row of now) {
    const area = figures.get(row.area ?? '')
    if (area && row.system === null) area.unresolved += row.practices
    if (!area || row.system === null) continue
    area.practices[row.system] = row.practices
    area.patients[row.system] = row.patients
  }
  const unplacedBefore: SystemCounts = {}
  for (const row of before) (figures.get(row.area ?? '')?.before ?? unplacedBefore)[row.system] = row.practices
  for (const row of moves) {
    const area = figures.get(row.area)
    if (area) area.moves[`${row.from}>${row.to}`] = row.practices
  }
  return {
    origin: 'database',
    nowAsOf: dayFromDate(days.now),
    beforeAsOf: days.before && dayFromDate(days.before),
    patientsAsOf: days.patients && dayFromDate(days.patients),
    areas: [...figures.values()],
    unplacedBefore,
  }
}
