import type { SwitchView } from '@/lib/switching/get-switch'
import { KeyTable, ManifestTable, PeopleTable, SignOffTable } from './evidence'
import { History } from './history'
import { ReportPanel } from './report-panel'

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
        <ReportPanel report={report} number={i + 1} key={report.id} />
      ))}
      <h2 className="nhsuk-heading-m">Sign-offs</h2>
      <SignOffTable gates={view.gates} />
      <h2 className="nhsuk-heading-m">Signing keys</h2>
      <KeyTable keys={view.keys} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History history={view.history} />
    </>
  )
}
