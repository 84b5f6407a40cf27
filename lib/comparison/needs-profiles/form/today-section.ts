import { blockFields, blockValues, type Cells } from '@/lib/catalogue/drafts/cells'
import { one, type Raw } from '@/lib/catalogue/drafts/draft-section'
import { isDay } from '@/lib/platform/days'
import { parsePounds, poundsWords } from '@/lib/platform/money'
import type { PenceText } from '../../optimiser/choice'
import { most, type ProfileToday } from '../needs-content'
import type { NeedsProfile } from '../needs-profile'
import { changeOr, type NeedsFacts, type NeedsSection } from './needs-section'

const keepWords = { free: 'Whatever is best', must: 'Keep it', 'must-not': 'Leave it' } as const

/** What is run today: as it was saved, or, until then, what the contracts in the portal say. */
export function rowsOfToday({ content }: NeedsProfile, { contracts }: NeedsFacts): ProfileToday[] {
  if (content.today) return content.today
  return contracts
    .filter(({ practiceId }) => content.practiceIds.includes(practiceId))
    .slice(0, most.today)
    .map(({ practiceId, moduleId, moduleName, reference, endsOn, noticeDays, yearlyPence }) => ({
      practiceId,
      moduleId,
      moduleName,
      contractReference: reference,
      contractEnd: endsOn,
      noticeDays,
      yearlyPence,
      renewalYearlyPence: null,
      exitPence: '0',
      keep: 'free' as const,
    }))
}

function cellsOf(profile: NeedsProfile, facts: NeedsFacts): Cells {
  const gone = (profile.content.today ?? []).filter((row) => !facts.modules.some(({ id }) => id === row.moduleId))
  const modules = [
    { value: '', text: 'No module' },
    ...facts.modules.map(({ id, name, supplierName }) => ({ value: id, text: `${name}, ${supplierName}` })),
    ...gone.map(({ moduleId, moduleName }) => ({ value: moduleId, text: `${moduleName}, no longer listed` })),
  ]
  const practices = profile.content.practiceIds.map((id) => ({ value: id, text: facts.practices[id]?.name ?? id }))
  return {
    module: { label: 'Module', kind: 'select', options: modules },
    ...(practices.length > 1 ? { practice: { label: 'Practice', kind: 'select', options: practices } } : {}),
    contract: { label: 'Contract reference', kind: 'text', max: 100, hint: 'Empty where you do not know it' },
    end: { label: 'Last day of the contract', kind: 'day', hint: 'Empty where nothing ends it' },
    notice: { label: 'Days of notice', kind: 'text', max: 3 },
    yearly: { label: 'Price a year now', kind: 'text', max: 20, hint: 'In pounds; empty: the list price stands in' },
    renewal: {
      label: 'Price a year after the contract’s end',
      kind: 'text',
      max: 20,
      hint: 'In pounds; empty where none is known',
    },
    exit: { label: 'Charge for leaving', kind: 'text', max: 20, hint: 'In pounds; what the contract says' },
    keep: {
      label: 'May a plan leave it?',
      kind: 'choice',
      options: Object.entries(keepWords).map(([value, text]) => ({ value, text })),
    },
  }
}

const blocksFor = (rows: number) => Array.from({ length: Math.min(rows + 1, most.today) }, (_, i) => `t${i}`)
const pounds = (pence: PenceText | null) => (pence === null ? '' : poundsWords(BigInt(pence)))

export const today: NeedsSection = {
  slug: 'today',
  title: 'What you run today',
  lead: 'What leaving it would cost, and from when you may, decides many plans. Contracts in this portal are filled in already: check them and save. Save with no module where you run none.',
  fields: (profile, facts) =>
    blocksFor(rowsOfToday(profile, facts).length).flatMap((prefix, i) =>
      blockFields(prefix, `Module ${i + 1}`, cellsOf(profile, facts)),
    ),
  values: (profile, facts) => {
    const rows = rowsOfToday(profile, facts)
    const cells = cellsOf(profile, facts)
    const shown = rows.map((row) => ({
      module: row.moduleId,
      practice: row.practiceId,
      contract: row.contractReference,
      end: row.contractEnd,
      notice: String(row.noticeDays),
      yearly: pounds(row.yearlyPence),
      renewal: pounds(row.renewalYearlyPence),
      exit: pounds(row.exitPence),
      keep: row.keep,
    }))
    return Object.assign(
      {},
      ...blocksFor(rows.length).map((prefix, i) => blockValues(prefix, cells, shown[i] ?? { keep: 'free' })),
    )
  },
  read: (raw, profile, facts) => {
    const faults: Record<string, string[]> = {}
    const rows = blocksFor(most.today).flatMap((prefix) => readRow(raw, prefix, profile, facts, faults))
    const keys = rows.map(({ practiceId, moduleId }) => `${practiceId}/${moduleId}`)
    const twice = keys.findIndex((key, i) => keys.indexOf(key) < i)
    if (twice >= 0) faults[`t${twice}-module`] = ['This module is there already for the practice']
    return changeOr(faults, { content: { today: rows } })
  },
  step: ({ content }) => (content.today === undefined ? 'not-started' : 'completed'),
}

function readRow(
  raw: Raw,
  prefix: string,
  { content }: NeedsProfile,
  { modules }: NeedsFacts,
  faults: Record<string, string[]>,
): ProfileToday[] {
  const text = (name: string) => one(raw, `${prefix}-${name}`).trim()
  const moduleId = text('module')
  if (moduleId === '') return []
  const known = modules.find(({ id }) => id === moduleId)?.name
  const before = content.today?.find((row) => row.moduleId === moduleId)?.moduleName
  if (known === undefined && before === undefined) faults[`${prefix}-module`] = ['Choose a module of the list']
  const money = (name: string): PenceText | null => {
    if (text(name) === '') return null
    const pence = parsePounds(text(name))
    if (pence === undefined) faults[`${prefix}-${name}`] = ['Enter pounds and pence, like 12,348.00']
    return String(pence ?? 0n)
  }
  const end = text('end')
  if (end !== '' && !isDay(end)) faults[`${prefix}-end`] = ['Enter a real date, like 2027-04-01']
  const notice = text('notice')
  if (notice !== '' && !/^\d{1,3}$/.test(notice)) faults[`${prefix}-notice`] = ['Enter whole days, 0 to 999']
  const practiceId = text('practice') || (content.practiceIds[0] ?? '')
  if (!content.practiceIds.includes(practiceId)) faults[`${prefix}-practice`] = ['Choose a practice of the profile']
  const keep = text('keep') || 'free'
  if (!Object.hasOwn(keepWords, keep)) faults[`${prefix}-keep`] = ['Choose whether a plan may leave it']
  return [
    {
      practiceId,
      moduleId,
      moduleName: known ?? before ?? '',
      contractReference: text('contract').slice(0, 100) || null,
      contractEnd: end === '' ? null : end,
      noticeDays: Number(notice || 0),
      yearlyPence: money('yearly'),
      renewalYearlyPence: money('renewal'),
      exitPence: money('exit') ?? '0',
      keep: keep as ProfileToday['keep'],
    },
  ]
}
