import 'server-only'
import { listContracts } from '@/lib/contracts/list-contracts'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { listCallOffs } from '@/lib/procurement/call-offs/get-call-off'
import { listCompetitionsToScore } from '@/lib/procurement/competitions/list-competitions'
import { listProjects } from '@/lib/procurement/projects/get-project'
import { listCases } from '@/lib/switching/cases/get-case'
import { listPracticeTasks } from '../options/list-practice-tasks'
import type { WorkLine } from './work-line'
import { lineOf } from './work-rules'

/** What waits for the people of a practice: their systems, their needs, their orders, their systems at risk. */
export async function listPracticeWork(ctx: Context): Promise<WorkLine[]> {
  const practices = organisationsOf(ctx.actor, 'practice-manager', 'gp-partner')
  if (practices.length === 0) return []
  const today = dayOf(ctx.now)
  const contracts = await listContracts(ctx.actor, today)
  const tasks = (
    await Promise.all(
      practices.map((id) =>
        listPracticeTasks(
          ctx,
          id,
          contracts.filter((c) => c.practiceIds.includes(id)),
        ),
      ),
    )
  ).flat()
  const projects = (await listProjects(ctx.actor)).filter((p) => p.state === 'scoping' || p.state === 'shortlisting')
  const drafts = (await listCallOffs(ctx.actor)).filter((c) => c.state === 'draft' && practices.includes(c.practiceId))
  const cases = (await listCases(ctx.actor)).filter(
    (c) => (c.state === 'at-risk' || c.state === 'leaving') && practices.includes(c.practiceId),
  )
  const scoring = await listCompetitionsToScore(ctx)
  return [
    ...lineOf(
      {
        key: 'systems',
        one: 'thing to say about your systems',
        many: 'things to say about your systems',
        href: '/systems',
      },
      tasks,
      today,
    ),
    ...lineOf(
      { key: 'cases', one: 'system at risk to decide on', many: 'systems at risk to decide on', href: '/cases' },
      cases.map((c) => ({ href: `/cases/${c.id}` })),
      today,
    ),
    ...lineOf(
      { key: 'scores', one: 'competition to score', many: 'competitions to score', href: '/projects' },
      scoring.map((c) => ({ href: `/competitions/${c.id}` })),
      today,
    ),
    ...lineOf(
      { key: 'orders', one: 'order to finish', many: 'orders to finish', href: '/call-offs' },
      drafts.map((c) => ({ href: `/call-offs/${c.id}` })),
      today,
    ),
    ...lineOf(
      {
        key: 'projects',
        one: 'project that is not frozen yet',
        many: 'projects that are not frozen yet',
        href: '/projects',
      },
      projects.map((p) => ({ href: `/projects/${p.id}` })),
      today,
    ),
  ]
}
