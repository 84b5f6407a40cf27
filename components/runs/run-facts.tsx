import { ActionForm } from '@/components/ui/action-form'
import { SummaryList } from '@/components/ui/summary-list'
import type { RunView } from '@/lib/assurance/runs/get-run'
import { isUnderWay, runStateWords } from '@/lib/assurance/runs/run'
import { dayOf, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** Where a run stands, what tested what, and where its evidence is. */
export function RunFacts({ run }: { run: RunView }) {
  const { report } = run
  const seconds = run.beganAt && run.endedAt ? (run.endedAt.getTime() - run.beganAt.getTime()) / 1_000 : null
  return (
    <SummaryList
      rows={[
        // While it lasts the progress below says so, and says it anew each second.
        ...(isUnderWay(run) ? [] : [{ key: 'State', value: runStateWords[run.state] }]),
        { key: 'Asked for on', value: dayWords(dayOf(run.queuedAt)) },
        ...(run.reason ? [{ key: 'Reason', value: run.reason }] : []),
        ...(seconds === null ? [] : [{ key: 'Lasted', value: `${seconds.toFixed(1)} seconds` }]),
        ...(report ? [{ key: 'Suite', value: `${report.suite.name} ${report.suite.version}` }] : []),
        ...(run.logIndex === null
          ? []
          : [
              {
                key: 'Evidence',
                value: (
                  <>
                    <a href={`/evidence-log/proofs/${run.logIndex}`}>
                      Signed proof, leaf {run.logIndex} of the evidence log
                    </a>
                    ; <a href="/evidence-log">how to verify it</a>
                  </>
                ),
              },
            ]),
        ...(run.register ? [{ key: 'Register', value: <a href={run.register}>What the register says</a> }] : []),
      ]}
    />
  )
}

/** What can be done with it now: stop it, take it home, try again. */
export function RunNext({ run, stop, repeat }: { run: RunView; stop: FormAction; repeat: FormAction }) {
  return (
    <>
      {run.mayStop.allowed ? (
        <ActionForm action={stop} hidden={{ id: run.id, version: run.version }} button="Stop this run" look="warning" />
      ) : null}
      {run.report ? (
        <ul className="nhsuk-list">
          <li>
            <a href={`/runs/${run.id}/report.json`}>Download the report (JSON)</a>
          </li>
          <li>
            <a href={`/runs/${run.id}/report.xml`}>Download it as JUnit (XML)</a>
          </li>
        </ul>
      ) : null}
      {run.mayRepeat ? (
        <ActionForm action={repeat} hidden={{ endpointId: run.endpointId }} button="Dry-run again" />
      ) : null}
    </>
  )
}
