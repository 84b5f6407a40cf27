import { Table } from '@/components/ui/table'
import { modulesAddress } from '@/lib/catalogue/module-filter-rules'
import { likeFilter } from '@/lib/insight/options/like-filter-rules'
import { type Cost, type Option, optionWords, type SystemLine } from '@/lib/insight/options/option'
import { poundsWords } from '@/lib/platform/money'

type Props = { line: SystemLine; termMonths: number; patients: number | null }

/** The three ways on, side by side: what each costs and what that rests on. */
export function OptionTable({ line, termMonths, patients }: Props) {
  return (
    <>
      <Table
        caption={`What you can do about ${line.contract.moduleName}`}
        columns={[
          { heading: 'Option' },
          { heading: 'A year', number: true },
          { heading: 'Once', number: true },
          { heading: `Over ${termMonths} months`, number: true },
          { heading: 'Against today' },
          { heading: 'What it rests on' },
        ]}
        rows={line.options.map((option) => ({ key: option.key, cells: cellsOf(option, patients) }))}
      />
      {line.capabilityIds.length > 0 ? (
        <p>
          <a href={modulesAddress(likeFilter(line.capabilityIds, patients))}>
            Everything in the catalogue that does as much as {line.contract.moduleName}
          </a>
        </p>
      ) : null}
    </>
  )
}

function cellsOf(option: Option, patients: number | null) {
  const { cost, offer, basis } = option
  const sums = cost ? [cost.yearlyPence, cost.oncePence, cost.termPence].map(poundsWords) : Array(3).fill('not costed')
  const link = offer ? `/modules/${offer.moduleId}${patients === null ? '' : `?n=${patients}`}` : undefined
  return [
    optionWords[option.key],
    ...sums,
    cost ? differenceWords(cost) : 'not costed',
    <span key="basis">
      {basis}. {link ? <a href={link}>Read the listing of {offer!.name}</a> : null}
    </span>,
  ]
}

function differenceWords({ differencePence }: Cost): string {
  if (differencePence === 0n) return 'the same'
  return differencePence < 0n
    ? `${poundsWords(-differencePence)} less a year`
    : `${poundsWords(differencePence)} more a year`
}
