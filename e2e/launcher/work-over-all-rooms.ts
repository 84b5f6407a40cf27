import { setTimeout as pause } from 'node:timers/promises'
import { declineFunding } from '@/lib/funding/decline-funding'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { contextOf } from '@/lib/testing/context'
import { buyers, callOffIn, decided, frozenProject } from '@/prisma/factories/call-off'
import { contract, parties, value } from '@/prisma/factories/contract'
import { aContract, funded, proposed, signed } from '@/prisma/factories/contract-change'
import { declaration } from '@/prisma/factories/declaration'
import { module } from '@/prisma/factories/module'
import { SwitchStory } from '@/prisma/factories/switch'
import { anOpenNonConformity } from '../assurance/situations'
import { openPath } from '../funding/situations'
import { aListing } from '../supplier/situations'

/**
 * Works without end, as many people of many rooms would: each stretch is a chain of commands which begins with new parties, two
 * stretches at a time. Says each one that is over. Whoever started it kills it.
 */
const stretches: Record<string, () => Promise<unknown>> = {
  listing: () => aListing('submitted'),
  decided: async () => {
    const of = await buyers(now())
    const chosen = await openPath()
    return decided(of, await frozenProject(of, [chosen]), chosen.moduleId)
  },
  ordered: async () => callOffIn('signing', await buyers(now()), await openPath()),
  declined: async () => {
    const of = await buyers(now())
    const { fundingRequestId } = (await findCallOff(db, await callOffIn('awaiting-funding', of, await openPath())))!
    const answer = { id: fundingRequestId!, version: 1, code: 'no-budget' as const, reason: '' }
    return value(declineFunding(contextOf(of.approver, now()), answer))
  },
  changed: async () => {
    const { of, id } = await aContract()
    const change = await proposed(of, id, { yearly: 10_500_000n, total: 21_000_000n })
    await funded(of, change)
    return signed(of, change)
  },
  switched: async () => {
    const of = await parties()
    const [leaving, gaining] = [await contract.present(of), await contract.made(of, { id: newId() })]
    const story = await SwitchStory.open(of, leaving.id, gaining.id)
    await story.people()
    return story.ordered()
  },
  notKept: async () => anOpenNonConformity((await module.unlisted()).moduleVersionId),
  declared: async () => declaration.passed((await aListing('draft')).supplierId, now()),
}

/** A stretch that is refused ends, aloud: the portal's own worker may have been faster, or the database is going down this moment. */
function said(name: string): (error: Error) => void {
  return (error) => void process.stderr.write(`${name} ended: ${error.message.slice(0, 200)}\n`)
}

const names = Object.keys(stretches)
for (let turn = Number(process.argv[2] ?? 0); ; turn += 2) {
  const two = [names[turn % names.length]!, names[(turn + 1) % names.length]!]
  await Promise.all(
    two.map(async (name) => {
      await stretches[name]!().catch(said(name))
      process.stdout.write(`${name}\n`)
    }),
  )
  await pause(1)
}
