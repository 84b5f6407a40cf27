import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { abortWords, type Run } from '@/lib/assurance/runs/run'
import type { Outcome } from '@/lib/conformance/evidence/bundle'
import { strengthOf, suiteTable } from '@/lib/conformance/run/suite-table'
import { ranges } from './ranges'
import { resultWords } from './result-words'

const strengthWords = { FULL: 'proves it', PARTIAL: 'proves a part', BLOCK: 'can only disprove it' }
const order: Outcome[] = ['FAIL', 'ERROR', 'NOT_EXERCISED', 'PASS', 'NOT_APPLICABLE']

/** What a run found: the worst first, each with what was expected and what was seen. */
export function RunResults({ run }: { run: Run }) {
  const results = run.report?.results ?? []
  const count = (outcome: Outcome) => results.filter((r) => r.result === outcome).length
  const sorted = results.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
  return (
    <>
      {run.abortCode ? (
        <InsetText>
          It ended early: {abortWords[run.abortCode as keyof typeof abortWords] ?? run.abortCode}. Nothing of it counts.
        </InsetText>
      ) : null}
      {results.length === 0 ? (
        <p>It has no results{run.state === 'finished' ? ': what a dry run found is kept for 30 days' : ''}.</p>
      ) : (
        <>
          <p>
            {order
              .filter((outcome) => count(outcome) > 0)
              .map((outcome) => `${resultWords[outcome].words}: ${count(outcome)}`)
              .join(' · ')}
          </p>
          <Table
            caption={`Checks: ${results.length}`}
            columns={[{ heading: 'Check' }, { heading: 'What was expected and seen' }]}
            rows={sorted.map((r) => ({
              key: r.check,
              cells: [
                <span key="check">
                  {r.check} <Tag colour={resultWords[r.result].colour}>{resultWords[r.result].words}</Tag>
                  <br />
                  <span className="nhsuk-body-s">
                    {suiteTable.find((line) => line.id === r.check)?.title};{' '}
                    {strengthWords[strengthOf(r.check) ?? 'PARTIAL']}
                  </span>
                </span>,
                <span key="message">
                  {r.message || resultWords[r.result].meaning}
                  {r.exchanges.length > 0 ? (
                    <span className="nhsuk-body-s">
                      <br />
                      Requests {ranges(r.exchanges.map((n) => n + 1))}
                    </span>
                  ) : null}
                </span>,
              ],
            }))}
          />
          <Exchanges run={run} />
        </>
      )}
    </>
  )
}

/** Every request with what came back, without anything that could be a secret or a record (EV-01). */
function Exchanges({ run }: { run: Run }) {
  const exchanges = run.report?.exchanges ?? []
  if (exchanges.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">All {exchanges.length} requests</span>
      </summary>
      <div className="nhsuk-details__text">
        <Table
          caption="Requests in their order"
          columns={[{ heading: 'Number' }, { heading: 'Request' }, { heading: 'Status' }, { heading: 'Time' }]}
          rows={exchanges.map((e, i) => ({
            key: String(i),
            cells: [
              String(i + 1),
              <span className="tw:break-all" key="url">
                {e.method} {e.url}
              </span>,
              e.status === null ? 'no answer' : String(e.status),
              `${e.ms} ms`,
            ],
          }))}
        />
      </div>
    </details>
  )
}
