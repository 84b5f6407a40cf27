import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { Actor } from '@/lib/platform/actor'
import type { FormAction } from '@/lib/platform/form-state'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'
import { isOver } from '@/lib/procurement/call-offs/call-off'
import { mayPrepareCallOff } from '@/lib/procurement/call-offs/call-off-policy'
import { proposalLabels, type TermProposal } from '@/lib/procurement/call-offs/proposals/proposal'
import { mayProposeTerms } from '@/lib/procurement/call-offs/proposals/proposal-policy'
import { fieldWords, nextMove, valueWords } from '@/lib/procurement/call-offs/proposals/proposal-rules'

type Actions = { share: FormAction; answerTerm: FormAction }
type Names = { practiceId: string; name: string }[]
type Props = { callOff: CallOff; proposals: TermProposal[]; sites: Names; actor: Actor; actions: Actions }

/** What both sides say to each other of an order's terms before they sign, and who has the next move. */
export function TermProposals({ callOff, proposals, sites, actor, actions }: Props) {
  if (isOver(callOff) && proposals.length === 0) return null
  const prepares = mayPrepareCallOff(actor, callOff).allowed
  const proposes = mayProposeTerms(actor, callOff).allowed
  const open = isOver(callOff) ? [] : proposals.filter(({ state }) => state === 'open')
  const words = (field: string) => fieldWords(field, nameIn(sites))
  const early = ['draft', 'awaiting-funding', 'funded'].includes(callOff.state)
  return (
    <section aria-labelledby="terms">
      <h2 className="nhsuk-heading-m" id="terms">
        Terms under discussion
      </h2>
      {isOver(callOff) ? null : (
        <InsetText>
          <p>
            <strong>Next:</strong> {nextMove(callOff.state, open.length)}
          </p>
        </InsetText>
      )}
      {proposals.length > 0 ? (
        <ProposalTable proposals={proposals} words={words} />
      ) : (
        <p>The supplier has proposed nothing.</p>
      )}
      {prepares
        ? open.map((one) => <Answer key={one.id} {...{ callOff, one, words }} action={actions.answerTerm} />)
        : null}
      {proposes && !isOver(callOff) ? (
        <p>
          <a href={`/supplier/orders/${callOff.id}`}>Propose other days, milestones or exit terms</a>
        </p>
      ) : null}
      {prepares && early && !callOff.sharedAt ? (
        <ActionForm
          action={actions.share}
          hidden={{ id: callOff.id, version: callOff.version }}
          button="Show the order to the supplier"
          look="secondary"
        >
          <p>It can then read the order as it stands, and propose. Nothing changes before you accept it.</p>
        </ActionForm>
      ) : null}
    </section>
  )
}

const nameIn = (sites: Names) => (id: string) =>
  sites.find(({ practiceId }) => practiceId === id)?.name ?? 'a practice that is no longer in the order'

type Words = (field: string) => string

/** Every proposal, what it would change and what became of it. */
export function ProposalTable({ proposals, words }: { proposals: TermProposal[]; words: Words }) {
  return (
    <Table
      caption="What the supplier has proposed"
      columns={[{ heading: 'Term' }, { heading: 'Then in the order' }, { heading: 'Proposed' }, { heading: 'Answer' }]}
      rows={proposals.map((one) => ({
        key: one.id,
        cells: [
          words(one.field),
          valueWords(one.field, one.before),
          one.reason ? `${valueWords(one.field, one.after)} (${one.reason})` : valueWords(one.field, one.after),
          <div key="a">
            <Tag colour={proposalLabels[one.state].colour}>{proposalLabels[one.state].words}</Tag>
            {one.answer ? ` ${one.answer}` : null}
          </div>,
        ],
      }))}
    />
  )
}

function Answer({
  callOff,
  one,
  words,
  action,
}: {
  callOff: CallOff
  one: TermProposal
  words: Words
  action: FormAction
}) {
  const voids = callOff.state === 'draft' ? '' : ' Approval and signatures become void where this changes a term.'
  return (
    <ActionForm
      action={action}
      label={`Answer to ${words(one.field)}`}
      hidden={{ id: callOff.id, proposalId: one.id, version: one.version }}
      button="Give this answer"
    >
      <FormRadios
        small
        name="command"
        label={`${words(one.field)}: ${valueWords(one.field, one.after)}?`}
        hint={`In the order: ${valueWords(one.field, one.before)}.${voids}`}
        options={[
          { value: 'accept', text: 'Accept: it stands in the order at once' },
          { value: 'reject', text: 'Reject' },
        ]}
        value=""
      />
      <FormTextArea
        name="answer"
        label="Why do you reject it?"
        hint="Only where you reject it: 10 characters or more"
        rows={2}
      />
    </ActionForm>
  )
}
