import { SummaryList } from '@/components/ui/summary-list'
import type { SeenCheckpoint } from '@/lib/assurance/evidence-log/log'
import { dayOf, dayWords } from '@/lib/platform/days'

/** How long the log is, and how anybody can verify a leaf of it. */
export function VerifySteps({ size, checkpoint }: { size: number; checkpoint: SeenCheckpoint | undefined }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Leaves', value: size.toLocaleString('en-GB') },
          {
            key: 'Newest checkpoint',
            value: checkpoint ? (
              <a href="/evidence-log/checkpoint">
                {checkpoint.size.toLocaleString('en-GB')} leaves,{' '}
                {checkpoint.madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC
              </a>
            ) : (
              'none yet: the first is signed within an hour'
            ),
          },
          {
            key: 'Witnesses',
            value: witnessWords(checkpoint?.witnesses ?? []),
          },
        ]}
      />
      <h2 className="nhsuk-heading-m">Verify it yourself</h2>
      <ol>
        <li>
          Get <a href="/evidence-log/verify.mjs">the verifier</a>. It is one file that needs only Node, and you can read
          it.
        </li>
        <li>
          Get <a href="/evidence-log/keys.json">the keys</a>. Compare them with a copy from somewhere else.
        </li>
        <li>
          Download a proof below, and run{' '}
          <code className="tw:break-all">node verify.mjs proof-0.json --keys keys.json</code>
        </li>
        <li>
          Keep today’s checkpoint. Later, ask for a proof with <code>?since=</code> and its number of leaves, and add{' '}
          <code className="tw:break-all">--since checkpoint.txt</code>: then you see that nothing before it was changed.
        </li>
        <li>
          Be a witness: <a href="/evidence-log/witness.mjs">one file more</a> looks at every checkpoint, co-signs it,
          and refuses a log that was forked or shortened. Ask the authority to name you.
        </li>
      </ol>
    </>
  )
}

/** EV-05: one witness could stand with the portal; two independent ones who saw the same log leave no room for another. */
function witnessWords(witnesses: SeenCheckpoint['witnesses']): string {
  const names = witnesses.map(({ name, seenAt }) => `${name} on ${dayWords(dayOf(seenAt))}`).join(', ')
  if (witnesses.length >= 2) return `The newest checkpoint is co-signed by ${names}.`
  const soFar = witnesses.length === 0 ? 'None yet.' : `Only ${names}.`
  return `${soFar} Until two witnesses co-sign the newest checkpoint, split views are possible: different readers could be shown different logs.`
}
