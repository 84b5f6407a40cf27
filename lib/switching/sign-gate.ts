import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { refuse } from '@/lib/platform/refusal'
import { changeSwitch } from './change-switch'
import { insertSignOff } from './evidence-store'
import { factsHashOf, factsOfGate, gateSigners, isSignable, signedGates } from './gate-rules'
import { maySignAs } from './switch-policy'
import type { SignGateInput } from './switch-schema'

/**
 * Signs a gate in one's role, bound to the hash of the facts that were on the page (SW-03): refused while a fact is missing,
 * and stale when the facts are no longer those.
 */
export function signGate(ctx: Context, { gate, role, factsHash, ...input }: SignGateInput) {
  return changeSwitch(ctx, {
    ...input,
    step: {
      in: (of) => (isSignable(gate, of.state) && signedGates(of.machineVersion).includes(gate) ? [of.state] : []),
      command: `sign ${gate}`,
      event: 'GateSigned',
    },
    may: ({ of, facts }) => maySignAs(ctx.actor, of, facts.people, role),
    refuseWhen: ({ facts }) => {
      if (!gateSigners[gate].includes(role))
        return refuse({ kind: 'forbidden', because: 'This role does not sign this gate' })
      const unmet = factsOfGate(gate, facts).filter((p) => !p.met)
      if (unmet.length > 0) return refuse({ kind: 'conflict', because: unmet.map((p) => p.because).join('. ') })
      return factsHashOf(gate, facts) === factsHash ? undefined : refuse({ kind: 'stale' })
    },
    write: async ({ tx, of }) => {
      const by = { personId: ctx.actor.userId, factsHash, signedAt: ctx.now }
      const stored = await insertSignOff(tx, { id: newId(), switchId: of.id, gate, role, ...by })
      return stored ? undefined : refuse({ kind: 'conflict', because: 'You have signed these facts already' })
    },
    eventData: { gate, role, factsHash },
  })
}
