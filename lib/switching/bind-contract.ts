import 'server-only'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import type { Context } from '@/lib/platform/context'
import { invalidField } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeSwitchIn } from './change-switch'
import { statesOf } from './switch-acts-rules'
import { mayOrderSwitch } from './switch-policy'
import type { BindContractInput } from './switch-schema'

/**
 * Sets the contract to which a switch goes, once the call-off that it waited for is signed: from then on the gaining supplier
 * sees it and can sign.
 */
export function bindContract(ctx: Context, { gainingContractId, ...input }: BindContractInput) {
  return transaction(async (tx) => {
    const contract = await getContractFacts(tx, gainingContractId)
    return changeSwitchIn(tx, ctx, {
      ...input,
      step: { in: (of) => statesOf('bind-contract', of), command: 'bind-contract', event: 'SwitchBound' },
      may: ({ of }) => mayOrderSwitch(ctx.actor, of),
      refuseWhen: ({ of }) => {
        const fits = contract?.sites.some((site) => site.practiceId === of.practiceId)
        return fits && contract?.id !== of.leavingContractId
          ? undefined
          : invalidField('gainingContractId', 'Choose another contract of the same practice')
      },
      changes: () => ({ gainingContractId, gainingSupplierId: contract!.supplierId }),
      eventData: { gainingContractId },
    })
  })
}
