import { Table } from '@/components/ui/table'
import { instantInWords } from '@/lib/platform/days'
import { factTitle, factWords } from '@/lib/switching/facts/fact-words'
import type { FullView } from '@/lib/switching/get-full-view'

/** Every statement that stands now: what the gates read. */
export function StatedFacts({ stated }: { stated: FullView['stated'] }) {
  if (stated.length === 0) return <p>Nothing has been stated yet.</p>
  return (
    <Table
      caption="Facts as they are stated"
      hideCaption
      columns={[{ heading: 'What' }, { heading: 'Stated' }, { heading: 'By' }, { heading: 'When' }]}
      rows={stated.map((fact) => ({
        key: fact.id,
        cells: [factTitle(fact), <Stated fact={fact} key="stated" />, fact.by, instantInWords(fact.statedAt)],
      }))}
    />
  )
}

/** The plan that was chosen is a comparison that can be opened; everything else is words. */
function Stated({ fact }: { fact: FullView['stated'][number] }) {
  if (fact.kind !== 'plan') return factWords(fact)
  return <a href={`/saved-comparisons/${fact.value.comparison}`}>The saved comparison it was chosen from</a>
}
