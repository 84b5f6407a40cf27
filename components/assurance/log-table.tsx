import { Table } from '@/components/ui/table'
import type { LogLine } from '@/lib/assurance/evidence-log/log'
import { dayOf, dayWords } from '@/lib/platform/days'

const subjectWords: Record<string, string> = {
  Finding: 'Signed finding',
  OfficerDecision: 'Decision of two officers',
  Waiver: 'Waiver',
  StandardDecision: 'Decision about a standard',
  ConformanceRun: 'Official run of the conformance suite',
  LogKey: 'A key that signs from now on',
}

/** Leaves of the evidence log, the newest first, each with its proof where a checkpoint covers it. */
export function LogTable({ lines, covered }: { lines: LogLine[]; covered: number }) {
  if (lines.length === 0) return <p>Nothing has been found or decided yet.</p>
  return (
    <Table
      caption="Leaves of the log"
      hideCaption
      columns={[{ heading: 'Place', number: true }, { heading: 'What' }, { heading: 'Added' }, { heading: 'Proof' }]}
      rows={lines.map((line) => ({
        key: String(line.index),
        cells: [
          line.index,
          subjectWords[line.subjectType] ?? line.subjectType,
          dayWords(dayOf(line.appendedAt)),
          line.index < covered ? (
            <a key="proof" href={`/evidence-log/proofs/${line.index}`} download={`proof-${line.index}.json`}>
              Download<span className="nhsuk-u-visually-hidden"> the proof of leaf {line.index}</span>
            </a>
          ) : (
            'within an hour'
          ),
        ],
      }))}
    />
  )
}
