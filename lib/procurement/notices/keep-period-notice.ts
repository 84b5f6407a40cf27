import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { type NoticeObligation, noticeTitles, type PeriodNoticeKind } from './notice-obligation'
import { insertNotice } from './notice-obligation-store'

/** `lines`: what the draft says after its title, each a name and its words. */
export type PeriodNotice = {
  kind: PeriodNoticeKind
  payerId: string
  callOffId: string | null
  periodEnd: Day
  dueOn: Day
  lines: [string, string][]
  /** Indicators that the draft does not know and the law asks for. */
  missing?: number
}

/**
 * Drafts a notice of a period, once for each payer, order and period. Inside the caller's transaction; again, or by
 * somebody who was slower by a moment, it changes nothing.
 */
export async function keepPeriodNotice(
  tx: Tx,
  ctx: Context,
  { lines, missing = 0, ...of }: PeriodNotice,
): Promise<void> {
  const id = newId()
  const text = [['Notice', `${of.kind}: ${noticeTitles[of.kind]}`], ...lines]
    .map(([name, words]) => `${name}: ${words}\n`)
    .join('')
  const open = { termsHash: null, reference: null, publishedOn: null, reason: null, missing, completion: null }
  const notice: NoticeObligation = { id, ...of, ...open, text, state: 'drafted', draftedAt: ctx.now, version: 1 }
  if (!(await insertNotice(tx, notice))) return
  const { kind, callOffId, periodEnd, dueOn } = of
  await record(tx, ctx, {
    name: 'NoticeDrafted',
    about: { type: 'NoticeObligation', id },
    to: 'drafted',
    organisationId: of.payerId,
    data: { kind, callOffId, periodEnd, dueOn },
  })
}
