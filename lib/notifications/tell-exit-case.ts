import 'server-only'
import { listRoleHolders } from '@/lib/identity/list-role-holders'
import type { Person } from '@/lib/identity/person'
import type { Context } from '@/lib/platform/context'
import { dayOf, daysBetween, dayWords } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { caseLabels, caseMeaning, type ExitCase, endingWords } from '@/lib/switching/cases/case'
import { readCase, readCasesLeaving } from '@/lib/switching/cases/get-case'
import { sendNotice } from './notices/send-notice'

/** Tells practice and payer that their system is at risk, is removed, or is so no longer (assurance §9). All but the end must be acknowledged. */
export async function tellExitCase(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const one = await readCase(tx, event.about.id)
    if (!one) return
    // What is told is how it stands now: an event that is heard late tells nothing that is over.
    await sendNotice(tx, ctx, {
      key: `case/${one.id}/${one.version}`,
      recipients: await readersOf(tx, ctx, one),
      subject: one.ending
        ? `${one.moduleName}: ${endingWords[one.ending]}`
        : `${one.moduleName}: ${caseLabels[one.state].words}`,
      text: textOf(one),
      about: { type: 'ExitCase', id: one.id },
      mustAcknowledge: one.state !== 'ended',
    })
  })
}

/** Once a week for each practice whose removed system is still in use, until none is (assurance §9). */
export async function remindOfLeaving(ctx: Context): Promise<void> {
  for (const one of await readCasesLeaving(db)) {
    const week = Math.floor(daysBetween(one.movedOn, dayOf(ctx.now)) / 7)
    if (week < 1) continue
    await transaction(async (tx) =>
      sendNotice(tx, ctx, {
        key: `case/${one.id}/${one.version}/week-${week}`,
        recipients: await readersOf(tx, ctx, one),
        subject: `${one.moduleName} is removed and still in use`,
        text: textOf(one),
        about: { type: 'ExitCase', id: one.id },
        mustAcknowledge: false,
      }),
    )
  }
}

async function readersOf(tx: Tx, ctx: Context, { practiceId, payerId }: ExitCase): Promise<Person[]> {
  const roles = [
    [practiceId, 'practice-manager'],
    [practiceId, 'gp-partner'],
    [payerId, 'funding-approver'],
    [payerId, 'funding-requester'],
  ] as const
  const people = []
  for (const [organisationId, role] of roles) people.push(...(await listRoleHolders(tx, organisationId, role, ctx.now)))
  return people
}

const textOf = (one: ExitCase) =>
  [
    ...(one.state === 'ended' ? ['There is nothing that you need to do.'] : caseMeaning[one.state]),
    ...(one.exitBy && one.state === 'leaving' ? [`It is not switched off before ${dayWords(one.exitBy)}.`] : []),
    `${one.state === 'ended' ? 'The case' : 'Alternatives and next steps'}: ${env().publicUrl}/cases/${one.id}`,
  ].join('\n')
