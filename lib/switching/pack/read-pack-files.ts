import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { pick } from '@/lib/platform/pick'
import type { ZipFile } from '@/lib/platform/zip-archive'
import { reportText } from '@/lib/reconciliation/signature'
import { findReports } from '../evidence-store'
import type { Switch } from '../switch'
import { headsOf, jsonFile, packReadme } from './pack-rules'
import { findChained, findEvidence } from './pack-store'

/** The files of EV-01 as the facts stand in this transaction; a kind of fact that does not exist is an empty list. */
export async function readPackFiles(tx: Tx, of: Switch): Promise<ZipFile[]> {
  const evidence = await findEvidence(tx, of.id)
  const events = await findChained(tx, of.id)
  const reports = await findReports(tx, of.id)
  const { version: _, ...standing } = of
  const taken = ['id', 'runId', 'sha256', 'kind', 'phase', 'signingKeyId', 'takenInById', 'takenInAt'] as const
  return [
    { path: 'README.txt', text: packReadme },
    jsonFile('switch.json', standing),
    jsonFile('events.json', events),
    jsonFile('chain-heads.json', headsOf(events)),
    jsonFile(
      'reports.json',
      reports.map((report) => pick(report, taken)),
    ),
    ...reports.map(({ runId, content }) => ({ path: `reports/${runId}.json`, text: reportText(content) })),
    ...Object.entries(evidence).map(([name, rows]) => jsonFile(`${name}.json`, rows)),
  ]
}
