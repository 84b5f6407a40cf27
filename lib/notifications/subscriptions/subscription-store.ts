import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { LabelChange, Rhythm, Subscription, SubscriptionKind } from './subscription'

const typed = <Row extends { kind: string; rhythm: string }>(row: Row) => ({
  ...row,
  kind: row.kind as SubscriptionKind,
  rhythm: row.rhythm as Rhythm,
})

/** What one person has subscribed to, the newest first. */
export async function findSubscriptions(tx: Tx, personId: string): Promise<Subscription[]> {
  const rows = await tx.subscription.findMany({
    where: { personId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(typed)
}

/** How many a person has, counted under a lock until the transaction ends. */
export async function countSubscriptions(tx: Tx, personId: string): Promise<number> {
  await tx.$queryRaw`select 1 as locked from (select pg_advisory_xact_lock(hashtext('subscriptions ' || ${personId}))) l`
  return tx.subscription.count({ where: { personId } })
}

/** Adds it, or gives the one that is there its new rhythm. */
export async function keepSubscription(tx: Tx, subscription: Subscription): Promise<void> {
  const { personId, kind, subjectId, rhythm } = subscription
  await tx.subscription.upsert({
    where: { personId_kind_subjectId: { personId, kind, subjectId } },
    create: subscription,
    update: { rhythm },
    select: { id: true },
  })
}

/** False where this person has none of that id. */
export async function removeSubscription(tx: Tx, id: string, personId: string): Promise<boolean> {
  return (await tx.subscription.deleteMany({ where: { id, personId } })).count === 1
}

/** Who asked to hear at once of what changed. */
export async function findAtOnce(tx: Tx, change: LabelChange): Promise<Subscription[]> {
  const rows = await tx.subscription.findMany({
    where: {
      rhythm: 'at-once',
      OR: [
        { kind: 'module', subjectId: change.moduleId },
        { kind: 'supplier', subjectId: change.supplierId },
        { kind: 'standard', subjectId: { in: change.standardIds } },
        { kind: 'capability', subjectId: { in: change.capabilityIds } },
      ],
    },
  })
  return rows.map(typed)
}

/** Digests that were told last before that instant, by person. */
export async function findDigests(tx: Tx, before: Date): Promise<Subscription[]> {
  const rows = await tx.subscription.findMany({
    where: { rhythm: { not: 'at-once' }, toldUntil: { lt: before } },
    orderBy: [{ personId: 'asc' }, { id: 'asc' }],
    take: 5_000,
  })
  return rows.map(typed)
}

/** Moves the mark of what has been told. */
export async function markTold(tx: Tx, ids: string[], until: Date): Promise<void> {
  await tx.subscription.updateMany({ where: { id: { in: ids } }, data: { toldUntil: until } })
}

/** Changes after an instant, the oldest first. */
export const findChanges = (tx: Tx, after: Date, until: Date): Promise<LabelChange[]> =>
  tx.labelChange.findMany({
    where: { at: { gt: after, lte: until } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 5_000,
  })

/** The labels that were told last, by module version. */
export async function findToldLabels(tx: Tx): Promise<Map<string, { kind: string; words: string }>> {
  const rows = await tx.toldLabel.findMany()
  return new Map(rows.map(({ moduleVersionId, ...label }) => [moduleVersionId, label]))
}

type Told = { moduleVersionId: string; kind: string; words: string }
/** First sight of labels: nothing has changed yet. */
export async function addToldLabels(tx: Tx, labels: Told[]): Promise<void> {
  await tx.toldLabel.createMany({ data: labels, skipDuplicates: true })
}

/** Writes the change and moves the mark; false where somebody was faster. */
export async function addChange(tx: Tx, change: LabelChange): Promise<boolean> {
  const { moduleVersionId, fromWords, toKind, toWords } = change
  const { count } = await tx.toldLabel.updateMany({
    where: { moduleVersionId, words: fromWords },
    data: { kind: toKind, words: toWords },
  })
  if (count === 0) return false
  await tx.labelChange.create({ data: change, select: { id: true } })
  return true
}
