import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import type { Move } from '@/lib/payments/invoices/invoice-move-rules'
import { exceptionWords, type MatchException } from '@/lib/payments/match/match'

type Props = { move: Move; exceptions: MatchException[]; accountConfirmed: boolean; state: string }

/** Whose move it is, and everything that stands in the way with who can clear it. */
export function InvoiceBlocks({ move, exceptions, accountConfirmed, state }: Props) {
  return (
    <>
      <InsetText>
        <p>
          <strong>{move.whose === null ? 'Nothing is left to do.' : `Next: ${move.role}.`}</strong>{' '}
          {move.whose === null ? '' : `${move.what}.`}
        </p>
        {state === 'approved' && !accountConfirmed ? (
          <p>
            Blocked: the supplier’s account for payouts is not confirmed. A second person of the supplier must confirm
            it first.
          </p>
        ) : null}
      </InsetText>
      {exceptions.length > 0 ? (
        <Table
          caption="What does not match"
          columns={[{ heading: 'Exception' }, { heading: 'What differs' }, { heading: 'Who can clear it' }]}
          rows={exceptions.map(({ code, lineKey, words }) => ({
            key: `${code}${lineKey}`,
            cells: [exceptionWords[code].title, words, exceptionWords[code].cleared],
          }))}
        />
      ) : null}
    </>
  )
}
