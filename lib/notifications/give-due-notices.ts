import 'server-only'
import { type DueNotice, listDueNotices } from '@/lib/assurance/clocks/list-due-notices'
import type { Context } from '@/lib/platform/context'
import { dayOf, dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import { transaction } from '@/lib/platform/transaction'
import { listBuyers } from './list-buyers'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/**
 * Nightly: the letter to supplier and buyers 28 days before a plan ends (CL-04), and the supplier's notices 180, 90, 30 and 7
 * days before something runs out (CL-13). Each once: the letter's key names it.
 */
export async function giveDueNotices(ctx: Context): Promise<void> {
  for (const notice of await listDueNotices(dayOf(ctx.now)))
    await transaction(async (tx) => {
      const writers = await listSupplierWriters(tx, ctx, notice.supplierId)
      await writeLetters(tx, ctx, writers, {
        kind: 'non-conformities',
        reason: notice.key,
        ...textOf(notice, supplierPath(notice)),
      })
      if (notice.clock !== 'CL-04') return
      const buyers = await listBuyers(tx, ctx, notice.moduleVersionId)
      await writeLetters(tx, ctx, buyers, {
        kind: 'non-conformities',
        reason: `buyers/${notice.key}`,
        ...textOf(notice, notice.registerPath),
      })
    })
}

const supplierPath = ({ nonConformityId }: DueNotice): string =>
  nonConformityId ? `/supplier/non-conformities/${nonConformityId}` : '/supplier/assessments'

const textOf = ({ clock, name, endsOn }: DueNotice, path: string) => ({
  subject: clock === 'CL-04' ? 'A plan ends soon' : 'What shows conformance runs out',
  body: `${name}: ${
    clock === 'CL-04' ? 'the plan for a non-conformity ends' : 'evidence, a finding or a transition ends'
  } on ${dayWords(endsOn)}.\n\n${env().publicUrl}${path}`,
})
