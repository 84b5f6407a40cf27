import { ActionForm } from '@/components/ui/action-form'
import { FormSelect } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { type OldRequirement, proposeDifference } from '@/lib/assurance/refresh/difference-rules'
import type { StandardDraftView } from '@/lib/assurance/standards/get-standard-desk'
import type { RequirementChange } from '@/lib/assurance/standards/standard-draft'
import type { FormAction } from '@/lib/platform/form-state'

/** RF-01: what becomes of each requirement. What is not decided yet shows what the texts themselves suggest. */
export function DifferenceForm({ view, classify }: { view: StandardDraftView; classify: FormAction }) {
  const { draft, old, gaps } = view
  const now = draft.content.requirements
  const suggested = proposeDifference(old, now)
  const decided = (r: OldRequirement) => draft.difference.find(isOf(r))
  const cameFrom = new Set(
    [...draft.difference, ...suggested].flatMap((c) => (c.fromVersionId ? [c.requirementId] : [])),
  )
  const fresh = now.filter(
    (r) => !cameFrom.has(r.id) || draft.difference.some((c) => c.kind === 'NEW' && c.requirementId === r.id),
  )
  return (
    <>
      {gaps.length === 0 ? (
        <p>Every requirement is classified.</p>
      ) : (
        <InsetText>
          Not complete: {gaps.slice(0, 5).join(', ')}
          {gaps.length > 5 ? ` and ${gaps.length - 5} more` : ''}. Until you save, you see what the texts themselves
          suggest.
        </InsetText>
      )}
      <ActionForm action={classify} hidden={{ id: draft.id, version: draft.version }} button="Save the difference">
        {old.map((r) => (
          <FormSelect
            key={`${r.standardVersionId}/${r.id}`}
            name={`from-${r.standardVersionId}/${r.id}`}
            label={`${r.id} ${r.title}`}
            hint={decided(r) ? 'Decided' : 'Suggested by the texts'}
            value={wordOf(decided(r) ?? suggested.find(isOf(r)))}
            options={[
              { value: '', text: 'Not decided' },
              { value: 'REMOVED', text: 'Removed' },
              ...now
                .flatMap((to) =>
                  ways.map(([kind, words]) => ({ value: `${kind} ${to.id}`, text: `${words}: ${to.id}` })),
                )
                .filter(({ value }) => now.length <= 30 || value.endsWith(` ${r.id}`)),
            ]}
          />
        ))}
        {fresh.map((r) => (
          <FormSelect
            key={r.id}
            name={`new-${r.id}`}
            label={`${r.id} ${r.title}`}
            hint="No older requirement leads to it"
            value="NEW"
            options={[
              { value: 'NEW', text: 'New' },
              { value: '', text: 'Not decided' },
            ]}
          />
        ))}
      </ActionForm>
    </>
  )
}

const ways = [
  ['SAME', 'The same'],
  ['REWORDED', 'Reworded, asks no more'],
  ['TIGHTENED', 'Tightened, asks more'],
] as const

const isOf = (r: OldRequirement) => (c: RequirementChange) =>
  c.fromVersionId === r.standardVersionId && c.fromRequirementId === r.id
const wordOf = (c: RequirementChange | undefined) => (c ? `${c.kind} ${c.requirementId ?? ''}`.trim() : '')
