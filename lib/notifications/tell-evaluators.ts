import 'server-only'
import { listPeopleById } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import type { Competition } from '@/lib/procurement/competitions/competition'
import { readCompetition } from '@/lib/procurement/competitions/read-competition'
import { writeLetters } from './write-letters'

/** Tells somebody that they are asked to score, and to declare their interests first. */
export const tellEvaluatorInvited = (ctx: Context, event: StoredEvent): Promise<void> =>
  transaction(async (tx) => {
    const found = await readCompetition(tx, event.about.id)
    const asked = found?.competition.evaluators.filter(({ id }) => id === event.data.evaluatorId) ?? []
    if (found)
      await tell(tx, ctx, event, found.competition, asked, {
        subject: `You are asked to score: ${found.project.name}`,
        words: 'Declare your interests first. You can score when the time for offers is over.',
      })
  })

/** Tells those who score that the time for offers is over. */
export const tellEvaluators = (ctx: Context, event: StoredEvent): Promise<void> =>
  transaction(async (tx) => {
    const found = await readCompetition(tx, event.about.id)
    if (found?.project.state === 'competing')
      await tell(tx, ctx, event, found.competition, found.competition.evaluators, {
        subject: `You can score now: ${found.project.name}`,
        words: 'The time for offers is over. Score each module by what was asked; offers stay sealed.',
      })
  })

async function tell(
  tx: Tx,
  ctx: Context,
  event: StoredEvent,
  { id }: Competition,
  evaluators: Competition['evaluators'],
  { subject, words }: { subject: string; words: string },
): Promise<void> {
  const ids = evaluators.filter((e) => e.releasedAt === null && !e.interest?.conflict).map((e) => e.personId)
  const people = [...(await listPeopleById(tx, ids)).values()]
  await writeLetters(tx, ctx, people, {
    kind: 'competitions',
    reason: String(event.id),
    subject,
    body: `${words}\n\n${env().publicUrl}/competitions/${id}`,
  })
}
