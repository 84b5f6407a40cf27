import 'server-only'
import { listModuleNames } from '@/lib/contracts/list-module-names'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf, daysBetween } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import { type SwitchState, switchStateLabels } from '../switch'
import { type Statistics, type SwitchFigures, statisticsOf } from './statistics-rules'
import { findMoves, findS1, findWhole } from './statistics-store'

export type PublicStatistics = Statistics & { asOf: Day }

/** The figures of all switches on this portal, for everybody: no practice is named, and small groups are left out. */
export async function getStatistics(ctx: Pick<Context, 'now'>): Promise<PublicStatistics> {
  const [switches, moves, runs] = await Promise.all([findWhole(db), findMoves(db), findS1(db)])
  const modules = await listModuleNames(
    db,
    switches.flatMap((s) => [s.leavingContractId, s.gainingContractId ?? []].flat()),
  )
  const name = await listNames(
    db,
    switches.flatMap((s) => [s.payerId, s.losingSupplierId, s.gainingSupplierId]),
  )
  const movesOf = groupBy(moves, (move) => move.switchId)
  const runsOf = groupBy(runs, (run) => run.switchId)
  const figures = switches.map((of): SwitchFigures => {
    const own = movesOf.get(of.id) ?? []
    const monthOf = (event: string) => {
      const at = own.find((move) => move.name === event)?.at
      return at ? dayOf(at).slice(0, 7) : null
    }
    const ran = runsOf.get(of.id)
    return {
      from: modules.get(of.leavingContractId) ?? 'not known',
      to: (of.gainingContractId && modules.get(of.gainingContractId)) || 'not chosen yet',
      commissioner: name(of.payerId),
      losing: name(of.losingSupplierId),
      gaining: of.gainingSupplierId ? name(of.gainingSupplierId) : 'not chosen yet',
      months: {
        opened: dayOf(of.openedAt).slice(0, 7),
        live: monthOf('SwitchWentLive'),
        rolledBack: monthOf('SwitchRolledBack'),
        cancelled: monthOf('SwitchCancelled'),
      },
      days: staysOf(own),
      foundS1: ran ? ran.some((run) => run.found) : null,
    }
  })
  return { asOf: dayOf(ctx.now), ...statisticsOf(figures) }
}

/** How long a switch stood in each state that it has left. */
function staysOf(moves: { to: string; at: Date }[]): SwitchFigures['days'] {
  return moves.slice(0, -1).map(({ to, at }, i) => ({
    stage: switchStateLabels[to as SwitchState] ?? to,
    days: daysBetween(dayOf(at), dayOf(moves[i + 1]!.at)),
  }))
}
