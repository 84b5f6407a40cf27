import type { SwitchView } from '@/lib/switching/get-switch'
import { KeyTable, ManifestTable, PeopleTable, SignOffTable } from './evidence'
import { History } from './history'
import { RecordSection } from './record-section'
import { ReportPanel } from './report-panel'

/** Entries of the history that stand on the page of a switch. */
const shown = 20

/** All that the gates read: people, manifests, reports, signatures, keys. */
export function SwitchEvidence({ view }: { view: SwitchView }) {
  return (
    <>
      <RecordSection title="People">
        <PeopleTable people={view.people} />
      </RecordSection>
      <RecordSection title="Manifests">
        <ManifestTable manifests={view.manifests} />
      </RecordSection>
      <RecordSection title="Reports">
        {view.reports.length === 0 ? <p>No report has been brought yet.</p> : null}
        {view.reports.map((report, i) => (
          <ReportPanel
            report={report}
            number={i + 1}
            href={`/switches/${view.id}/reports/${report.id}`}
            key={report.id}
          />
        ))}
      </RecordSection>
      <RecordSection title="Sign-offs">
        <SignOffTable gates={view.gates} />
      </RecordSection>
      <RecordSection title="Signing keys">
        <KeyTable keys={view.keys} />
      </RecordSection>
      <RecordSection title="History">
        {view.history.length > shown ? (
          <p>
            These are the last {shown} of {view.history.length} entries.{' '}
            <a href={`/switches/${view.id}/timeline`}>The timeline</a> has them all.
          </p>
        ) : null}
        <History history={view.history} last={shown} />
      </RecordSection>
    </>
  )
}
