import 'server-only'
import { readNonConformity } from '@/lib/assurance/non-conformities/read-non-conformity'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

const subjects: Record<string, string> = {
  NonConformityOpened: 'A requirement was found not to be kept',
  NonConformityClosed: 'A non-conformity is closed',
  PlanAccepted: 'Two officers have accepted your plan',
  PlanReturned: 'Your plan has come back from the authority',
}
/** Of what happens to an accepted plan, the supplier is told what others do. */
const updates: Record<string, string> = {
  extended: 'Two officers have extended your plan',
  reject: 'The authority has found that your plan is not done',
  severity: 'The severity of a non-conformity was raised',
}

/** Tells the supplier's editors and signatories what others have done about a non-conformity of theirs. */
export async function tellSupplierOfNonConformity(ctx: Context, event: StoredEvent): Promise<void> {
  const subject = subjects[event.name] ?? updates[String(event.data.what)]
  if (!subject) return
  await transaction(async (tx) => {
    const nc = await readNonConformity(tx, event.data.nonConformityId)
    if (!nc) return
    await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, nc.supplierId), {
      kind: 'non-conformities',
      reason: `${event.id}`,
      subject,
      body: `${nc.name}: ${nc.requirementId}. ${nc.summary}\n\nWhat is due and until when: ${env().publicUrl}/supplier/non-conformities/${nc.id}`,
    })
  })
}
