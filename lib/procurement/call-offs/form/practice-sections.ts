import { linesOf, one, type Raw } from '@/lib/catalogue/drafts/draft-section'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { type PracticeLine, practiceLines } from '../../practice-lines-rules'
import type { CallOff } from '../call-off'
import { isJointKind, jointProblem, kindOf } from '../order-kind-rules'
import { consentOf, countedSites } from '../order-rules'
import type { OrderSite } from '../order-site'
import { faultsOf, type OrderChange, type OrderFacts, type OrderSection } from './order-section'

/** No order names more; a file larger than this is not read. */
const mostPractices = 500
const mostBytes = 1_048_576

/** Every code that a form of this section names, to be looked up. */
export const codesIn = (raw: Raw): string[] => [
  ...new Set([one(raw, 'practices'), one(raw, 'csv')].flatMap((text) => practiceLines(text).map(({ code }) => code))),
]

const needsSeveral = (order: Pick<CallOff, 'form'>) => isJointKind(kindOf(order))

/** T5. */
export const practices: OrderSection = {
  slug: 'practices',
  code: 'T5',
  title: 'Practices',
  lead: 'Every practice for which you order. Each of them is asked for its consent; your own is always in the order. A merger or a split names two practices or more, and says which of them goes on or is split.',
  fields: (order) => [
    {
      name: 'practices',
      label: 'Practices',
      kind: 'area',
      max: 5_000,
      hint: 'One a line: the ODS code, then a comma and the name if you want it checked',
    },
    ...(needsSeveral(order)
      ? [
          {
            name: 'continues',
            label:
              kindOf(order) === 'split'
                ? 'ODS code of the practice that is split'
                : 'ODS code of the practice that goes on',
            kind: 'text' as const,
            max: 20,
            hint: 'One of the practices above',
          },
        ]
      : []),
  ],
  values: (order, facts) => {
    const codeOf = (id: string) => facts.practices[id]?.code ?? id
    const going = order.sites.find((site) => site.continues)
    return {
      practices: order.sites
        .map(({ practiceId }) => `${codeOf(practiceId)}, ${facts.practices[practiceId]?.name ?? ''}`)
        .join('\n'),
      continues: going ? codeOf(going.practiceId) : '',
    }
  },
  read: (raw, order, facts) => readPractices(raw, order, facts),
  step: (order) => (jointProblem(order, order.sites) === undefined ? 'completed' : 'in-progress'),
}

function readPractices(raw: Raw, order: CallOff, facts: OrderFacts): Result<OrderChange> {
  if (one(raw, 'csv').length > mostBytes) return invalidField('file', 'The file must be 1 MB or smaller')
  const typed = practiceLines(one(raw, 'practices'))
  const filed = practiceLines(one(raw, 'csv'))
  const faults = {
    ...faultAt(
      'practices',
      typed.flatMap((t) => wrongWith(t, order, facts)),
    ),
    ...faultAt(
      'file',
      filed.flatMap((t) => wrongWith(t, order, facts)),
    ),
  }
  const found = [...typed, ...filed].flatMap(({ code }) => facts.found[code] ?? [])
  // The practice that writes the order is always in it; a commissioner that writes one is no practice.
  const own = order.sites.some(({ practiceId }) => practiceId === order.practiceId) ? [order.practiceId] : []
  const ids = [...new Set([...own, ...found.map(({ id }) => id)])]
  if (ids.length === 0) return invalidField('practices', 'Name at least one practice')
  if (ids.length > mostPractices) return invalidField('practices', `An order names ${mostPractices} practices at most`)
  const marked = one(raw, 'continues')
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  const sites = ids.map((id): OrderSite => {
    const practice = found.find((p) => p.id === id) ?? facts.practices[id]
    const held = order.sites.find((site) => site.practiceId === id)
    const continues = needsSeveral(order) && practice !== undefined && marked.includes(practice.code)
    if (held) return { ...held, continues }
    const [listSize, listSizeAsOf] = [practice!.listSize ?? 0, practice!.asOf]
    return { practiceId: id, listSize, listSizeAsOf, continues, deliverOn: order.startsOn, ...asked }
  })
  return faultsOf({ ...markFaults(order, sites, marked), ...faults }) ?? ok({ sites })
}

/** What is wrong with the mark of a merger or a split, at the field where it is to be mended. */
function markFaults(order: CallOff, sites: OrderSite[], marked: string[]): Record<string, string[]> {
  if (!needsSeveral(order)) return {}
  const problem = jointProblem(order, sites)
  if (sites.length < 2) return { practices: [problem!] }
  if (sites.filter((site) => site.continues).length < marked.length)
    return { continues: [`Name one of the practices above: ${marked.join(', ').slice(0, 60)} is none of them`] }
  return problem ? { continues: [problem] } : {}
}

const asked = { state: 'asked' as const, answeredById: null, answeredAt: null, consentHash: null }
const faultAt = (field: string, words: string[]) => (words.length > 0 ? { [field]: words.slice(0, 20) } : {})

/** Bad codes and names, by line. */
function wrongWith({ line, code, name }: PracticeLine, order: CallOff, { found }: OrderFacts): string[] {
  const practice = found[code]
  if (!practice) return [`Line ${line}: ${code.slice(0, 20)} is not an open practice of this payer`]
  // What comes out of a split has no list yet, and a split is not priced by it.
  if (practice.listSize === null && kindOf(order) !== 'split')
    return [`Line ${line}: the list size of ${code} is not known`]
  return name !== '' && bare(name) !== bare(practice.name)
    ? [`Line ${line}: ${code} is ${practice.name}, not ${name.slice(0, 60)}`]
    : []
}
const bare = (name: string) => linesOf(name.toLowerCase().replace(/[^a-z0-9]+/g, '')).join('')

/** T6: nothing to fill in for the buyer; each practice answers for itself (answer-consent.ts). */
export const consent: OrderSection = {
  slug: 'consent',
  code: 'T6',
  title: 'Consent of each practice',
  lead: 'A practice that has not consented is not in what can be signed. A change that touches a practice asks it again.',
  fields: () => [],
  values: (order) => ({ consents: order.sites.map((site) => `${site.practiceId} ${consentOf(order, site)}`).sort() }),
  read: () => ok({}),
  step: (order) => {
    const others = order.sites.filter((site) => site.practiceId !== order.practiceId)
    if (others.length === 0) return 'not-applicable'
    if (countedSites(order).length === 0) return 'in-progress'
    return others.every((site) => consentOf(order, site) !== 'asked') ? 'completed' : 'in-progress'
  },
}
