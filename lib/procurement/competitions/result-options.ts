import type { ResultEntry, ResultSet, ResultView } from './competition-view'
import { type Judged, nameOfOption } from './outcome-rules'

type Shown = Pick<ResultEntry, 'entry' | 'offer' | 'agreed'>

/**
 * A result as pages show it: entries that compete alone, the best first; or the sets that compete, and each module with the
 * figures of the best set that it is part of, first of those that may win.
 */
export function optionsOf(judged: Judged, shown: (entryId: string) => Shown): Pick<ResultView, 'entries' | 'sets'> {
  const { outcome, scored, entries, sets } = judged
  const options = outcome.entries.map(({ id, pricePence, band, total, eligible }): ResultSet => {
    const isWinner = outcome.winners.includes(id)
    return {
      id,
      name: nameOfOption(judged, id),
      pricePence,
      band,
      total: total / (scored.parts ?? 1),
      eligible,
      isWinner,
    }
  })
  if (!sets)
    return {
      sets: null,
      entries: options.map(({ id, band, total, eligible, isWinner }) => ({
        ...shown(id),
        band,
        total,
        eligible,
        isWinner,
      })),
    }
  const best = (entryId: string): ResultSet => {
    const own = options.filter(({ id }) => id.split(' ').includes(entryId))
    return own.find(({ eligible }) => eligible) ?? own[0]!
  }
  const modules = entries.map(({ id }): ResultEntry => {
    const { band, total, eligible, isWinner } = best(id)
    return { ...shown(id), band, total, eligible, isWinner }
  })
  const named = (a: ResultEntry, b: ResultEntry) => (a.entry.moduleName < b.entry.moduleName ? -1 : 1)
  return { sets: options, entries: modules.sort((a, b) => b.total - a.total || named(a, b)) }
}
