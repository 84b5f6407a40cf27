import { NotStated, Section, Words } from '@/components/catalogue/section'
import { Details } from '@/components/ui/details'
import { SummaryList } from '@/components/ui/summary-list'
import {
  type DataProcessing,
  type ProcessingText,
  processingTexts,
  type SubProcessorText,
  subProcessorTexts,
} from '@/lib/catalogue/data-processing'

/** P21: what the supplier does with personal data, who answers for it, and who helps. */
export function ModuleData({ processing }: { processing: DataProcessing | undefined }) {
  if (!processing)
    return (
      <Section id="data-processing">
        <NotStated />
      </Section>
    )
  const { officer, subProcessors } = processing
  return (
    <Section id="data-processing">
      <SummaryList
        rows={[
          ...(Object.keys(processingTexts) as ProcessingText[]).map((key) => ({
            key: processingTexts[key],
            value: <Words text={processing[key]} />,
          })),
          {
            key: 'Data protection officer',
            value: [officer.name, officer.email, officer.phone].filter(Boolean).join(', ') || 'Not stated',
          },
          ...(subProcessors.length === 0 ? [{ key: 'Sub-processors', value: 'None is stated' }] : []),
        ]}
      />
      {subProcessors.map((sub, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is frozen, and a name may stand twice
        <Details summary={`Sub-processor: ${sub.name}`} key={i}>
          <SummaryList
            rows={(Object.keys(subProcessorTexts) as SubProcessorText[]).map((key) => ({
              key: subProcessorTexts[key],
              value: <Words text={sub[key]} />,
            }))}
          />
        </Details>
      ))}
    </Section>
  )
}
