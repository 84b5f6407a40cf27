import 'server-only'
import { listReminders } from '@/lib/contracts/list-reminders'
import { listHoldersIn } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayOf, daysBetween, dayWords } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/**
 * Reminds the owners of a notice date (H1: a role, not a person): who pays, and who runs the practice. Each reminder once for
 * a contract, a notice date and an offset (C6): its key names them.
 */
export async function remindOfNoticeDates(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now)
  for (const { key, contract, noticeDate, practice, supplier } of await listReminders(db, today))
    await transaction(async (tx) => {
      const owners = [
        ...(await listHoldersIn(tx, [contract.payerId], ['funding-requester', 'funding-approver'], ctx.now)),
        ...(await listHoldersIn(tx, [contract.practiceId], ['practice-manager'], ctx.now)),
      ]
      const days = daysBetween(today, noticeDate)
      await writeLetters(tx, ctx, owners, {
        kind: 'contracts',
        reason: key,
        subject: `${contract.moduleName}: ${days === 1 ? '1 day' : `${days} days`} left to give notice`,
        body: [
          `${practice} uses ${contract.moduleName} of ${supplier} under contract ${contract.number}.`,
          `The last day to give notice is ${dayWords(noticeDate)}. The contract ends on ${dayWords(contract.endsOn)} and does not renew by itself.`,
          `Stay, renegotiate or move: ${env().publicUrl}/contracts/${contract.id}`,
        ].join('\n\n'),
      })
    })
}
