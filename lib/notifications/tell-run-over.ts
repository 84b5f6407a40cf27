import 'server-only'
import { readRun } from '@/lib/assurance/runs/read-run'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/** Tells the supplier what a run that counts has found, once it stands in the log. A monitor that found nothing wrong is no letter. */
export async function tellRunOver(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const run = await readRun(tx, event.about.id)
    if (run?.state !== 'logged' || !run.report) return
    const failed = run.report.results.filter((r) => r.result === 'FAIL').map((r) => r.check)
    if (run.kind === 'MONITOR' && failed.length === 0) return
    await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, run.supplierId), {
      kind: 'tests',
      reason: String(event.id),
      subject: failed.length > 0 ? `${run.moduleName} failed ${failed.length} checks` : `${run.moduleName} was tested`,
      body: `A run of the conformance suite against ${run.moduleName} is over and public. ${failed.length > 0 ? `It failed ${failed.join(', ')}.` : 'No check failed.'}\n\n${env().publicUrl}/runs/${run.id}`,
    })
  })
}
