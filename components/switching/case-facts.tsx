import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { type Day, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { caseLabels, caseMeaning, endingWords } from '@/lib/switching/cases/case'
import type { CaseView } from '@/lib/switching/cases/get-case'

type Props = {
  of: CaseView
  /** What the register says of the module today, with the reason that the officers gave. */
  register: { words: string; because: string | null; href: string } | undefined
  contract: { id: string; number: string; endsOn: Day; noticeDate: Day; yearlyPence: bigint } | undefined
}

/** What happened to the system, what it means, and the days that count. */
export function CaseFacts({ of, register, contract }: Props) {
  const label = caseLabels[of.state]
  return (
    <>
      <p>
        <Tag colour={label.colour}>{of.ending ? endingWords[of.ending] : label.words}</Tag>
      </p>
      {of.state === 'ended' ? null : (
        <ul>
          {caseMeaning[of.state].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <SummaryList
        rows={[
          { key: 'Practice', value: of.practice },
          { key: 'Supplier', value: of.supplier },
          { key: 'Payer', value: of.payer },
          ...(register ? [{ key: 'The register says', value: <Register {...register} /> }] : []),
          { key: 'Case opened', value: dayWords(of.openedOn) },
          { key: 'As it stands since', value: dayWords(of.movedOn) },
          ...(of.exitBy ? [{ key: 'Not switched off before', value: <ExitBy day={of.exitBy} /> }] : []),
          ...(contract ? contractRows(contract) : []),
        ]}
      />
    </>
  )
}

const Register = ({ words, because, href }: NonNullable<Props['register']>) => (
  <>
    <a href={href}>{words}</a>
    {because ? `. ${because}` : ''}
  </>
)

const ExitBy = ({ day }: { day: Day }) => (
  <>
    {dayWords(day)}, and not before a full export of the records has been verified. The day is the longer of the notice
    period and 16 weeks for a switch.
  </>
)

const contractRows = (contract: NonNullable<Props['contract']>) => [
  { key: 'Contract', value: <a href={`/contracts/${contract.id}`}>{contract.number}</a> },
  { key: 'Contract ends', value: dayWords(contract.endsOn) },
  { key: 'Last day to give notice', value: dayWords(contract.noticeDate) },
  { key: 'Cost a year now', value: `${poundsWords(contract.yearlyPence)} excluding VAT` },
]
