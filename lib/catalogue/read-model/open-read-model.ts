import 'server-only'
import { db } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import { listen } from '@/lib/platform/listen'
import { logger } from '@/lib/platform/logger'
import { dropModule, isWorn, newReadModel, putModule, putNames, type ReadModel } from './read-model'
import { listAfter, listChanged, readNames } from './read-model-store'

/** The triggers of the migration tell here which module, supplier or version changed, at commit. */
const channel = 'catalogue'
const batch = 500
const firstId = '00000000-0000-0000-0000-000000000000'
const againAfterMs = 1_000

export type Keeping = {
  current: () => ReadModel | undefined
  /** Rises with everything that is told, before the model has followed. */
  heard: () => number
  close: () => Promise<void>
}

/**
 * A catalogue in memory that follows the database. It listens first and reads then, so that no change falls between. When the
 * connection is lost nobody knows what was missed: the model is dropped at once and read anew once there is a connection.
 */
export function openReadModel(): Keeping {
  let model: ReadModel | undefined
  let [pending, work, connection, revision, heard] = [[] as string[], Promise.resolve(), 0, 0, 0]
  const listening = listen(channel, {
    connected: () => enqueue(reload),
    lost: () => {
      connection++
      forget()
    },
    told: (payload) => {
      heard++
      pending.push(payload)
      enqueue(applyPending)
    },
  })
  return { current: () => model, heard: () => heard, close: listening.close }

  /** One after the other. What fails leaves no model behind that could be wrong. */
  function enqueue(task: () => Promise<void>): void {
    work = work.then(task).catch((error: Error) => {
      logger.error({ err: error }, 'the catalogue in memory could not be brought up to date and is read anew')
      forget()
      setTimeout(() => enqueue(reload), againAfterMs).unref()
    })
  }

  function forget(): void {
    revision = model?.revision ?? revision
    model = undefined
  }

  async function reload(): Promise<void> {
    pending = []
    const since = connection
    const fresh = newReadModel((model?.revision ?? revision) + 1)
    putNames(fresh, await readNames(db))
    for (let rows = await listAfter(db, firstId, batch); rows.length > 0; ) {
      for (const { module, vector } of rows) putModule(fresh, module, vector)
      rows = await listAfter(db, rows.at(-1)!.module.id, batch)
    }
    if (since === connection) model = fresh
  }

  async function applyPending(): Promise<void> {
    const told = [...new Set(pending)]
    pending = []
    const mine = model
    if (!mine || told.length === 0) return
    if (told.includes('all') || told.length > batch || isWorn(mine)) return reload()
    const ids = groupBy(told, (payload) => payload.split(':')[0]!)
    const of = (kind: string) => (ids.get(kind) ?? []).map((payload) => payload.split(':')[1]!)
    const changed = { moduleIds: of('module'), supplierIds: of('supplier'), versionIds: of('version') }
    const rows = await listChanged(db, changed)
    const names = ids.has('names') || ids.has('supplier') ? await readNames(db) : undefined
    const there = new Set(rows.map(({ module }) => module.id))
    for (const id of changed.moduleIds) if (!there.has(id)) dropModule(mine, id)
    for (const { module, vector } of rows) putModule(mine, module, vector)
    if (names) putNames(mine, names)
  }
}
