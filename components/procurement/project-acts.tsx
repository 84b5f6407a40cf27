import { ActionForm } from '@/components/ui/action-form'
import { ButtonLink } from '@/components/ui/button'
import { FormTextArea } from '@/components/ui/form-fields'
import type { FrameworkView } from '@/lib/catalogue/frameworks/framework'
import type { FormAction } from '@/lib/platform/form-state'
import { awardedEntries, type Project } from '@/lib/procurement/projects/project'
import { AwardForm } from './award-form'
import { NeedsForm } from './needs-form'

type Acts = Record<'setNeeds' | 'freeze' | 'decide' | 'draft' | 'cancel' | 'again', FormAction>
type Props = {
  project: Project
  frameworks: FrameworkView[]
  capabilityNames: Record<string, string>
  buyer: { isCommissioner: boolean }
  /** Modules of the project that are ordered already. */
  orderedIds: string[]
  actions: Acts
}

/** The one thing to do next in this project, and the ways out of it. */
export function ProjectActs(props: Props) {
  const { project, orderedIds, actions } = props
  return (
    <>
      <NextAct {...props} />
      {project.state === 'decided' ? null : (
        <ActionForm
          action={actions.cancel}
          hidden={{ id: project.id, version: project.version }}
          button="Cancel the project for good"
          look="warning"
          summary="Cancel this project"
        >
          <p>
            It cannot be taken up again. What happened so far stays to be read, and suppliers that compete are told.
          </p>
          <FormTextArea name="reason" label="Why is it cancelled?" hint="30 to 1,000 characters" rows={2} />
        </ActionForm>
      )}
      {project.state === 'scoping' || orderedIds.length > 0 ? null : (
        <ActionForm
          action={actions.again}
          hidden={{ id: project.id }}
          button="Start a new project from this one"
          look="secondary"
          summary="Start again"
        >
          <p>
            Nothing that was frozen is thawed. A new project, linked to this one, begins from the shortlist as it stands
            now.
          </p>
        </ActionForm>
      )}
    </>
  )
}

function NextAct({ project, frameworks, capabilityNames, buyer, orderedIds, actions }: Props) {
  if (project.state === 'scoping')
    return (
      <NeedsForm
        project={project}
        frameworks={frameworks}
        capabilityNames={capabilityNames}
        namesPractices={buyer.isCommissioner}
        save={actions.setNeeds}
      />
    )
  if (project.state === 'shortlisting')
    return (
      <ActionForm
        action={actions.freeze}
        hidden={{ id: project.id, version: project.version }}
        button="Freeze the shortlist"
      >
        <p>
          Freezing copies every match as it stands now: your shortlist, and all that its search finds. It cannot be
          undone; you can start again with a new project.
        </p>
      </ActionForm>
    )
  if (project.route === 'competition' && project.state !== 'decided')
    return (
      <ButtonLink
        href={
          project.state === 'frozen' ? `/projects/${project.id}/criteria` : `/competitions/${project.competitionId}`
        }
      >
        {project.state === 'frozen' ? 'Say what counts and open the competition' : 'Go to the competition'}
      </ButtonLink>
    )
  if (project.state === 'frozen') return <AwardForm project={project} decide={actions.decide} />
  const winners = awardedEntries(project)
  return winners
    .filter(({ moduleId }) => !orderedIds.includes(moduleId))
    .map(({ id, moduleName, supplierName }) => (
      <ActionForm
        key={id}
        action={actions.draft}
        hidden={{ projectId: project.id, entryId: id }}
        button={winners.length > 1 ? `Draft the order to ${supplierName}: ${moduleName}` : 'Draft the order'}
      />
    ))
}
