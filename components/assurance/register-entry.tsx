import type { ReactNode } from 'react'
import { RegisterNonConformities } from '@/components/assurance/register-non-conformities'
import { RequirementLines } from '@/components/assurance/requirement-lines'
import { StandingTag } from '@/components/catalogue/standing-tag'
import { TellMeOfChanges } from '@/components/notifications/subscriptions'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { gateWords } from '@/lib/assurance/gate-words'
import type { RegisterEntry as Entry } from '@/lib/assurance/register/register-view'
import { dayWords } from '@/lib/platform/days'

/** One module version at the end of one day: label, gate, every requirement with why, decisions (RG-01). */
export function RegisterEntry({ entry, children }: { entry: Entry; children?: ReactNode }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Label', value: <StandingTag standing={entry.label} /> },
          { key: 'Because', value: entry.label.because ?? 'It follows from the lines below' },
          { key: 'Buying', value: gateWords[entry.gate.gate] },
          {
            key: 'Day',
            value: entry.corrected
              ? `${dayWords(entry.asOf)}, as it is known now`
              : `${dayWords(entry.asOf)}, as it was shown at the end of that day`,
          },
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
      <TellMeOfChanges kind="module" subjectId={entry.moduleId} />
      <p className="nhsuk-u-hide-print">
        Not as it says here? <a href={`${address(entry)}/concern`}>Raise a concern</a> or{' '}
        <a href={`${address(entry)}/challenge`}>challenge a check</a>.
      </p>
      <Corrections entry={entry} />
      <RegisterNonConformities entry={entry} />
      <h2 className="nhsuk-heading-m">Decisions</h2>
      {entry.decisions.length === 0 ? (
        <p>No decision has been made.</p>
      ) : (
        <Table
          caption="Decisions, each by two officers"
          columns={[
            { heading: 'Decision' },
            { heading: 'In force from' },
            { heading: 'Reason' },
            { heading: 'Basis' },
            { heading: 'Appeal until' },
          ]}
          rows={entry.decisions.map((d) => ({
            key: d.id,
            cells: [
              decisionWords(d.kind),
              dayWords(d.effectiveFrom),
              d.reason,
              d.basis ?? 'not stated',
              d.appealUntil ? dayWords(d.appealUntil) : 'no appeal',
            ],
          }))}
        />
      )}
      {children}
      <h2 className="nhsuk-heading-m">Requirements</h2>
      <RequirementLines standards={entry.standards} />
      <p>
        <a href={`${address(entry)}.json${query(entry)}`}>This page as JSON</a>
      </p>
      <p className="muted">
        {entry.note} <a href="/conformance">What machines test</a>
      </p>
    </>
  )
}

const address = ({ moduleId, version }: Entry) => `/register/${moduleId}/${version}`
const query = ({ asOf, corrected }: Entry) => `?asOf=${asOf}${corrected ? '&corrected=1' : ''}`
const decisionWords = (kind: string) => kind[0] + kind.slice(1).toLowerCase().replaceAll('_', ' ')

/** What came into the register after the day it speaks of, and the other view of the same day. */
function Corrections({ entry }: { entry: Entry }) {
  if (!entry.corrected)
    return (
      <p>
        <a href={`${address(entry)}?asOf=${entry.asOf}&corrected=1`}>The same day as it is known now</a>
      </p>
    )
  return (
    <>
      <h2 className="nhsuk-heading-m">What was recorded later about this day</h2>
      {entry.corrections.length === 0 ? <p>Nothing.</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {entry.corrections.map((c) => (
          <li key={c.id}>
            A {c.what} recorded on {dayWords(c.recordedOn)}
            {c.correctsId ? ' in place of an older one' : ''}: <code className="tw:break-all">{c.id}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${address(entry)}?asOf=${entry.asOf}`}>The same day as it was shown then</a>
      </p>
    </>
  )
}
