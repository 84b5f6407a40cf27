import { SummaryList } from '@/components/ui/summary-list'
import { Warning } from '@/components/ui/warning'
import {
  type HistoricExample,
  historicBanner,
  historicPriceWords,
  yearWords,
} from '@/lib/catalogue/historic/historic-example'

/** One example of a former year, with where it was printed. */
export function HistoricFacts({ example }: { example: HistoricExample }) {
  return (
    <>
      <Warning title={historicBanner}>
        <p>This is what a public source said in its year. It cannot be bought, compared or put on a shortlist here.</p>
      </Warning>
      <SummaryList
        rows={[
          { key: 'Year', value: yearWords(example) },
          { key: 'Price then', value: historicPriceWords(example) },
          { key: 'Capabilities', value: example.capabilities || 'Not stated' },
          { key: 'Offered through', value: example.route || 'Not stated' },
          { key: 'Source', value: example.sourceUrl ?? 'Not stated' },
          { key: 'Note', value: example.note ?? 'None' },
        ]}
      />
    </>
  )
}
