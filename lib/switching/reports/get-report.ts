import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { getSwitch, type ReportView, type SwitchView } from '../get-switch'
import { type Change, changesOf, runBefore } from './report-changes-rules'

export type ReportPage = {
  of: Pick<SwitchView, 'id' | 'names'>
  report: ReportView
  number: number
  /** The run before it over other data, and what has changed since, by check. */
  before: { id: string; number: number; changes: Map<string, Change> } | undefined
}

/** One verified report for those who see its switch; undefined for everybody else and for what is no report of it. */
export async function getReport(
  actor: Actor,
  id: string,
  reportId: string,
  now: Date,
): Promise<ReportPage | undefined> {
  const view = await getSwitch(actor, id, now)
  const report = view?.reports.find((one) => one.id === reportId)
  if (!view || !report) return undefined
  const numberOf = (one: ReportView) => view.reports.indexOf(one) + 1
  const runs = view.reports.map((one) => ({ ...manifestsOf(one), id: one.id, takenInAt: one.takenInAt, view: one }))
  const earlier = runBefore(runs, runs.find((run) => run.id === reportId)!)?.view
  const changes = earlier && changesOf(earlier.content.checks, report.content.checks)
  return {
    of: { id: view.id, names: view.names },
    report,
    number: numberOf(report),
    before: earlier && {
      id: earlier.id,
      number: numberOf(earlier),
      changes: new Map(changes?.map(({ id, change }) => [id, change])),
    },
  }
}

const manifestsOf = ({ content }: ReportView) => ({
  sourceManifest: content.source.manifestSha256 ?? '',
  targetManifest: content.target.manifestSha256 ?? '',
})
