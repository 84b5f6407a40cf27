import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea } from '@/components/ui/form-fields'
import { Tag, type TagColour } from '@/components/ui/tag'
import { type EpicProposalState, epicProposalStateWords } from '@/lib/catalogue/epics/epic-proposal'
import type { EpicProposalView } from '@/lib/catalogue/epics/list-epic-proposals'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

const colours: Record<EpicProposalState, TagColour> = {
  proposed: 'blue',
  activated: 'green',
  refused: 'red',
  withdrawn: 'grey',
}

/** What suppliers propose: those that wait first, with the curator’s decision. */
export function EpicDesk({ proposals, decide }: { proposals: EpicProposalView[]; decide: FormAction }) {
  const waiting = proposals.filter(({ state }) => state === 'proposed')
  const done = proposals.filter(({ state }) => state !== 'proposed')
  return (
    <>
      <h2 className="nhsuk-heading-m">Waiting for a decision</h2>
      {waiting.length === 0 ? <p>No proposal waits.</p> : null}
      {waiting.map((proposal) => (
        <EpicBox proposal={proposal} key={proposal.id}>
          {proposal.mayDecide.allowed ? (
            <Decide proposal={proposal} decide={decide} />
          ) : (
            <p>{proposal.mayDecide.because}.</p>
          )}
        </EpicBox>
      ))}
      <h2 className="nhsuk-heading-m">Decided</h2>
      {done.length === 0 ? <p>None yet.</p> : null}
      {done.map((proposal) => (
        <EpicBox proposal={proposal} key={proposal.id} />
      ))}
    </>
  )
}

/** One proposal: what it says, who proposed it and what became of it. */
export function EpicBox({ proposal, children }: { proposal: EpicProposalView; children?: ReactNode }) {
  return (
    <section className="nhsuk-card" aria-label={proposal.title}>
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">
          {proposal.epicId ? `${proposal.epicId}: ` : ''}
          {proposal.title}
        </h3>
        <p>
          <Tag colour={colours[proposal.state]}>{epicProposalStateWords[proposal.state]}</Tag> {proposal.brand}, for{' '}
          {proposal.capability}, proposed on {instantInWords(proposal.proposedAt)}.
        </p>
        <p>{proposal.description}</p>
        {proposal.reason ? <p>The authority says: {proposal.reason}</p> : null}
        {children}
      </div>
    </section>
  )
}

function Decide({ proposal, decide }: { proposal: EpicProposalView; decide: FormAction }) {
  return (
    <ActionForm
      action={decide}
      hidden={{ id: proposal.id, version: proposal.version }}
      button="Decide"
      label={`Decide ${proposal.title}`}
    >
      <FormRadios
        name="verdict"
        label="Your decision"
        options={[
          { value: 'activate', text: 'It comes into force as MAY' },
          { value: 'refuse', text: 'It is refused' },
        ]}
      />
      <FormTextArea
        name="reason"
        label="Reason"
        hint="Needed where you refuse: the supplier reads it. 20 to 1,000 characters"
        rows={2}
      />
    </ActionForm>
  )
}
