import { capabilityLines, wiki } from './capabilities'
import { epicTitles } from './epic-titles'
import { epicLinks, inactiveEpics } from './epics'
import { frameworkLines } from './frameworks'
import { integrationLines } from './integrations'
import { standardLinks } from './standard-links'
import { standardLines } from './standards'

export type ShippedFile = { kind: string; name: string; bytes: Buffer }

/**
 * The shipped facts as files of the formats that the importers read, in the order of import: they enter by the same door as
 * the public files, so that importing those afterwards tells rightly what is new, changed and unchanged.
 */
export function shippedFiles(): ShippedFile[] {
  const capabilities = capabilityLines.map(split).map((cells) => cells.with(-1, `${wiki}${cells.at(-1)}`))
  const standards = standardLines.map(split).map((cells) => cells.with(-1, `${wiki}${cells.at(-1)}`))
  const links = Object.entries(standardLinks).flatMap(([id, numbers]) => numbers.split(' ').map((n) => [id, n]))
  return [
    file('capabilities', ['ref', 'name', 'category', 'status', 'version', 'source_url'], capabilities),
    file('epics', ['id', 'capability_id', 'name', 'compliancy', 'active', 'supplier_defined'], epicRows()),
    file('standards', ['id', 'name', 'type', 'version', 'deleted', 'url'], standards),
    file('standard-links', ['standard_id', 'capability_id'], links),
    file('integrations', ['type_seq', 'integration', 'type'], integrationLines.map(split)),
    file('frameworks', frameworkColumns, frameworkLines.map(split)),
  ]
}

const frameworkColumns = ['id', 'name', 'short_name', 'owner', 'funding_type_ids', 'is_expired', 'maximum_term_months']

function epicRows(): string[][] {
  const inactive = new Set(inactiveEpics.split(' '))
  return Object.entries(epicLinks).flatMap(([number, { must, may }]) =>
    [...ids(must).map((id) => [id, 'MUST']), ...ids(may).map((id) => [id, 'MAY'])].map(([id, level]) => {
      return [id!, number, epicTitles[id!] ?? id!, level!, String(!inactive.has(id!)), String(id!.startsWith('S'))]
    }),
  )
}

const ids = (text: string): string[] => text.split(' ').filter((id) => id !== '')
const split = (line: string): string[] => line.split('|')

function file(kind: string, columns: string[], rows: string[][]): ShippedFile {
  const lines = [columns, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  return { kind, name: `shipped ${kind}`, bytes: Buffer.from(`${lines.join('\n')}\n`) }
}
