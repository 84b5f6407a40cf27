import 'server-only'
import { clockWords } from '@/lib/assurance/clocks/clock'
import type { ClockId } from '@/lib/assurance/clocks/clock-rule'
import { readNonConformity } from '@/lib/assurance/non-conformities/read-non-conformity'
import { listEverybodyWith } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/** Which clocks the officers are told of: a plan not started, a suspension to be considered or decided on, our own delay. */
const forOfficers: ClockId[] = ['CL-03', 'CL-06', 'CL-07', 'CL-08', 'CL-09']
/** And which the supplier, because it is the supplier's to do. */
const forSupplier: ClockId[] = ['CL-01', 'CL-02', 'CL-03', 'CL-05', 'CL-06', 'CL-09']

/** Tells who must act that a clock was missed (§6, "If missed"). */
export async function tellClockMissed(ctx: Context, event: StoredEvent): Promise<void> {
  const clock = String(event.data.clock) as ClockId
  await transaction(async (tx) => {
    const words = clockWords[clock]?.missed
    if (!words) return
    const nc = await readNonConformity(tx, event.data.nonConformityId)
    const due = `It was due on ${dayWords(String(event.data.dueOn))} (${clock}).`
    const what = nc ? `${nc.name}: ${nc.requirementId}. ` : ''
    if (forOfficers.includes(clock))
      await writeLetters(tx, ctx, await listEverybodyWith(tx, 'officer', ctx.now), {
        kind: 'non-conformities',
        reason: `officers/${event.id}`,
        subject: words,
        body: `${what}${due}\n\n${env().publicUrl}/assurance/${nc ? `non-conformities/${nc.id}` : 'decisions'}`,
      })
    if (nc && forSupplier.includes(clock))
      await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, nc.supplierId), {
        kind: 'non-conformities',
        reason: `supplier/${event.id}`,
        subject: words,
        body: `${what}${due}\n\n${env().publicUrl}/supplier/non-conformities/${nc.id}`,
      })
  })
}
