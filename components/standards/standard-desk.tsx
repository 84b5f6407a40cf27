import { VersionsTable } from '@/components/standards/standard-facts'
import { ActionForm } from '@/components/ui/action-form'
import { Details } from '@/components/ui/details'
import { FormSelect } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import type { StandardDesk as Desk, StandardProposalView } from '@/lib/assurance/standards/get-standard-desk'
import { type Day, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { desk: Desk; today: Day; begin: FormAction; second: FormAction }

/** Drafts of the author, what waits for a second officer, and what is published. */
export function StandardDesk({ desk, today, begin, second }: Props) {
  const published = desk.standards.filter((s) => s.versions.some((v) => v.contentSha256))
  return (
    <>
      <h2 className="nhsuk-heading-m">Waiting for a second officer</h2>
      {desk.proposals.length === 0 ? <p>Nothing waits.</p> : null}
      {desk.proposals.map((proposal) => (
        <Proposal proposal={proposal} second={second} key={proposal.id} />
      ))}
      <h2 className="nhsuk-heading-m">Drafts</h2>
      {desk.drafts.length === 0 ? (
        <p>Nobody is drafting a version.</p>
      ) : (
        <Table
          caption="Versions that are being drafted"
          columns={[{ heading: 'Version' }, { heading: 'Last changed' }]}
          rows={desk.drafts.map((d) => ({
            key: d.id,
            cells: [
              <a href={`/assurance/standards/${d.id}`} key="link">
                {d.name}
              </a>,
              dayWords(d.changedOn),
            ],
          }))}
        />
      )}
      {desk.mayDraft.allowed ? (
        <ActionForm action={begin} button="Draft the next version">
          <FormSelect
            name="standardId"
            label="Standard"
            hint="The draft begins with the requirements of its newest version"
            options={[
              { value: '', text: 'Choose a standard' },
              ...desk.standards.filter((s) => !s.retired).map((s) => ({ value: s.id, text: `${s.id} ${s.name}` })),
            ]}
          />
        </ActionForm>
      ) : null}
      <h2 className="nhsuk-heading-m">Published here</h2>
      {published.length === 0 ? <p>No version has been published here yet.</p> : null}
      {published.map((s) => (
        <Details summary={`${s.id} ${s.name}`} key={s.id}>
          <VersionsTable versions={s.versions} today={today} base="/assurance/standards" />
        </Details>
      ))}
    </>
  )
}

function Proposal({ proposal, second }: { proposal: StandardProposalView; second: FormAction }) {
  const { title, reason, terms, maySecond } = proposal
  return (
    <section aria-label={title} className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{title}</h3>
        <p>{reason}</p>
        {terms.lapseReason ? <p>Why many practices may lapse: {terms.lapseReason}</p> : null}
        {terms.days ? (
          <p>
            {Object.entries(terms.days)
              .map(([name, day]) => `${dayNames[name] ?? name}: ${dayWords(day)}`)
              .join(', ')}
          </p>
        ) : null}
        <p className="nhsuk-body-s">Proposed on {dayWords(proposal.proposedOn)}. It lapses 14 days later.</p>
        {maySecond.allowed ? (
          <ActionForm
            action={second}
            hidden={{ proposalId: proposal.id, version: proposal.version }}
            button="Second this decision"
            look="warning"
            label={`Second: ${title}`}
          />
        ) : (
          <InsetText>{maySecond.because}.</InsetText>
        )}
      </div>
    </section>
  )
}

export const dayNames: Record<string, string> = {
  publishedOn: 'Published on',
  effectiveOn: 'In effect from',
  transitionEndsOn: 'Last day of the transition',
  deprecatedOn: 'Deprecated from',
  retiredOn: 'Retired from',
}
