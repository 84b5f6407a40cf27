import { RequirementsTable } from '@/components/assurance/standards-table'
import { StandingTag } from '@/components/catalogue/standing-tag'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import type { RegisterEntry as Entry } from '@/lib/assurance/register-view'
import { dayWords } from '@/lib/platform/days'

const gates: Record<Entry['gate']['gate'], string> = {
  OPEN: 'It may be bought',
  ACKNOWLEDGE: 'It may be bought; each point below is acknowledged first',
  WRITTEN_ACCEPTANCE: 'It may be bought after a written acceptance by the commissioner',
  HELD: 'Buying is held until this is settled',
  REFUSED: 'It may not be bought',
}

/** One module version at the end of one day: label, gate, every requirement with why, decisions (RG-01). */
export function RegisterEntry({ entry }: { entry: Entry }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Label', value: <StandingTag standing={entry.label} /> },
          { key: 'Because', value: entry.label.because ?? 'It follows from the lines below' },
          { key: 'Buying', value: gates[entry.gate.gate] },
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
      <h2 className="nhsuk-heading-m">Decisions</h2>
      {entry.decisions.length === 0 ? (
        <p>No decision has been made.</p>
      ) : (
        <Table
          caption="Decisions, each by two officers"
          columns={[{ heading: 'Decision' }, { heading: 'In force from' }, { heading: 'Reason' }]}
          rows={entry.decisions.map((d) => ({
            key: `${d.kind}${d.on}`,
            cells: [d.kind[0] + d.kind.slice(1).toLowerCase(), dayWords(d.effectiveFrom), d.reason],
          }))}
        />
      )}
      <p>
        <a href={`/register/${entry.moduleId}/${entry.version}.json?asOf=${entry.asOf}`}>This page as JSON</a>
      </p>
      <p className="muted">Automated checks are not exhaustive. No module here has been tested by machine yet.</p>
    </>
  )
}
