import 'server-only'
import { visitor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { type ReadyJson, readyJson } from '@/lib/platform/json-answer'
import { keptPages } from '@/lib/platform/kept-pages'
import { listModulesShown } from './list-modules-shown'
import { getPublicModule } from './list-public'
import { modulesAddress, parseAddress } from './module-filter-rules'
import { catalogueStamp } from './read-model/keep-read-model'

/** 4 million characters: a thousand modules, or two hundred pages of the list. */
const answers = keptPages<ReadyJson>(4_000_000)

/** One published module for programs, ready to be sent; undefined where there is none. */
export const readyModule = (ctx: Context, id: string): Promise<ReadyJson | undefined> =>
  kept(ctx, `module ${id}`, () => getPublicModule({ ...ctx, actor: visitor }, id))

/** The list of an address for programs, ready to be sent. What is odd about an address is said in its own answer, not kept. */
export async function readyList(ctx: Context, url: string): Promise<ReadyJson> {
  const { filter, ignored } = parseAddress(url)
  const list = async () => ({ ...(await listModulesShown({ ...ctx, actor: visitor }, filter)), ignored })
  if (ignored.length > 0) return readyJson(await list())
  return (await kept(ctx, modulesAddress(filter), list))!
}

/** What follows from the published catalogue and the day alone, made once for everybody. */
async function kept(ctx: Context, key: string, make: () => Promise<object | undefined>) {
  const stampNow = () => catalogueStamp() && `${catalogueStamp()} ${dayOf(ctx.now)}`
  const stamp = stampNow()
  const known = stamp && answers.find(key, stamp)
  if (known) return known
  const made = await make()
  const ready = made && readyJson(made)
  // A change while it was made may be in it or not.
  if (ready && stamp && stamp === stampNow()) answers.keep(key, stamp, ready)
  return ready
}
