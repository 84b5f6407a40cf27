import 'server-only'
import { asksOnlyStandards } from '@/lib/assurance/assessments/assessment'
import { readAssessment } from '@/lib/assurance/assessments/read-assessment'
import { listRoleHolders } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

const subjects: Record<string, string> = {
  AssessmentFinished: 'Your assessment is done',
  AssessmentOpened: 'What your listing claims can be assessed now',
  AssessmentReturned: 'Your claim has come back from the authority',
  ListingRefused: 'Two officers have refused to list your module',
  ModuleListed: 'Two officers have listed your module',
}

const subjectOf = (name: string, onlyStandards: boolean): string =>
  name === 'AssessmentOpened' && onlyStandards
    ? 'The assessment you asked for is open: add your evidence and submit it'
    : (subjects[name] ?? 'Your assessment has moved on')

/** Tells the supplier's editors and signatories that an assessment was opened, came back, was refused, is done or ended in a listing. */
export async function tellAssessmentAnswered(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const id = event.about.type === 'Assessment' ? event.about.id : event.data.assessmentId
    const found = await readAssessment(tx, String(id))
    if (!found) return
    const people = [
      ...(await listRoleHolders(tx, found.supplierId, 'supplier-editor', ctx.now)),
      ...(await listRoleHolders(tx, found.supplierId, 'supplier-signatory', ctx.now)),
    ]
    const said = event.name !== 'ModuleListed' && found.returnReason ? `\n\n${found.returnReason}` : ''
    await writeLetters(tx, ctx, people, {
      kind: 'assessments',
      reason: String(event.id),
      subject: subjectOf(event.name, asksOnlyStandards(found)),
      body: `${found.name}: ${asksOnlyStandards(found) ? 'new standard versions' : found.capabilityIds.join(', ')}.${said}\n\n${env().publicUrl}/supplier/assessments/${found.id}`,
    })
  })
}
