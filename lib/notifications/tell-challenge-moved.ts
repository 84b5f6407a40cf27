import 'server-only'
import { readChallenge } from '@/lib/assurance/challenges/read-challenge'
import { listEverybodyWith, listPeopleById } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

const words: Record<string, { outsider?: string; supplier?: string; assessors?: string }> = {
  ChallengeRaised: { assessors: 'Somebody challenges a check that a module has passed' },
  ChallengeAccepted: {
    outsider: 'Your challenge is accepted',
    supplier: 'A check of your module is challenged and must pass again',
  },
  ChallengeDeclined: { outsider: 'Your challenge is declined' },
  ChallengeRePassed: {
    outsider: 'The check that you challenged passed again',
    supplier: 'The challenged check passed again',
  },
  ChallengeFailed: {
    outsider: 'The check that you challenged did not pass again in time',
    supplier: 'The challenged check did not pass again in time: a non-conformity is open',
  },
}

/** Tells assessors of a challenge, its author and the supplier what became of it (CL-11). The supplier does not read its grounds. */
export async function tellChallengeMoved(ctx: Context, event: StoredEvent): Promise<void> {
  const { outsider, supplier, assessors } = words[event.name] ?? {}
  await transaction(async (tx) => {
    const challenge = await readChallenge(tx, event.about.id)
    if (!challenge) return
    const { name, check, answer } = challenge
    const tell = (people: Parameters<typeof writeLetters>[2], subject: string, said: string, page: string) =>
      writeLetters(tx, ctx, people, {
        kind: 'non-conformities',
        reason: String(event.id),
        subject,
        body: `${name}: ${check}.${said}\n\n${env().publicUrl}${page}`,
      })
    const answered = answer ? `\n\nThe assessor says: ${answer}` : ''
    if (assessors) await tell(await listEverybodyWith(tx, 'assessor', ctx.now), assessors, '', '/assurance/challenges')
    if (supplier)
      await tell(
        await listSupplierWriters(tx, ctx, challenge.supplierId),
        supplier,
        answered,
        '/supplier/non-conformities',
      )
    if (outsider)
      await tell([...(await listPeopleById(tx, [challenge.raisedById])).values()], outsider, answered, '/watch')
  })
}
