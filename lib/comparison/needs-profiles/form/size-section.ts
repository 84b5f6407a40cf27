import { one, type SectionField } from '@/lib/catalogue/drafts/draft-section'
import { listSizeHint } from '@/lib/catalogue/list-size-rules'
import { most, type TypedSize } from '../needs-content'
import { changeOr, type NeedsSection } from './needs-section'

/** QTY-1: the published list size counts; another may be typed with the reason. */
export const listSize: NeedsSection = {
  slug: 'list-size',
  title: 'List size',
  lead: 'The newest published size counts where you enter nothing. Enter your own where it is missing or no longer right, and say why.',
  fields: ({ content }, { practices, today }) =>
    content.practiceIds.flatMap((id): SectionField[] => {
      const practice = practices[id]
      const known =
        practice?.listSize && practice.asOf ? { patients: practice.listSize, asOf: practice.asOf } : undefined
      const group = practice?.name ?? id
      return [
        {
          name: `size-${id}`,
          label: 'Patients',
          kind: 'text',
          max: 9,
          group,
          hint: known ? listSizeHint(known, today) : 'No size is published for this practice',
        },
        { name: `why-${id}`, label: 'Why another size', kind: 'area', max: most.sizeReason, group },
      ]
    }),
  values: ({ content }) =>
    Object.fromEntries(
      content.sizes.flatMap(({ practiceId, patients, reason }) => [
        [`size-${practiceId}`, String(patients)],
        [`why-${practiceId}`, reason],
      ]),
    ),
  read: (raw, { content }, { practices }) => {
    const faults: Record<string, string[]> = {}
    const sizes = content.practiceIds.flatMap((practiceId): TypedSize[] => {
      const [text, reason] = [one(raw, `size-${practiceId}`).trim(), one(raw, `why-${practiceId}`).trim()]
      if (text === '') {
        if (!practices[practiceId]?.listSize) faults[`size-${practiceId}`] = ['Enter how many patients there are']
        return []
      }
      const patients = Number(text.replaceAll(',', ''))
      if (!Number.isInteger(patients) || patients < 1 || patients > 10_000_000)
        faults[`size-${practiceId}`] = ['Enter a whole number of patients']
      if (reason === '') faults[`why-${practiceId}`] = ['Say why the published size does not do']
      if (reason.length > most.sizeReason) faults[`why-${practiceId}`] = ['Reason must be 250 characters or fewer']
      return [{ practiceId, patients, reason }]
    })
    return changeOr(faults, { content: { sizes } })
  },
  step: ({ content }, { practices }) =>
    content.practiceIds.every(
      (id) => practices[id]?.listSize || content.sizes.some(({ practiceId }) => practiceId === id),
    )
      ? 'completed'
      : 'not-started',
}
