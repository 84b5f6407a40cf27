import type { Project, ProjectState } from './project'

export type TaskStatus = 'cannot-start' | 'not-started' | 'in-progress' | 'completed' | 'not-applicable'
export type ProjectTask = { title: string; who: string; hint: string; href: string | null; status: TaskStatus }
type Order = { id: string; number: string; state: string } | undefined

const before: ProjectState[] = ['scoping', 'shortlisting', 'frozen', 'competing', 'scored', 'decided']
const you = 'You'

/** Every step from the need to the order: how far it is, who has it, where it is done. What a decision spares is not applicable. */
export function projectTasks(project: Project, offersClosed: boolean, order: Order): ProjectTask[] {
  const { state, route, competitionId, decision } = project
  const isOver = (step: ProjectState) => before.indexOf(state) > before.indexOf(step)
  const status = (step: ProjectState, begun = false): TaskStatus => {
    if (isOver(step)) return reached(project, step) ? 'completed' : 'not-applicable'
    return state === step ? (begun ? 'in-progress' : 'not-started') : 'cannot-start'
  }
  const link = (task: Omit<ProjectTask, 'href'>, href: string | null): ProjectTask => ({
    ...task,
    href: task.status === 'cannot-start' || task.status === 'not-applicable' ? null : href,
  })
  const competition =
    state === 'frozen' || !competitionId ? `/projects/${project.id}/criteria` : `/competitions/${competitionId}`
  const awarded = decision?.outcome === 'awarded'
  const orderStatus: TaskStatus = order
    ? order.state === 'signed'
      ? 'completed'
      : 'in-progress'
    : awarded
      ? 'not-started'
      : state === 'decided'
        ? 'not-applicable'
        : 'cannot-start'
  return [
    link(
      {
        title: 'Say what you need',
        who: you,
        hint: 'Dates, framework, route and list size',
        status: status('scoping'),
      },
      '#act',
    ),
    link(
      {
        title: 'Freeze the shortlist',
        who: you,
        hint: 'Text, price and standing are copied as they stand',
        status: status('shortlisting'),
      },
      '#act',
    ),
    ...(route === 'competition'
      ? [
          link(
            {
              title: 'Say what counts and open the competition',
              who: you,
              hint: 'Criteria, weights, who competes, the last day',
              status: status('frozen', competitionId !== null),
            },
            competition,
          ),
          link(
            {
              title: 'Offers',
              who: 'The suppliers',
              hint: 'Sealed until you close the scoring',
              status: offersStatus(project, offersClosed),
            },
            competition,
          ),
          link(
            {
              title: 'Score',
              who: 'Your evaluators',
              hint: 'Each alone, then one agreed score',
              status: offersClosed || isOver('competing') ? status('competing', true) : 'cannot-start',
            },
            competition,
          ),
        ]
      : []),
    link(
      {
        title: 'Decide, with reasons',
        who: you,
        hint: 'For the one you choose and for each of the others',
        status: status(route === 'competition' ? 'scored' : 'frozen'),
      },
      route === 'competition' ? competition : '#act',
    ),
    link(
      {
        title: order ? `Order ${order.number}` : 'Draft the order',
        who: order ? 'You, the payer and the supplier' : you,
        hint: 'Dates, value, funding, signatures',
        status: orderStatus,
      },
      order ? `/call-offs/${order.id}` : '#act',
    ),
  ]
}

/** Whether a step was done, or a decision came before it: cancelled, none suitable. */
function reached(project: Project, step: ProjectState): boolean {
  if (project.state !== 'decided') return true
  if (step === 'scoping') return project.startsOn !== null
  if (step === 'shortlisting') return project.frozenAt !== null
  if (project.decision?.outcome !== 'cancelled') return true
  return false
}

function offersStatus({ state, decision }: Project, offersClosed: boolean): TaskStatus {
  if (offersClosed) return 'completed'
  if (state === 'competing') return 'in-progress'
  return state === 'decided' && decision ? 'not-applicable' : 'cannot-start'
}
