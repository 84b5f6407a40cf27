import { RegisterNonConformities } from '@/components/assurance/register-non-conformities'
import { RequirementsTable } from '@/components/assurance/standards-table'
import { StandingTag } from '@/components/catalogue/standing-tag'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { gateWords } from '@/lib/assurance/gate-words'
import type { RegisterEntry as Entry } from '@/lib/assurance/register-view'
import { dayWords } from '@/lib/platform/days'

/** One module version at the end of one day: label, gate, every requirement with why, decisions (RG-01). */
export function RegisterEntry({ entry }: { entry: Entry }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Label', value: <StandingTag standing={entry.label} /> },
          { key: 'Because', value: entry.label.because ?? 'It follows from the lines below' },
          { key: 'Buying', value: gateWords[entry.gate.gate] },
          { key: 'As known at the end of', value: dayWords(entry.asOf) },
          { key: 'Supplier', value: entry.supplier },
          { key: 'Module', value: <a href={`/modules/${entry.moduleId}`}>{entry.name}</a> },
        ]}
      />
      {entry.gate.because.length === 0 ? null : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {entry.gate.because.map((because) => (
            <li key={because}>{because}</li>
          ))}
        </ul>
      )}
      <h2 className="nhsuk-heading-m">Requirements</h2>
      <RequirementsTable standards={entry.standards} />
      <RegisterNonConformities entry={entry} />
      <h2 className="nhsuk-heading-m">Decisions</h2>
      {entry.decisions.length === 0 ? (
        <p>No decision has been made.</p>
      ) : (
        <Table
          caption="Decisions, each by two officers"
          columns={[{ heading: 'Decision' }, { heading: 'In force from' }, { heading: 'Reason' }]}
          rows={entry.decisions.map((d) => ({
            key: `${d.kind}${d.on}${d.reason}`,
            cells: [(d.kind[0] + d.kind.slice(1).toLowerCase()).replace('_', ' '), dayWords(d.effectiveFrom), d.reason],
          }))}
        />
      )}
      <p>
        <a href={`/register/${entry.moduleId}/${entry.version}/concern`}>Raise a concern about this module</a>
      </p>
      <p>
        <a href={`/register/${entry.moduleId}/${entry.version}.json?asOf=${entry.asOf}`}>This page as JSON</a>
      </p>
      <p className="muted">Automated checks are not exhaustive. No module here has been tested by machine yet.</p>
    </>
  )
}
