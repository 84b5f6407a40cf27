import { routeWords } from '@/lib/catalogue/frameworks/route'
import { exclusionWords } from '@/lib/comparison/shortlist'
import { dayOf, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { PdfBlock, PdfText } from '@/lib/platform/pdf-document'
import { expectedUseWords } from './expected-use-rules'
import { decisionReasons, outcomeWords, type Project, type ProjectDecision, togetherPence } from './project'

const money = (pence: bigint | null) => (pence === null ? 'Depends on use' : poundsWords(pence))
const table = (caption: string, header: string[], rows: string[][]): PdfBlock[] =>
  rows.length === 0 ? [] : [{ kind: 'table', caption, header, rows }]

/** The decision pack to read or print. The JSON is the evidence: its hash stands on every page (D4). */
export function packPdf(project: Project, decision: ProjectDecision, competition: PdfBlock[]): PdfText {
  const { entries, exclusions, route, startsOn, goLiveOn } = project
  const nameOf = (id: string | null) => entries.find((e) => e.id === id)?.moduleName ?? 'None'
  const left = entries.flatMap((e) => {
    const reason = exclusions[e.id] ?? e.leftOut
    return reason ? [[e.moduleName, exclusionWords[reason.code], reason.text]] : []
  })
  const facts = [
    ['Outcome', outcomeWords[decision.outcome]],
    ['Winner', decision.winnerIds.length > 1 ? decision.winnerIds.map(nameOf).join(', ') : nameOf(decision.winnerId)],
    ['Decided on', dayWords(dayOf(decision.decidedAt))],
    ['Kind of reason', decisionReasons[decision.reasonCode] ?? decision.reasonCode],
    ['Reason', decision.reason],
    ['How it was chosen', decision.mechanism?.words ?? 'By the scores, or not at all'],
    [
      'Review of an urgent award by',
      decision.mechanism?.reviewBy ? dayWords(decision.mechanism.reviewBy) : 'Not needed',
    ],
  ]
  const needs = [
    ['What it is for', project.description ?? 'Not stated'],
    ['Starts', startsOn ? dayWords(startsOn) : 'Not stated'],
    ['Term', project.termMonths ? `${project.termMonths} months` : 'Not stated'],
    ['Planned go-live', goLiveOn ? dayWords(goLiveOn) : 'Not stated'],
    ['List size', project.listSize === null ? 'Not stated' : project.listSize.toLocaleString('en-GB')],
    ['Framework', project.frameworkId ?? 'Not stated'],
    ['Route', route ? routeWords[route] : 'Not stated'],
    ...(project.capabilityIds.length > 0 ? needFacts(project) : []),
    ['Search', project.query ?? 'None: chosen by hand'],
  ]
  return {
    title: `Decision pack: ${project.name}`,
    footer: `SHA-256 of the evidence: ${decision.packSha256}`,
    blocks: [
      { kind: 'text', text: 'The evidence is the JSON file; this is the same to read. Prices exclude VAT.' },
      ...table('The decision', ['What', 'In words'], facts),
      ...table('The need', ['What', 'In words'], needs),
      ...table(
        'For whom it buys',
        ['Code', 'Practice', 'List size', 'Known on'],
        project.practices.map((p) => [p.code, p.name, p.listSize.toLocaleString('en-GB'), dayWords(p.listSizeAsOf)]),
      ),
      ...table(
        'Every match that was frozen',
        ['Module', 'Supplier', 'Standing then', 'Whole term', 'Text frozen as'],
        entries.map((e) => [e.moduleName, e.supplierName, e.label, money(e.termPence), e.listingSha256.slice(0, 12)]),
      ),
      ...table(
        'What was chosen together',
        ['Module', 'Supplier', 'Covers', 'A year', 'Whole term'],
        project.capabilityIds.length > 0 ? chosenRows(project, decision) : [],
      ),
      ...table(
        'Expected use',
        ['Module', 'What each practice expects', 'Whole term with it'],
        project.entries.flatMap(({ id, moduleName, prices }) => {
          const agreed = decision.agreements[id]
          return agreed?.expectedMonthly
            ? [[moduleName, expectedUseWords(prices, agreed.expectedMonthly), money(agreed.termPence)]]
            : []
        }),
      ),
      ...table('Sets that were compared', ['Modules', 'Whole term'], setRows(decision, nameOf)),
      ...table('Left out', ['Module', 'Reason', 'In words'], left),
      ...competition,
      ...table(
        'Not chosen',
        ['Module', 'Why not'],
        Object.entries(decision.exclusions).map(([id, words]) => [nameOf(id), words]),
      ),
    ],
  }
}

/** Every winner with its own lines, then what they cost together. */
function chosenRows({ entries, capabilityIds }: Project, { winnerIds, agreements }: ProjectDecision): string[][] {
  const winners = entries.filter(({ id }) => winnerIds.includes(id)).map((e) => ({ ...e, ...agreements[e.id] }))
  if (winners.length === 0) return []
  const rows = winners.map((e) => [
    e.moduleName,
    e.supplierName,
    capabilityIds.filter((id) => e.capabilityIds.includes(id)).join(', '),
    money(e.yearlyPence),
    money(e.termPence),
  ])
  return [...rows, ['All of them', 'Together', capabilityIds.join(', '), 'See each', money(togetherPence(winners))]]
}

const setRows = ({ mechanism }: ProjectDecision, nameOf: (id: string) => string): string[][] =>
  (mechanism?.sets ?? []).map(({ entryIds, termPence }) => [
    entryIds.map(nameOf).join(', '),
    poundsWords(BigInt(termPence)),
  ])

/** What a need says that names its capabilities, and the plan that it follows, by the hash of its evidence. */
const needFacts = ({ capabilityIds, plan }: Project): string[][] => [
  ['Must cover', capabilityIds.join(', ')],
  ['Follows the plan', plan ? `${plan.runId}, evidence ${plan.evidenceSha256}` : 'No plan'],
]
