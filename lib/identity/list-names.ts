import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findNames } from './name-store'

/** Names of organisations and people by id, for views: (id) → name; an id that nobody bears gives "somebody who has left". */
export async function listNames(tx: Tx, ids: (string | null | undefined)[]): Promise<(id: string | null) => string> {
  const rows = await findNames(
    tx,
    ids.filter((id): id is string => typeof id === 'string'),
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => (id ? (names.get(id) ?? 'somebody who has left') : 'nobody yet')
}
