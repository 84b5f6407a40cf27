import 'server-only'
import type { Tx } from '@/lib/platform/db'
import {
  type Fact,
  factOfCheckWaiver,
  factOfDecision,
  factOfFinding,
  factOfStandardDecision,
  factOfWaiver,
} from './fact-rules'

/** Facts that do not stand in the log yet, the oldest first, at most so many (EV-04). */
export async function findUnloggedFacts(tx: Tx, most: number): Promise<Fact[]> {
  const [findings, decisions, waivers, checks, standards] = [
    await unlogged(tx, 'Finding', most),
    await unlogged(tx, 'OfficerDecision', most),
    await unlogged(tx, 'Waiver', most),
    await unlogged(tx, 'CheckWaiver', most),
    await unlogged(tx, 'StandardDecision', most),
  ]
  const rows = [
    ...(await tx.finding.findMany({ where: { id: { in: findings } }, orderBy: { sequence: 'asc' } })).map(
      factOfFinding,
    ),
    ...(await tx.officerDecision.findMany({ where: { id: { in: decisions } }, orderBy: { sequence: 'asc' } })).map(
      factOfDecision,
    ),
    ...(await tx.waiver.findMany({ where: { id: { in: waivers } }, orderBy: { id: 'asc' } })).map(factOfWaiver),
    ...(await tx.checkWaiver.findMany({ where: { id: { in: checks } }, orderBy: { id: 'asc' } })).map(
      factOfCheckWaiver,
    ),
    ...(await tx.standardDecision.findMany({ where: { id: { in: standards } }, orderBy: { sequence: 'asc' } })).map(
      factOfStandardDecision,
    ),
  ]
  return rows.slice(0, most)
}

type Table = 'Finding' | 'OfficerDecision' | 'Waiver' | 'CheckWaiver' | 'StandardDecision'
async function unlogged(tx: Tx, table: Table, most: number): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select f.id::text as id from "${table}" f left join "LogLeaf" l on l."subjectType" = $1 and l."subjectId" = f.id::text
     where l.index is null limit $2`,
    table,
    most,
  )
  return rows.map((row) => row.id)
}
