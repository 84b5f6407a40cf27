import 'server-only'
import { listHoldersIn } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { readPracticesTold, type ToldProject } from '@/lib/procurement/projects/read-practices-told'
import { writeLetters } from './write-letters'

/**
 * Tells the managers and partners of each practice that a commissioner's project names it: once a project, however often the
 * need is set again.
 */
export async function tellPracticesNamed(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const project = await readPracticesTold(tx, event.about.id)
    if (!project || project.outcome !== null) return
    await tell(tx, ctx, project, {
      reason: `${project.id}/named`,
      subject: `${project.buyer} buys for your practice: ${project.name}`,
      words:
        'Your practice is named in this project. You can read what is needed, what is compared and, later, what was decided. Nothing is ordered for you before you consent.',
    })
  })
}

/** Tells the same people how it ended: who was chosen, or that nobody was. */
export async function tellPracticesDecided(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const project = await readPracticesTold(tx, event.about.id)
    if (!project || project.outcome === null) return
    const words = {
      awarded: `${project.winners.join(' and ')} ${project.winners.length === 1 ? 'was' : 'were'} chosen. The order will ask for the consent of your practice.`,
      'none-suitable': 'None of the modules was suitable, so nothing was awarded.',
      cancelled: 'The project was cancelled.',
    }[project.outcome]
    await tell(tx, ctx, project, {
      reason: `${project.id}/decided`,
      subject: `${project.name} is decided`,
      words: `${project.buyer} has ended the project that names your practice. ${words}`,
    })
  })
}

async function tell(
  tx: Tx,
  ctx: Context,
  { id, practiceIds }: ToldProject,
  { reason, subject, words }: { reason: string; subject: string; words: string },
): Promise<void> {
  const people = await listHoldersIn(tx, practiceIds, ['practice-manager', 'gp-partner'], ctx.now)
  await writeLetters(tx, ctx, people, {
    kind: 'orders',
    reason,
    subject,
    body: `${words}\n\n${env().publicUrl}/projects/${id}`,
  })
}
