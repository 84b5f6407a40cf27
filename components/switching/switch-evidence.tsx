import type { SwitchView } from '@/lib/switching/get-switch'
import { KeyTable, ManifestTable, PeopleTable, SignOffTable } from './evidence'
import { History } from './history'
import { ReportPanel } from './report-panel'

/** Entries of the history that stand on the page of a switch. */
const shown = 20

/** All that the gates read: people, manifests, reports, signatures, keys. */
export function SwitchEvidence({ view }: { view: SwitchView }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">People</h2>
      <PeopleTable people={view.people} />
      <h2 className="nhsuk-heading-m">Manifests</h2>
      <ManifestTable manifests={view.manifests} />
      <h2 className="nhsuk-heading-m">Reports</h2>
      {view.reports.length === 0 ? <p>No report has been brought yet.</p> : null}
      {view.reports.map((report, i) => (
        <ReportPanel
          report={report}
          number={i + 1}
          href={`/switches/${view.id}/reports/${report.id}`}
          key={report.id}
        />
      ))}
      <h2 className="nhsuk-heading-m">Sign-offs</h2>
      <SignOffTable gates={view.gates} />
      <h2 className="nhsuk-heading-m">Signing keys</h2>
      <KeyTable keys={view.keys} />
      <h2 className="nhsuk-heading-m">History</h2>
      {view.history.length > shown ? (
        <p>
          These are the last {shown} of {view.history.length} entries.{' '}
          <a href={`/switches/${view.id}/timeline`}>The timeline</a> has them all.
        </p>
      ) : null}
      <History history={view.history} last={shown} />
    </>
  )
}
