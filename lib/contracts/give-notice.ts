import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { mayGiveNotice } from './contract-policy'
import { terminationProblem } from './contract-rules'
import type { GiveNoticeInput } from './contract-schema'
import { insertNotice } from './ends/notice-store'
import { climb } from './move-contract'

/** The payer's notice for a day to come. Nothing changes before that day (H3). */
export function giveNotice(ctx: Context, input: GiveNoticeInput): Promise<Result<{ id: string }>> {
  const { contractId, version, terminatesOn, reason } = input
  const given = { id: newId(), contractId, givenById: ctx.actor.userId, givenAt: ctx.now, reason, terminatesOn }
  return transaction((tx) =>
    climb(tx, ctx, {
      contractId,
      version,
      command: 'give-notice',
      may: (contract) => mayGiveNotice(ctx.actor, contract),
      check: async (contract) => {
        const settings = await readSettings(tx, ctx, contract.payerId, ['minimum-term'])
        if (!settings.ok) return settings
        const minimum = settings.value.count('minimum-term')
        const problem = terminationProblem(contract, terminatesOn, dayOf(ctx.now), minimum)
        return problem ? invalidField('terminatesOn', problem) : ok(undefined)
      },
      change: () => ({ runsUntil: terminatesOn }),
      write: () => insertNotice(tx, given),
      data: { terminatesOn },
    }),
  )
}
