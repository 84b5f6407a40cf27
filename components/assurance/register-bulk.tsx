import { SummaryList } from '@/components/ui/summary-list'
import type { getBulkCheckpoint } from '@/lib/assurance/register/bulk/read-bulk'
import { dayWords } from '@/lib/platform/days'

type Checkpoint = Awaited<ReturnType<typeof getBulkCheckpoint>>
const mb = (bytes: bigint) => `${(Number(bytes) / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`

/** The whole register as files, and how to check that they are whole (RG-03). */
export function RegisterBulk({ checkpoint }: { checkpoint: Checkpoint }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">The whole register</h2>
      {checkpoint ? (
        <SummaryList
          rows={[
            { key: 'As of the end of', value: dayWords(checkpoint.asOf) },
            {
              key: 'Lines',
              value: `${checkpoint.lines.toLocaleString('en-GB')} of ${checkpoint.moduleVersions.toLocaleString('en-GB')} module versions`,
            },
            {
              key: 'JSON',
              value: (
                <>
                  <a href="/open-data/register.json">register.json</a>, {mb(checkpoint.jsonBytes)}
                  <br />
                  SHA-256 <code className="tw:break-all">{checkpoint.jsonSha256}</code>
                </>
              ),
            },
            {
              key: 'CSV',
              value: (
                <>
                  <a href="/open-data/register.csv">register.csv</a>, {mb(checkpoint.csvBytes)}
                  <br />
                  SHA-256 <code className="tw:break-all">{checkpoint.csvSha256}</code>
                </>
              ),
            },
            { key: 'JSON Schema', value: <a href="/open-data/register.schema.json">register.schema.json</a> },
            { key: 'Checkpoint', value: <a href="/open-data/register.checkpoint.json">register.checkpoint.json</a> },
          ]}
        />
      ) : (
        <p>It is written every night. The first one has not been made yet.</p>
      )}
    </>
  )
}
