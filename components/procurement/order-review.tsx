import { SummaryList } from '@/components/ui/summary-list'
import { Warning } from '@/components/ui/warning'
import { yearWords } from '@/lib/funding/funding-request'
import { poundsWords } from '@/lib/platform/money'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'
import { wholeLifePence } from '@/lib/procurement/call-offs/call-off-rules'
import { fundingStreams } from '@/lib/procurement/call-offs/form/order-form'
import type { OrderReview } from '@/lib/procurement/call-offs/get-order-view'

/** What a buyer weighs before asking for money: value by year, what is left under the cap, notices that will fall due. */
export function OrderReviewFacts({ callOff, review }: { callOff: CallOff; review: OrderReview }) {
  const whole = wholeLifePence(callOff)
  const { capPence, obstacle, slices, notices } = review
  return (
    <>
      {obstacle ? (
        <Warning title="This order cannot be sent as it is">
          <p>{obstacle}. Shorten the term, take an option or a practice out, or hold a competition.</p>
        </Warning>
      ) : null}
      <SummaryList
        rows={[
          { key: 'Whole life, options included', value: `${poundsWords(whole)} excluding VAT` },
          {
            key: 'Cap of the route',
            value:
              capPence === null
                ? 'None'
                : `${poundsWords(capPence)}; ${whole > capPence ? `${poundsWords(whole - capPence)} above it` : `${poundsWords(capPence - whole)} left`}`,
          },
          {
            key: 'Who pays what',
            value:
              slices.length === 0
                ? 'Nothing is to pay'
                : slices.map(({ year, stream, pence }) => (
                    <div key={`${year}${stream}`}>
                      {yearWords(year)}, {fundingStreams[stream]}: {poundsWords(pence)}
                    </div>
                  )),
          },
          {
            key: 'Notices that will fall due',
            value:
              notices === undefined
                ? 'Not known: the authority has not set the class of the payers'
                : notices.length === 0
                  ? 'None'
                  : notices.map(({ notice, words }) => <div key={notice}>{`${notice}. ${words}`}</div>),
          },
        ]}
      />
    </>
  )
}
