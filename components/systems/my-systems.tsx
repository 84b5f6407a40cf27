import { StandingTag } from '@/components/catalogue/standing-tag'
import { DaysLeft } from '@/components/contracts/days-left'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { contractStateColours, contractStateLabels } from '@/lib/contracts/contract'
import { count } from '@/lib/insight/market-words'
import type { SystemLines } from '@/lib/insight/options/list-system-lines'
import type { SystemLine } from '@/lib/insight/options/option'
import type { PracticeFacts } from '@/lib/insight/practice'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { OptionTable } from './option-table'

type Props = { found: SystemLines; practice: PracticeFacts }

/** Every module of the practice: what it is, who pays what until when, what others like it pay, and the three ways on (P1). */
export function MySystems({ found, practice }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m" id="contracts">
        My systems, my contracts, my options
      </h2>
      {found.lines.length === 0 ? (
        <p>No contract of this practice stands here. One does when both sides have signed its call-off.</p>
      ) : (
        <p>
          <a href="/systems/switching">Can I switch, when, and who decides?</a>
        </p>
      )}
      {found.lines.map((line) => (
        <section key={line.contract.id} aria-labelledby={`contract-${line.contract.id}`}>
          <h3 className="nhsuk-heading-s" id={`contract-${line.contract.id}`}>
            <a href={`/contracts/${line.contract.id}`}>{line.contract.moduleName}</a>
          </h3>
          <SummaryList rows={rowsOf(line, found, practice)} />
          <OptionTable line={line} termMonths={found.termMonths} patients={practice.list?.patients ?? null} />
        </section>
      ))}
    </>
  )
}

function rowsOf(line: SystemLine, found: SystemLines, practice: PracticeFacts) {
  const { contract, state } = line
  return [
    {
      key: 'Contract',
      value: <Tag colour={contractStateColours[contract.state]}>{contractStateLabels[contract.state]}</Tag>,
    },
    { key: 'Supplier', value: contract.supplier },
    { key: 'Version', value: state?.version ?? 'not in the catalogue' },
    {
      key: 'Accreditation',
      value: state ? <StandingTag standing={state.label} /> : 'not known: the catalogue does not have this module',
    },
    { key: 'Who pays', value: contract.payer },
    { key: 'Cost a year', value: costWords(line, practice) },
    { key: 'Practices like mine pay', value: rangeWords(line, found) },
    { key: 'Ends', value: dayWords(contract.endsOn) },
    { key: 'Last day to give notice', value: <DaysLeft contract={contract} /> },
  ]
}

function costWords({ contract }: SystemLine, { list }: PracticeFacts): string {
  const size = contract.listSize === null ? '' : ` for ${count(contract.listSize)} patients`
  const now = list ? ` Your list is ${count(list.patients)} on ${dayWords(list.asOf)}, as published.` : ''
  return `${poundsWords(contract.yearlyPence)} excluding VAT${size}, as contract ${contract.number} of ${dayWords(contract.startsOn)} says.${now}`
}

function rangeWords({ range }: SystemLine, { smallest, withinPercent }: SystemLines): string {
  if (!range) return 'not told: the size of your list is not known'
  if (range.kind === 'too-few')
    return `not told: fewer than ${smallest} other practices with a list within ${withinPercent} % of yours have this module`
  return `${poundsWords(range.low)} to ${poundsWords(range.high)} a year for a list like yours: the middle half of ${range.practices} practices whose lists are within ${withinPercent} % of yours`
}
