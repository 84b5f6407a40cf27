import type { Client } from '../../http/client'
import type { CheckContext } from '../../run/check'
import { must, notClaimed } from '../../run/finding'
import { type Fields, isFields, listOf, textOf } from './json'
import { declaresOperation, readStatement, type Statement } from './statement'

export const claimsExport = (statement: Statement): boolean => declaresOperation(statement, 'export')
export type ExportFile = { type: string; url: string; count: number | undefined }
export type Finished = { kickOff: string; statusAddress: string; manifest: Fields; files: ExportFile[] }

/** How long a sandbox may take, and how often it is asked. */
const [longestMs, mostPolls] = [120_000, 60]

/** Where the export begins: for the whole server, else for all patients. */
export function kickOffOf({ operations, types }: Statement): string {
  const forServer = operations.some((name) => name === 'export' || name === 'system-export')
  const forPatients = types.some(({ type, operations: own }) => type === 'Patient' && own.some(isExport))
  return !forServer && (forPatients || operations.includes('patient-export')) ? 'Patient/$export' : '$export'
}
const isExport = (name: string) => name.endsWith('export')
/** Every declared start of an export. */
export function kickOffsOf(statement: Statement): string[] {
  const forPatients = statement.types.some(({ type, operations }) => type === 'Patient' && operations.some(isExport))
  return [...new Set([kickOffOf(statement), ...(forPatients ? ['Patient/$export'] : [])])]
}
export const exportHeaders = { accept: 'application/fhir+json', prefer: 'respond-async' }

/**
 * Starts an export and follows it to its manifest (bulk data access: kick-off 202 with Content-Location, 202 while it runs, 200 at the end).
 * @throws Finding where the export is not declared, answers otherwise, or names an address outside the base
 */
export async function runExport(context: CheckContext): Promise<Finished> {
  const { client } = context
  const statement = await readStatement(context)
  if (!claimsExport(statement)) throw notClaimed('The capability statement declares no operation $export')
  const kickOff = kickOffOf(statement)
  const started = await client.ask({ to: kickOff, headers: exportHeaders })
  must(started.status === 202, 'WRONG_STATUS', `${kickOff}: expected 202, got ${started.status}`)
  const location = started.headers['content-location']
  must(location, 'NO_LOCATION', `${kickOff}: expected Content-Location, got none`)
  const statusAddress = client.under(location)
  must(statusAddress !== undefined, 'OUTSIDE_BASE', `${kickOff}: Content-Location leads outside the base`)
  const manifest = await finished(context, statusAddress)
  return { kickOff, statusAddress, manifest, files: filesOf(client, manifest) }
}

async function finished({ client, wait }: CheckContext, address: string): Promise<Fields> {
  for (let polls = 0, waited = 0; polls < mostPolls && waited < longestMs; polls++) {
    const answer = await client.ask({ to: address })
    must(
      answer.status === 200 || answer.status === 202,
      'WRONG_STATUS',
      `status of the export: expected 202 or 200, got ${answer.status}`,
    )
    if (answer.status === 200) {
      must(isFields(answer.json), 'WRONG_MANIFEST', 'status of the export: expected a manifest as JSON')
      return answer.json
    }
    const pause = Math.min(Math.max(Number(answer.headers['retry-after']) * 1_000 || 250 * (polls + 1), 250), 10_000)
    waited += pause
    await wait(pause)
  }
  must(false, 'EXPORT_NOT_FINISHED', 'The export had not finished after two minutes')
}

/** The files a manifest names, each under the base. */
function filesOf(client: Client, manifest: Fields): ExportFile[] {
  must(Array.isArray(manifest.output), 'WRONG_MANIFEST', 'manifest: expected a list output')
  must(listOf(manifest.output).length === manifest.output.length, 'WRONG_MANIFEST', 'manifest.output: expected objects')
  const deleted = listOf(manifest.deleted)
  const files = [...listOf(manifest.output), ...listOf(manifest.error), ...deleted].map((file) => {
    const [type, given] = [textOf(file.type), textOf(file.url)]
    must(type && given, 'WRONG_MANIFEST', 'manifest: expected type and url of each file')
    const url = client.under(given)
    must(
      url !== undefined,
      'OUTSIDE_BASE',
      'manifest: the url of a file leads outside the base; nothing was sent there',
    )
    must(
      file.count === undefined || (Number.isInteger(file.count) && (file.count as number) >= 0),
      'WRONG_MANIFEST',
      'manifest: the count of a file is no number',
    )
    return { type, url, count: file.count as number | undefined }
  })
  return files.slice(0, manifest.output.length)
}
