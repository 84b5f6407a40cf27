import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import { listPeopleById } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from '../write-letters'
import { changeLine, endingLine } from './change-letter'
import type { LabelChange, Subscription } from './subscription'
import { isAbout, isDigestDue } from './subscription-rules'
import { findChanges, findDigests, markTold } from './subscription-store'

/** A change is told once however many of a person's subscriptions it belongs to. */
type Digest = { subscriptions: Subscription[]; changes: LabelChange[] }

/** By time: what changed since the last digest, in one letter a person and rhythm; nobody hears that nothing changed (NT-01). */
export async function sendDigests(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now)
  const due = (await findDigests(db, ctx.now)).filter((s) => isDigestDue(s.rhythm, dayOf(s.toldUntil), today))
  if (due.length === 0) return
  const earliest = due.reduce((first, s) => (s.toldUntil < first ? s.toldUntil : first), ctx.now)
  const changes = await findChanges(db, earliest, ctx.now)
  const versions = await listVersionsById(db, [...new Set(changes.map((c) => c.moduleVersionId))])
  const names = new Map(versions.map((v) => [v.id, `${v.name ?? 'A module'} ${v.version}`]))
  const people = await listPeopleById(
    db,
    due.map((s) => s.personId),
  )
  for (const [key, subscriptions] of groupBy(due, (s) => `${s.personId}/${s.rhythm}`)) {
    const person = people.get(subscriptions[0]!.personId)
    const digest = digestOf(subscriptions, changes)
    await transaction(async (tx) => {
      await markTold(
        tx,
        subscriptions.map((s) => s.id),
        ctx.now,
      )
      if (!person || digest.changes.length === 0) return
      await writeLetters(tx, ctx, [person], {
        kind: 'labels',
        reason: `digest/${key.split('/')[1]}/${today}`,
        subject: digest.changes.length === 1 ? 'One label has changed' : `${digest.changes.length} labels have changed`,
        body: [
          ...digest.changes.map((c) => changeLine(c, names.get(c.moduleVersionId) ?? 'A module')),
          endingLine(),
        ].join('\n\n'),
      })
    })
  }
}

const digestOf = (subscriptions: Subscription[], changes: LabelChange[]): Digest => ({
  subscriptions,
  changes: changes.filter((change) => subscriptions.some((s) => change.at > s.toldUntil && isAbout(s, change))),
})
