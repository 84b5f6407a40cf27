import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { NoticeObligation } from './notice-obligation'

/** The payer is the contracting authority: its notices are the business of its commissioning managers and approvers. */
export const mayKeepNotices = (actor: Actor, { payerId }: Pick<NoticeObligation, 'payerId'>): Decision =>
  grantOf(actor, 'funding-requester', payerId) || grantOf(actor, 'funding-approver', payerId)
    ? allow
    : deny('Only a commissioning manager and a funding approver of the payer keep its notices')
