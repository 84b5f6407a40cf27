import 'server-only'
import type { Envelope } from '@/lib/conformance/evidence/envelope'
import type { Tx } from '@/lib/platform/db'
import type { Run, RunKind, RunState } from './run'

type Row = Awaited<ReturnType<Tx['conformanceRun']['findFirstOrThrow']>>
const runOf = ({ envelope: _, ...row }: Row): Run => row as unknown as Run

export async function findRun(tx: Tx, id: string): Promise<Run | undefined> {
  const row = await tx.conformanceRun.findUnique({ where: { id } })
  return row ? runOf(row) : undefined
}

type Asked = {
  endpointId?: string
  supplierIds?: string[]
  moduleVersionIds?: string[]
  kinds?: RunKind[]
  states?: RunState[]
}
/** Runs without their reports, the newest first. */
export async function findRuns(tx: Tx, asked: Asked, take = 100): Promise<Run[]> {
  const rows = await tx.conformanceRun.findMany({
    where: {
      ...(asked.endpointId && { endpointId: asked.endpointId }),
      ...(asked.supplierIds && { supplierId: { in: asked.supplierIds } }),
      ...(asked.moduleVersionIds && { moduleVersionId: { in: asked.moduleVersionIds } }),
      ...(asked.kinds && { kind: { in: asked.kinds } }),
      ...(asked.states && { state: { in: asked.states } }),
    },
    omit: { report: true, envelope: true },
    orderBy: [{ queuedAt: 'desc' }, { id: 'asc' }],
    take,
  })
  return rows.map((row) => runOf({ ...row, report: null, envelope: null }))
}

export async function findEnvelope(tx: Tx, id: string): Promise<Envelope | undefined> {
  const row = await tx.conformanceRun.findUnique({ where: { id }, select: { envelope: true } })
  return (row?.envelope ?? undefined) as Envelope | undefined
}

type New = Pick<
  Run,
  'id' | 'endpointId' | 'moduleVersionId' | 'supplierId' | 'host' | 'kind' | 'nonce' | 'seed' | 'reason' | 'queuedAt'
> & { askedById: string | null }
/** False where an open official run stands in the way (CS-03). */
export async function addRun(tx: Tx, run: New): Promise<boolean> {
  const data = [{ ...run, state: 'queued' }]
  return (await tx.conformanceRun.createMany({ data, skipDuplicates: true })).count === 1
}

type Change = Partial<Pick<Run, 'state' | 'beganAt' | 'heardAt' | 'endedAt' | 'attempt' | 'abortCode'>> & {
  progress?: object
  report?: object
  envelope?: object
}
/** False where somebody was faster. */
export async function moveRun(tx: Tx, id: string, version: number, change: Change): Promise<boolean> {
  const data = { ...change, version: { increment: 1 } }
  return (await tx.conformanceRun.updateMany({ where: { id, version }, data })).count === 1
}

/** How far it is, and that it lives; false where it is running no more (it was stopped, or begun again by another). */
export async function saveProgress(tx: Tx, run: Pick<Run, 'id' | 'attempt'>, progress: object, at: Date) {
  const where = { id: run.id, state: 'running', attempt: run.attempt }
  return (await tx.conformanceRun.updateMany({ where, data: { progress, heardAt: at } })).count === 1
}

/**
 * The run to go on with next: one that waits for its turn while no other is at its host (SG-09), one whose performer has not
 * been heard of since `silentSince`, or one that is over and still to be signed or logged.
 */
export async function findNextRun(tx: Tx, silentSince: Date): Promise<Run | undefined> {
  const [next] = await tx.$queryRaw<{ id: string }[]>`
    select r.id::text from "ConformanceRun" r
    where (r.state = 'queued' and not exists (select 1 from "ConformanceRun" o where o.host = r.host and o.state = 'running'))
      or (r.state = 'running' and r."heardAt" < ${silentSince})
      or (r.state in ('finished', 'signed') and r.kind <> 'DRYRUN' and r."endedAt" < ${silentSince})
    order by r."queuedAt", r.id limit 1`
  return next && findRun(tx, next.id)
}

/** CS-03: what dry runs found is forgotten after their days; that they took place is not. */
export async function forgetDryRuns(tx: Tx, endedBefore: Date): Promise<number> {
  return tx.$executeRaw`
    update "ConformanceRun" set report = null, progress = null
    where kind = 'DRYRUN' and "endedAt" < ${endedBefore} and report is not null`
}
