import { type Task, TaskList } from '@/components/ui/task-list'
import type { DraftView, SectionView } from '@/lib/catalogue/drafts/get-draft'
import { progressWords } from '@/lib/catalogue/drafts/listing-draft-journey'

/** The sections of a listing and how far each is. */
export function DraftTasks({ draft }: { draft: DraftView }) {
  const isOpen = draft.state === 'draft'
  return (
    <section aria-labelledby="sections">
      <h2 className="nhsuk-heading-m" id="sections">
        Sections
      </h2>
      <p>{draft.progress}.</p>
      <TaskList tasks={draft.sections.map((section) => taskOf(section, isOpen ? draft.id : undefined))} />
    </section>
  )
}

const hintOf = ({ needed, progress }: SectionView): string => {
  if (progress === 'not-applicable') return 'Not asked of an associated service'
  return needed ? 'Needed before it can be submitted' : 'Helps buyers; may stay empty'
}

const taskOf = (section: SectionView, draftId: string | undefined): Task => ({
  title: section.title,
  hint: hintOf(section),
  status: progressWords[section.progress],
  ...(section.progress !== 'complete' && { colour: section.needed ? ('blue' as const) : ('grey' as const) }),
  ...(draftId && section.progress !== 'not-applicable' && { href: `/supplier/listings/${draftId}/${section.slug}` }),
})
