import 'server-only'
import type { Day } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import type { Framework, FrameworkView } from './framework'
import { isLiveOn } from './framework-rules'
import { findFrameworks, holdFramework } from './framework-store'
import { listRoutes } from './list-routes'

/** Frameworks under which an order may be placed on that day, with their routes: public. */
export async function listLiveFrameworks(day: Day, tx: Tx = db): Promise<FrameworkView[]> {
  return (await viewed(tx, await findFrameworks(tx), day)).filter((framework) => framework.isLive)
}

/** One framework on a day, live or not. */
export async function getFramework(tx: Tx, id: string, day: Day): Promise<FrameworkView | undefined> {
  return (await viewed(tx, await findFrameworks(tx, [id]), day))[0]
}

/** The same, held until the transaction ends. */
export async function getHeldFramework(tx: Tx, id: string, day: Day): Promise<FrameworkView | undefined> {
  await holdFramework(tx, id)
  return getFramework(tx, id, day)
}

async function viewed(tx: Tx, frameworks: Framework[], day: Day): Promise<FrameworkView[]> {
  const ids = frameworks.map(({ id }) => id)
  const routes = await listRoutes(tx, ids, day)
  return frameworks.map((f) => ({ ...f, isLive: isLiveOn(f, day), routes: routes.get(f.id) ?? [] }))
}
