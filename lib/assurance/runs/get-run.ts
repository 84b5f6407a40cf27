import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import { isAuthority } from '../assessments/assessment-policy'
import { getLogIndexes } from '../evidence-log/read-log'
import { isRunning, isUnderWay, type Run, type RunKind } from './run'
import { mayDryRun, maySeeRun, mayStopRun } from './run-policy'
import { findRun, findRuns } from './run-store'

export type RunView = Run & {
  moduleName: string
  register: string | null
  /** Its place in the evidence log. */
  logIndex: number | null
  mayStop: Decision
  /** Another dry run of the same endpoint. */
  mayRepeat: boolean
}

/** One run, for who may see it; undefined to all others. */
export async function getRun(ctx: Context, id: string): Promise<RunView | undefined> {
  const run = isId(id) ? await findRun(db, id) : undefined
  return run && maySeeRun(ctx.actor, run) ? (await viewsOf(ctx, [run]))[0] : undefined
}

/** The runs of an endpoint that this actor may see, the newest first. */
export const listRunsOf = async (ctx: Context, endpointId: string): Promise<RunView[]> =>
  viewsOf(
    ctx,
    (await findRuns(db, { endpointId })).filter((run) => maySeeRun(ctx.actor, run)),
  )

const countingKinds: RunKind[] = ['OFFICIAL', 'MONITOR', 'REFRESH', 'CHALLENGE']
/** Every run that counts, for the authority; undefined to others. */
export const listRuns = async (ctx: Context): Promise<RunView[] | undefined> =>
  isAuthority(ctx.actor) ? viewsOf(ctx, await findRuns(db, { kinds: countingKinds })) : undefined

/** A supplier's runs of every kind that it may see. */
export async function listOwnRuns(ctx: Context): Promise<RunView[]> {
  const supplierIds = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  return viewsOf(
    ctx,
    (await findRuns(db, { supplierIds })).filter((run) => maySeeRun(ctx.actor, run)),
  )
}

async function viewsOf(ctx: Context, runs: Run[]): Promise<RunView[]> {
  const versions = await listVersionsById(
    db,
    runs.map((run) => run.moduleVersionId),
  )
  const places = await getLogIndexes(
    db,
    runs.map((run) => run.id),
    dayOf(ctx.now),
  )
  return runs.map((run) => {
    const version = versions.find((v) => v.id === run.moduleVersionId)
    return {
      ...run,
      moduleName: version ? `${version.name ?? 'A module'} ${version.version}` : 'A module no longer listed',
      register: version?.name ? `/register/${version.moduleId}/${version.version}` : null,
      logIndex: places.get(run.id) ?? null,
      mayStop: isRunning(run) ? mayStopRun(ctx.actor, run) : { allowed: false, because: 'It is over' },
      mayRepeat: run.kind === 'DRYRUN' && !isUnderWay(run) && mayDryRun(ctx.actor, run).allowed,
    }
  })
}
