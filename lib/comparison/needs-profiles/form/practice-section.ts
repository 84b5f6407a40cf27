import { linesOf, one } from '@/lib/catalogue/drafts/draft-section'
import { most } from '../needs-content'
import { mostName } from '../needs-profile'
import { changeOr, type NeedsSection } from './needs-section'

/** Every code that was typed, a practice a line: its ODS code, and whatever stands behind a comma. */
export const codesIn = (text: string): string[] => [
  ...new Set(
    linesOf(text).map((line) =>
      line
        .split(/[,;\t]/)[0]!
        .trim()
        .toUpperCase(),
    ),
  ),
]

export const practiceSection: NeedsSection = {
  slug: 'practices',
  title: 'Name and practices',
  lead: 'A plan is made for these practices together. Their list sizes decide what is paid by the patient.',
  fields: ({ content }) => [
    { name: 'name', label: 'Name of the profile', kind: 'text', max: mostName, hint: 'Up to 255 characters' },
    {
      name: 'practices',
      label: 'Practices',
      kind: 'area',
      max: 5_000,
      hint: 'One a line: the ODS code, then a comma and the name if you like. 1 to 50 practices of the same commissioner.',
    },
    ...(content.practiceIds.length > 1
      ? [
          {
            name: 'mayDiffer',
            label: 'Must all take the same?',
            kind: 'check' as const,
            hint: 'The practices may take different modules',
          },
        ]
      : []),
  ],
  values: ({ name, content }, { practices }) => ({
    name,
    practices: content.practiceIds
      .map((id) => `${practices[id]?.code ?? id}, ${practices[id]?.name ?? 'no longer known'}`)
      .join('\n'),
    mayDiffer: content.mayDiffer ? 'yes' : '',
  }),
  read: (raw, { content }, { practices, found }) => {
    const faults: Record<string, string[]> = {}
    const name = one(raw, 'name').trim()
    if (name === '') faults.name = ['Enter a name']
    if (name.length > mostName) faults.name = ['Name must be 255 characters or fewer']
    const codes = codesIn(one(raw, 'practices'))
    const known = [...Object.values(practices), ...Object.values(found)]
    const unknown = codes.filter((code) => !known.some((practice) => practice.code === code))
    if (codes.length === 0) faults.practices = ['Name at least one practice']
    else if (codes.length > most.practices) faults.practices = [`A profile names ${most.practices} practices at most`]
    else if (unknown.length > 0)
      faults.practices = unknown
        .slice(0, 20)
        .map((code) => `${code.slice(0, 20)} is not an open practice of your commissioner`)
    const practiceIds = codes.flatMap((code) => known.find((practice) => practice.code === code)?.id ?? [])
    const isIn = ({ practiceId }: { practiceId: string }) => practiceIds.includes(practiceId)
    return changeOr(faults, {
      name,
      content: {
        practiceIds,
        mayDiffer: practiceIds.length > 1 && one(raw, 'mayDiffer') === 'yes',
        // What was said of a practice that is no longer in the profile goes with it.
        today: content.today?.filter(isIn),
        sizes: content.sizes.filter(isIn),
      },
    })
  },
  step: ({ content }) => (content.practiceIds.length > 0 ? 'completed' : 'not-started'),
}
