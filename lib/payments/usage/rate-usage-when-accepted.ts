import 'server-only'
import { listSitesOfModules } from '@/lib/contracts/list-sites-of-modules'
import { findPracticesByCode } from '@/lib/identity/find-practices-by-code'
import type { Context } from '@/lib/platform/context'
import { dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { moveBatch } from './move-batch'
import { usageBody } from './usage-batch-schema'
import { siteOn } from './usage-rules'
import { findBatch, findBatchBody, findReplaced, findReplacedBatches, insertRecords, lockIssuer } from './usage-store'

/**
 * Counts an accepted batch: every record is matched to the site at which the module was in use that day (G4). Where a record
 * was said before, the later word counts; the contract is told, so that a month which was charged otherwise is credited and
 * charged anew (G7).
 */
export async function rateUsageWhenAccepted(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction((tx) => rate(tx, ctx, event.about.id), 3, 120)
}

async function rate(tx: Tx, ctx: Context, id: string): Promise<void> {
  const batch = await findBatchBody(tx, id)
  if (batch?.state !== 'accepted') return
  const { issuerId, sequence } = batch
  await lockIssuer(tx, issuerId)
  const { records } = usageBody.parse(JSON.parse(batch.body))
  const practices = await findPracticesByCode(
    tx,
    records.map(({ practice }) => practice),
  )
  const sites = await listSitesOfModules(
    tx,
    records.map(({ module }) => module),
  )
  const rows = records.map(({ id: recordId, module: moduleId, practice, day, meter, quantity }) => {
    const site = siteOn(sites, { moduleId, practiceId: practices.get(practice), day })
    const matched = { siteId: site?.id ?? null, contractId: site?.contractId ?? null }
    return {
      batchId: id,
      recordId,
      issuerId,
      sequence,
      moduleId,
      practice,
      day: dateFromDay(day),
      meter,
      quantity: BigInt(quantity),
      ...matched,
    }
  })
  const replaced = await findReplaced(
    tx,
    issuerId,
    sequence,
    rows.map(({ recordId }) => recordId),
  )
  await insertRecords(tx, rows)
  await moveBatch(tx, ctx, batch, 'rate')
  for (const other of await findReplacedBatches(tx, issuerId)) await supersede(tx, ctx, other)
  for (const contractId of new Set([...replaced, ...rows.flatMap((row) => row.contractId ?? [])]))
    await record(tx, ctx, {
      name: 'UsageCounted',
      about: { type: 'Contract', id: contractId },
      organisationId: null,
      data: { contractId, batchId: id },
    })
}

async function supersede(tx: Tx, ctx: Context, id: string): Promise<void> {
  const found = await findBatchBody(tx, id)
  const batch = found && (await findBatch(tx, found.issuerId, found.sequence))
  if (batch) await moveBatch(tx, ctx, batch, 'supersede')
}
