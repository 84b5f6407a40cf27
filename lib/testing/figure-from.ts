import type { useDatabase } from './database'

type Owner = Pick<ReturnType<typeof useDatabase>, 'asOwner'>

/** A sum of the table of settings that is another from 1 February 2026 on: superseded, never edited. `pence` in digits. */
export async function figureFromFebruary({ asOwner }: Owner, key: string, pence: string): Promise<void> {
  await asOwner(`update "Setting" set "validTo" = '2026-01-31' where key = $1`, [key])
  await asOwner(
    `insert into "Setting" (id, key, value, source, "validFrom") values (gen_random_uuid(), $1, to_jsonb($2::text), 'A test', '2026-02-01')`,
    [key, pence],
  )
}
