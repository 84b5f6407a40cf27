import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { addWorkingDays } from '@/lib/platform/working-days'
import { readSettings } from '@/lib/settings/read-settings'
import { draftAwardNotice } from '../notices/draft-notice'
import { askGate } from './ask-gate'
import { askPractices } from './ask-practices'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import type { IssueInput } from './call-off-schema'
import { climb } from './move-call-off'

/**
 * Sends a funded order to both sides for signature: from here the supplier sees it. It lapses when it is not signed in the
 * payer's set time; with a standstill that time begins when the standstill is over. Above the threshold its award notice is drafted.
 */
export function issueCallOff(ctx: Context, { standstill, ...input }: IssueInput): Promise<Result<CallOff>> {
  return transaction((tx) => {
    let due = dayOf(ctx.now)
    return climb(tx, ctx, {
      ...input,
      command: standstill ? 'begin-standstill' : 'issue',
      may: (callOff) => mayPrepareCallOff(ctx.actor, callOff),
      prepare: async (callOff) => {
        const gate = await askGate(tx, ctx, callOff, 'issue')
        if (!gate.ok) return gate
        const practices = await askPractices(tx, ctx, callOff)
        if (!practices.ok) return practices
        const days = standstill ? await standstillOf(tx, ctx, callOff) : await lastDayToSign(tx, ctx, callOff)
        if (!days.ok) return days
        due = 'signBy' in days.value ? days.value.signBy : days.value.standstillUntil
        return ok({ ...gate.value, ...days.value })
      },
      follow: (callOff) => draftAwardNotice(tx, ctx, callOff, due),
      data: (callOff) => ({ termsHash: callOff.termsHash }),
    })
  })
}

async function standstillOf(tx: Tx, ctx: Context, { payerId }: CallOff) {
  const settings = await readSettings(tx, ctx, payerId, ['standstill-days', 'bank-holidays'])
  if (!settings.ok) return settings
  const { count, list } = settings.value
  return ok({ standstillUntil: addWorkingDays(dayOf(ctx.now), count('standstill-days'), list('bank-holidays')) })
}

/** The last day on which an order that is sent out today can be signed. */
export async function lastDayToSign(tx: Tx, ctx: Context, { payerId }: Pick<CallOff, 'payerId'>) {
  const settings = await readSettings(tx, ctx, payerId, ['signing-life'])
  return settings.ok ? ok({ signBy: addDays(dayOf(ctx.now), settings.value.count('signing-life')) }) : settings
}
