import type { useDatabase } from './database'

type AsOwner = ReturnType<typeof useDatabase>['asOwner']

/** Takes a figure out of the table of settings as nobody but a test may, so that a rule can be seen refusing without it. */
export async function unset(asOwner: AsOwner, key: string): Promise<void> {
  await asOwner('set session_replication_role = replica')
  await asOwner('delete from "Setting" where key = $1', [key])
  await asOwner('set session_replication_role = default')
}
