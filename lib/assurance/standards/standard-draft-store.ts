import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { OldRequirement } from '../refresh/difference-rules'
import type { DraftRequirement, StandardDraft } from './standard-draft'

type Row = Awaited<ReturnType<Tx['standardDraft']['findFirstOrThrow']>>
const draftOf = ({ draftedAt: _, ...row }: Row) => row as unknown as StandardDraft

export async function findStandardDraft(tx: Tx, id: string): Promise<StandardDraft | undefined> {
  const row = await tx.standardDraft.findUnique({ where: { id } })
  return row ? draftOf(row) : undefined
}

/** Drafts that are not published yet, the last changed first. */
export async function findOpenStandardDrafts(tx: Tx): Promise<StandardDraft[]> {
  const rows = await tx.standardDraft.findMany({ where: { state: 'draft' }, orderBy: { changedAt: 'desc' }, take: 200 })
  return rows.map(draftOf)
}

export async function addStandardDraft(tx: Tx, draft: Omit<StandardDraft, 'changedAt' | 'version'>, at: Date) {
  const { content, difference, ...rest } = draft
  await tx.standardDraft.create({
    data: { ...rest, content, difference, draftedAt: at, changedAt: at },
    select: { id: true },
  })
}

/** The draft as it is now, or undefined where somebody saved since `version`. */
export async function saveStandardDraft(
  tx: Tx,
  draft: StandardDraft,
  version: number,
  change: Partial<Pick<StandardDraft, 'content' | 'difference' | 'contentSha256' | 'state' | 'changedAt'>>,
): Promise<StandardDraft | undefined> {
  const { count } = await tx.standardDraft.updateMany({
    where: { id: draft.id, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 0 ? undefined : { ...draft, ...change, version: version + 1 }
}

/** Requirements of published versions, with their texts, as a difference compares them. */
export async function findRequirementsOf(tx: Tx, standardVersionIds: string[]): Promise<OldRequirement[]> {
  const rows = await tx.requirement.findMany({
    where: { standardVersionId: { in: standardVersionIds } },
    orderBy: [{ standardVersionId: 'asc' }, { id: 'asc' }],
    take: 5_000,
  })
  return rows.map(
    (r): OldRequirement => ({
      id: r.id,
      standardVersionId: r.standardVersionId,
      title: r.title,
      text: r.text ?? '',
      anchor: r.anchor ?? '',
      roles: r.roles,
      level: r.level as DraftRequirement['level'],
      method: r.method as DraftRequirement['method'],
      hazard: r.hazard as DraftRequirement['hazard'],
      evidenceValidDays: r.evidenceValidDays,
      notTestedReason: r.notTestedReason ?? '',
      checks: r.checks,
    }),
  )
}

/** Whether these standards are known. */
export async function areStandards(tx: Tx, ids: string[]): Promise<boolean> {
  return (await tx.standard.count({ where: { id: { in: ids } } })) === new Set(ids).size
}
