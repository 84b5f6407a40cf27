import { PayerFacts } from '@/components/funding/payer-facts'
import { Table } from '@/components/ui/table'
import { yearWords } from '@/lib/funding/funding-request'
import type { SwitchAnswer as Answer } from '@/lib/insight/options/get-switch-answers'
import type { SwitchRule } from '@/lib/insight/options/switch-date-rules'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** For one contract: the earliest day and the rule that bound, who decides by what, and what money is left (P2). */
export function SwitchAnswer({ answer }: { answer: Answer }) {
  const { contract, date, payer, money } = answer
  const heading = `contract-${contract.id}`
  return (
    <section aria-labelledby={heading}>
      <h2 className="nhsuk-heading-m" id={heading}>
        {contract.moduleName}
      </h2>
      <p>
        Yes, from <strong>{dayWords(date.day)}</strong> at the earliest, if you ask today. {boundWords(answer)}.
      </p>
      <Table
        caption={`What binds the day of leaving ${contract.moduleName}`}
        columns={[{ heading: 'Rule' }, { heading: 'Not before' }, { heading: 'Why' }]}
        rows={date.rules.map(({ rule, day }) => ({
          key: rule,
          cells: [
            ruleWords[rule],
            dayWords(day),
            `${whyWords(answer)[rule]}${rule === date.bound ? '. This rule binds' : ''}`,
          ],
        }))}
      />
      <h3 className="nhsuk-heading-s">Who decides on the money</h3>
      <PayerFacts facts={payer} />
      <p>
        <a href={`/funding/decisions/${payer.payerId}`}>
          The same for everybody to read<span className="nhsuk-u-visually-hidden"> about {payer.payer}</span>
        </a>
      </p>
      {money.length === 0 ? (
        <p>{payer.payer} has set no budget for this year or a later one, so it can approve nothing yet.</p>
      ) : (
        <Table
          caption={`What ${payer.payer} has left for ${contract.moduleName}, contract ${contract.number}`}
          columns={[
            { heading: 'Budget' },
            { heading: 'Left', number: true },
            { heading: 'Of an allocation of', number: true },
          ]}
          rows={money.map((line) => ({
            key: `${line.stream} ${line.year}`,
            cells: [
              `${line.stream} ${yearWords(line.year)}`,
              poundsWords(line.leftPence),
              poundsWords(line.allocatedPence),
            ],
          }))}
        />
      )}
      <p>
        <a href={`/contracts/${contract.id}`}>
          Open the contract<span className="nhsuk-u-visually-hidden"> for {contract.moduleName}</span>
        </a>
      </p>
    </section>
  )
}

const ruleWords: Record<SwitchRule, string> = {
  'minimum-term': 'Minimum term',
  notice: 'Notice',
  decision: 'Decision and switching',
}

function boundWords({ date: { bound } }: Answer): string {
  if (bound === 'minimum-term') return 'The minimum term of the contract binds'
  return bound === 'notice' ? 'The notice of the contract binds' : 'The time to decide and to switch binds'
}

function whyWords({ contract, date, leadDays, minimumMonths, payer }: Answer): Record<SwitchRule, string> {
  const given = contract.state === 'terminating'
  return {
    'minimum-term':
      minimumMonths === 0
        ? 'The contract names no minimum term'
        : `It cannot be ended by notice in its first ${minimumMonths} months`,
    notice: given
      ? `Notice is given; its last day is ${dayWords(contract.runsUntil)}`
      : `It asks for ${contract.noticeDays} days of notice, and ends by itself on ${dayWords(contract.endsOn)}`,
    decision: `${payer.payer} decides by ${dayWords(date.decidedBy)} (${payer.decisionDays} working days); a switch takes ${leadDays} days from the signed order`,
  }
}
