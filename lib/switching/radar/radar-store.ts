import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { RadarFact } from '../switch-facts'

const select = {
  id: true,
  service: true,
  source: true,
  inUse: true,
  thirdParty: true,
  owner: true,
  plan: true,
  toldOn: true,
  offAt: true,
  offProof: true,
  offById: true,
  onAt: true,
  onProof: true,
  onById: true,
} as const

/** The dependent services of a switch, by name. */
export async function findRadar(tx: Tx, switchId: string): Promise<RadarFact[]> {
  const rows = await tx.radarLine.findMany({ where: { switchId }, select, orderBy: { service: 'asc' } })
  return rows.map((row) => ({
    ...row,
    source: row.source as RadarFact['source'],
    toldOn: row.toldOn && dayFromDate(row.toldOn),
  }))
}

type NewLine = Pick<RadarFact, 'id' | 'service' | 'source'> & {
  switchId: string
  changedAt: Date
  changedById?: string
}

/** How many lines were new; a service that stands in the list already is left as it is. */
export async function insertRadar(tx: Tx, lines: NewLine[]): Promise<number> {
  return (await tx.radarLine.createMany({ data: lines, skipDuplicates: true })).count
}

export type RadarChange = Partial<Omit<RadarFact, 'id' | 'service' | 'source' | 'toldOn'> & { toldOn: Day }> & {
  changedById: string
  changedAt: Date
}

/** False where the switch has no such line. */
export async function saveRadar(
  tx: Tx,
  { id, switchId }: { id: string; switchId: string },
  { toldOn, ...change }: RadarChange,
): Promise<boolean> {
  const data = { ...change, ...(toldOn ? { toldOn: dateFromDay(toldOn) } : {}) }
  return (await tx.radarLine.updateMany({ where: { id, switchId }, data })).count === 1
}

/** A way back puts the links on again at the old system: what was proven on the new one counts no more. */
export async function forgetProofs(tx: Tx, switchId: string): Promise<void> {
  const none = { offAt: null, offProof: null, offById: null, onAt: null, onProof: null, onById: null }
  await tx.radarLine.updateMany({ where: { switchId }, data: none })
}
