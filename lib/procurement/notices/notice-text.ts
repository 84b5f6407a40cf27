import { type Day, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { noticeTitles, type OrderNoticeKind } from './notice-obligation'

export type NoticeFacts = {
  number: string
  payer: string
  supplier: string
  moduleName: string
  practices: string[]
  route: string
  startsOn: Day
  endsOn: Day
  optionMonths: number
  /** Pence without VAT, and with it. */
  totalPence: bigint
  grossPence: bigint
  /** UK7: the day of the last signature. UK11: the day on which it ended. */
  on?: Day
  /** UK7: how many performance indicators the law asks for; 0 up to the floor. */
  indicators?: number
  /** UK11: why it ended. */
  ending?: string
}

/**
 * The draft of a notice in plain words, with what each must say (Procurement Regulations 2024, regulations 27, 32 and 41). The
 * payer publishes it on the central platform and says where; nothing is sent there by the portal.
 */
export function noticeText(kind: OrderNoticeKind, facts: NoticeFacts): string {
  const lines: [string, string][] = [
    ['Notice', `${kind}: ${noticeTitles[kind]}`],
    ['Contracting authority', facts.payer],
    ['Supplier', facts.supplier],
    ['Contract', `${facts.number}: ${facts.moduleName}`],
    ['What for', `Clinical system services for ${facts.practices.join(', ')}`],
    ['How it was awarded', facts.route],
    ['Term', `${dayWords(facts.startsOn)} to ${dayWords(facts.endsOn)}${optionWords(facts.optionMonths)}`],
    ['Estimated value', `${poundsWords(facts.totalPence)} without VAT, ${poundsWords(facts.grossPence)} with VAT`],
    ...ownLines(kind, facts),
  ]
  return lines.map(([name, words]) => `${name}: ${words}\n`).join('')
}

const optionWords = (months: number): string => (months === 0 ? '' : `, with an option of ${months} months more`)

function ownLines(kind: OrderNoticeKind, { on, ending, indicators = 0 }: NoticeFacts): [string, string][] {
  if (kind === 'UK6') return [['Signature', 'The contract is not signed before this notice is published']]
  if (kind === 'UK7' && indicators > 0)
    return [
      ['Signed on', dayWords(on!)],
      ['To be added', `At least ${indicators} key performance indicators, or why there are fewer`],
    ]
  if (kind === 'UK7') return [['Signed on', dayWords(on!)]]
  return [
    ['Ended on', dayWords(on!)],
    ['Why it ended', ending!],
  ]
}
