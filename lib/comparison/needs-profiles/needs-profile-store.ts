import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { NeedsContent } from './needs-content'
import type { NeedsProfile, NeedsProfileState, NeedsProfileSummary } from './needs-profile'

const columns = {
  id: true,
  organisationId: true,
  name: true,
  state: true,
  sharedWithId: true,
  createdAt: true,
  editedAt: true,
  version: true,
} as const

/** One by its id, whoever asks: the policy decides. */
export async function findProfile(tx: Tx, id: string): Promise<NeedsProfile | undefined> {
  const row = await tx.needsProfile.findUnique({ where: { id }, select: { ...columns, content: true } })
  if (!row) return undefined
  return { ...row, state: row.state as NeedsProfileState, content: row.content as unknown as NeedsContent }
}

/** Those of these organisations, and those shared with them: live ones first, then by name. */
export async function findProfiles(tx: Tx, organisationIds: string[]): Promise<NeedsProfileSummary[]> {
  const among = { in: organisationIds }
  const rows = await tx.needsProfile.findMany({
    where: { OR: [{ organisationId: among }, { sharedWithId: among }] },
    select: columns,
    orderBy: [{ state: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map((row) => ({ ...row, state: row.state as NeedsProfileState }))
}

/** Holds the names of an organisation until the transaction ends. @returns whether another live profile bears this one. */
export async function isNameTaken(tx: Tx, organisationId: string, name: string, but?: string): Promise<boolean> {
  await tx.$queryRaw`select 1 as locked from (select pg_advisory_xact_lock(hashtext('needs profiles ' || ${organisationId}))) l`
  const found = await tx.needsProfile.findFirst({
    where: { organisationId, name, state: 'live', ...(but ? { id: { not: but } } : {}) },
    select: { id: true },
  })
  return found !== null
}

export async function addProfile(tx: Tx, profile: NeedsProfile, createdById: string): Promise<void> {
  await tx.needsProfile.create({
    data: { ...profile, content: plain(profile.content), createdById },
    select: { id: true },
  })
}

type Change = Partial<Pick<NeedsProfile, 'name' | 'state' | 'content' | 'sharedWithId' | 'editedAt'>>
/** False where somebody was faster. */
export async function moveProfile(
  tx: Tx,
  id: string,
  version: number,
  { content, ...change }: Change,
): Promise<boolean> {
  const { count } = await tx.needsProfile.updateMany({
    where: { id, version },
    data: { ...change, ...(content && { content: plain(content) }), version: { increment: 1 } },
  })
  return count === 1
}

const plain = (content: NeedsContent): object => JSON.parse(JSON.stringify(content))
