import 'server-only'
import { readSubjects } from '@/lib/assurance/read-subjects'
import { listListedStandings } from '@/lib/catalogue/list-standings'
import { listPeopleById } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from '../write-letters'
import { changeLine, endingLine } from './change-letter'
import type { LabelChange } from './subscription'
import { isForHolders } from './subscription-rules'
import { addChange, addToldLabels, findAtOnce, findToldLabels } from './subscription-store'
import { tellHolders } from './tell-holders'

/**
 * By time: each label that is another than the one told last is a change, told at once to those who asked for that, and
 * remediation and worse to every contract holder (NT-01). It does not matter whether an act or a day changed it.
 */
export async function noteLabelChanges(ctx: Context): Promise<void> {
  const [standings, told] = [await listListedStandings(db), await findToldLabels(db)]
  const isNew = ({ moduleVersionId }: { moduleVersionId: string }) => !told.has(moduleVersionId)
  await addToldLabels(
    db,
    standings.filter(isNew).map(({ moduleVersionId, kind, words }) => ({ moduleVersionId, kind, words })),
  )
  for (const standing of standings) {
    const before = told.get(standing.moduleVersionId)
    if (!before || before.words === standing.words) continue
    await transaction(async (tx) => {
      const of = await readSubjects(tx, ctx, standing.moduleVersionId)
      if (!of) return
      const { name, ...ids } = of
      const change: LabelChange = {
        id: newId(),
        ...ids,
        fromKind: before.kind,
        fromWords: before.words,
        toKind: standing.kind,
        toWords: standing.words,
        at: ctx.now,
      }
      if (!(await addChange(tx, change))) return
      await tellAtOnce(tx, ctx, change, name)
      if (isForHolders(change.toKind) && change.toKind !== change.fromKind) await tellHolders(tx, ctx, change, name)
    })
  }
}

async function tellAtOnce(tx: Tx, ctx: Context, change: LabelChange, name: string): Promise<void> {
  const asked = await findAtOnce(tx, change)
  const people = await listPeopleById(
    tx,
    asked.map((s) => s.personId),
  )
  await writeLetters(tx, ctx, [...people.values()], {
    kind: 'labels',
    reason: `change/${change.id}`,
    subject: `${name}: ${change.toWords}`,
    body: `${changeLine(change, name)}\n\n${endingLine()}`,
  })
}
