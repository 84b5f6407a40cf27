import type { Day } from '@/lib/platform/days'
import { readCsv } from '@/lib/platform/imports/read-csv'
import type { Setting } from './setting'
import { definitionOf, isSettingKey, keysOf, type SettingKey } from './setting-keys'
import { parseValue, typedValue, typingHint } from './setting-rules'
import { supersedeSettingInput } from './setting-schema'

/** One setting of a file, with its line. */
export type SettingLine = {
  line: number
  key: SettingKey
  value: string
  from: Day
  source: string
  verifiedOn: Day | null
}

const asked = ['key', 'value', 'from', 'source', 'checked_on'] as const
type Column = (typeof asked)[number]
/** The last three are for who fills the file in; nothing reads them back. */
export const settingColumns = [...asked, 'setting', 'counts_since', 'how_to_type']

/**
 * Every key of the authority with what counts today, to be filled in and sent back: an empty value is left as it is. `from` is
 * empty, which means the day on which the file is sent: what is changed cannot count from the day of what stood before.
 */
export const settingRows = (now: Map<SettingKey, Setting>): string[][] =>
  keysOf('authority').map((key) => {
    const setting = now.get(key)
    const value = setting ? typedValue(key, setting.value) : ''
    const stands = [value, '', setting?.source ?? '', setting?.verifiedOn ?? '']
    return [key, ...stands, definitionOf(key).words, setting?.validFrom ?? '', typingHint(key)]
  })

const ofLine = supersedeSettingInput.pick({ from: true, source: true, verifiedOn: true })
const columnOf: Record<string, Column> = { verifiedOn: 'checked_on' }

/** What a file wants set, or every reason why it cannot be, with line and column. `from` is today where it is left empty. */
export function readSettingsFile(bytes: Uint8Array, today: Day): { lines: SettingLine[]; errors: string[] } {
  const { rows, errors: unreadable } = readCsv(bytes)
  if (unreadable.length > 0) return { lines: [], errors: unreadable.map((e) => `Line ${e.line}: ${e.reason}`) }
  const [head, ...body] = rows
  const places = new Map(asked.map((name) => [name, head?.cells.map((cell) => cell.trim()).indexOf(name) ?? -1]))
  const missing = asked.filter((name) => places.get(name) === -1)
  if (missing.length > 0) return { lines: [], errors: [`Line 1: the file has no column ${missing.join(', ')}`] }
  const errors: string[] = []
  const lines = new Map<SettingKey, SettingLine>()
  for (const { line, cells } of body) {
    const cell = (name: Column) => plain(cells[places.get(name)!] ?? '')
    const wrong = (column: Column, reason: string) => void errors.push(`Line ${line}, ${column}: ${reason}`)
    const [key, value] = [cell('key'), cell('value')]
    if (value === '') continue
    const row = ofLine.safeParse({
      from: cell('from') || today,
      source: cell('source'),
      verifiedOn: cell('checked_on'),
    })
    if (!isSettingKey(key)) wrong('key', `there is no setting “${key}”`)
    else if (lines.has(key)) wrong('key', `“${key}” stands on line ${lines.get(key)!.line} already`)
    else if (parseValue(key, value) === undefined) wrong('value', typingHint(key))
    else if (row.success) lines.set(key, { line, key, value, ...row.data })
    for (const { path, message } of row.error?.issues ?? [])
      wrong(columnOf[String(path[0])] ?? (path[0] as Column), message)
  }
  return { lines: errors.length > 0 ? [] : [...lines.values()], errors }
}

/** Without the apostrophe that keeps a spreadsheet from taking a cell for a formula. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '')
