import { DraftForm } from '@/components/standards/draft-form'
import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { SummaryList } from '@/components/ui/summary-list'
import type { StandardDraftView } from '@/lib/assurance/standards/get-standard-desk'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** A draft, what is still missing, and the way from its text to its publication. */
export function DraftOverview({
  view,
  save,
  propose,
}: {
  view: StandardDraftView
  save: FormAction
  propose: FormAction
}) {
  const { draft, gaps, missing, lookedOn } = view
  const base = `/assurance/standards/${draft.id}`
  const { content } = draft
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'Days',
            value:
              missing.length === 0
                ? `In effect from ${dayWords(content.effectiveOn!)}, transition to ${dayWords(content.transitionEndsOn!)}`
                : missing.join('. '),
          },
          {
            key: 'Requirements',
            value: `${content.requirements.length}`,
            action: <a href={`${base}/requirements`}>Write requirements</a>,
          },
          {
            key: 'Difference',
            value: gaps.length === 0 ? 'Complete' : `Not complete: ${gaps.length} to classify`,
            action: <a href={`${base}/difference`}>Say what has changed</a>,
          },
          {
            key: 'Preview of this text',
            value: lookedOn ? `Looked at on ${dayWords(lookedOn)}` : 'Nobody has looked at it yet',
            action: <a href={`${base}/preview`}>See what it would do</a>,
          },
          { key: 'SHA-256 of this text', value: <span className="tw:break-all">{draft.contentSha256}</span> },
        ]}
      />
      {view.mayPropose.allowed ? (
        <>
          <h2 className="nhsuk-heading-m">Propose to publish it</h2>
          <ActionForm
            action={propose}
            hidden={{ standardVersionId: draft.id, kind: 'PUBLISH' }}
            button="Propose to publish"
            look="warning"
          >
            <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters. It is published" />
            <FormTextArea
              name="lapseReason"
              label="Why many practices may lapse (optional)"
              hint="Needed where modules lapse that 5% of practices or more use"
              rows={2}
            />
          </ActionForm>
        </>
      ) : view.mayEdit ? null : (
        <InsetText>{view.mayPropose.because}.</InsetText>
      )}
      {view.mayEdit ? (
        <>
          <h2 className="nhsuk-heading-m">The version and its days</h2>
          <DraftForm view={view} save={save} />
        </>
      ) : null}
    </>
  )
}
