import 'server-only'
import { isUnended } from '@/lib/contracts/contract'
import { listContractsOfModule } from '@/lib/contracts/get-contract-facts'
import { listRoleHolders } from '@/lib/identity/list-role-holders'
import type { Person } from '@/lib/identity/person'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { sendNotice } from '../notices/send-notice'
import { changeLine } from './change-letter'
import type { LabelChange } from './subscription'

/** Every practice and payer with a running contract hears of remediation and worse, whether they asked or not (NT-01). */
export async function tellHolders(tx: Tx, ctx: Context, change: LabelChange, name: string): Promise<void> {
  const people: Person[] = []
  for (const contract of (await listContractsOfModule(tx, change.moduleVersionId)).filter((c) => isUnended(c))) {
    const { practiceId, payerId } = contract
    for (const [organisationId, role] of [
      [practiceId, 'practice-manager'],
      [practiceId, 'gp-partner'],
      [payerId, 'funding-requester'],
      [payerId, 'funding-approver'],
    ] as const)
      people.push(...(await listRoleHolders(tx, organisationId, role, ctx.now)))
  }
  await sendNotice(tx, ctx, {
    key: `label/${change.id}`,
    recipients: people,
    subject: `A module you have a contract for: ${change.toWords}`,
    text: `${changeLine(change, name)}\n\nYou hear of this because your organisation has a contract for it.`,
    about: { type: 'ModuleVersion', id: change.moduleVersionId },
    mustAcknowledge: false,
  })
}
