import { Table } from '@/components/ui/table'
import { poundsWords } from '@/lib/platform/money'
import { elementWords, type QualityGuide, scoreWords } from '@/lib/procurement/competitions/competition'

/** What quality is to the buyer, as it was said with the criteria; it stands beside the result and decides nothing. */
export function QualityText({ quality: { floor, values } }: { quality: QualityGuide }) {
  return (
    <>
      <p>
        {floor === null
          ? 'No least quality is set.'
          : `Good enough is a mean score of ${floor} (${scoreWords[floor]!.toLowerCase()}) or more.`}{' '}
        This is for views beside the result; the greatest total alone wins.
      </p>
      {values.length === 0 ? null : (
        <Table
          caption="What quality is worth over the term"
          columns={[
            { heading: 'What' },
            ...[1, 2, 3, 4, 5].map((level) => ({ heading: `${level}, ${scoreWords[level]}`, number: true })),
          ]}
          rows={values.map(({ kind, pence }) => ({
            key: kind,
            cells: [elementWords[kind], ...pence.map((worth) => poundsWords(BigInt(worth)))],
          }))}
        />
      )}
    </>
  )
}
