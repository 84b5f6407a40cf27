import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea } from '@/components/ui/form-fields'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { reviewOutcomes } from '@/lib/funding/funding-request'
import { dayOf, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import { reviewLabels } from '@/lib/procurement/reviews/award-review'
import type { ReviewView } from '@/lib/procurement/reviews/list-award-reviews'

/** Urgent awards one after the other, with what their review found or its form. */
export function AwardReviews({ reviews, review }: { reviews: ReviewView[]; review: FormAction }) {
  return reviews.map((one) => (
    <section key={one.projectId} aria-labelledby={`award-${one.projectId}`}>
      <h2 className="nhsuk-heading-m" id={`award-${one.projectId}`}>
        {one.award.project}
      </h2>
      <p>
        <Tag colour={reviewLabels[one.state].colour}>{reviewLabels[one.state].words}</Tag>
      </p>
      <SummaryList rows={factsOf(one)} />
      {one.state === 'done' ? null : one.may.allowed ? (
        <ActionForm
          action={review}
          hidden={{ projectId: one.projectId }}
          button="Record the review"
          summary={`Review the award of ${one.award.moduleNames.join(' and ')}`}
        >
          <FormRadios
            name="outcome"
            label="Could it wait?"
            options={Object.entries(reviewOutcomes).map(([value, text]) => ({ value, text }))}
          />
          <FormTextArea name="finding" label="What did you find?" />
        </ActionForm>
      ) : (
        <p>{one.may.because}.</p>
      )}
    </section>
  ))
}

const factsOf = ({ award, buyer, payer, awardedAt, dueOn, outcome, finding, reviewedAt }: ReviewView) => [
  { key: 'Awarded', value: award.moduleNames.join(', ') },
  { key: 'Buyer', value: buyer },
  { key: 'Payer', value: payer },
  { key: 'Awarded on', value: dayWords(dayOf(awardedAt)) },
  { key: 'Why at once', value: award.reason },
  { key: 'Hash of the decision pack', value: <code>{award.packSha256}</code> },
  ...(reviewedAt && outcome
    ? [
        { key: 'Reviewed on', value: dayWords(dayOf(reviewedAt)) },
        { key: 'Outcome', value: reviewOutcomes[outcome] },
        { key: 'What was found', value: finding },
      ]
    : [{ key: 'To be reviewed by', value: dayWords(dueOn) }]),
]
