'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ProgressBar } from '@/components/ui/progress-bar'
import { isUnderWay, planLabels } from '@/lib/comparison/plans/plan-run'
import { type PlanProgressView, planProgress } from './queries'

/** The live progress of a plan; without script the link shows the page again as it then stands. */
export function PlanProgress({ run }: { run: PlanProgressView }) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <LiveProgress key={run.state} run={run} />
    </QueryClientProvider>
  )
}

function LiveProgress({ run }: { run: PlanProgressView }) {
  const router = useRouter()
  const { data } = useQuery(planProgress(run))
  const ended = !isUnderWay(data)
  useEffect(() => {
    if (ended) router.refresh()
  }, [ended, router])
  const { progress, limitSeconds, state } = data
  return (
    <>
      <ProgressBar
        label={state === 'running' ? 'Seconds of the time it may take' : planLabels[state].words}
        done={Math.min(progress?.seconds ?? 0, limitSeconds)}
        total={state === 'running' ? limitSeconds : 0}
      />
      <p aria-live="polite">{wordsOf(progress)}</p>
      <p>
        <a href={`/shortlists/plans/${run.id}`}>Show how far it is now</a>
      </p>
    </>
  )
}

const about = (pounds: number) => `about £${Math.round(pounds).toLocaleString('en-GB')}`
function wordsOf(progress: PlanProgressView['progress']): string {
  if (progress?.bestPounds == null) return ''
  const bound = progress.boundPounds === null ? '' : `; no plan can cost less than ${about(progress.boundPounds)}`
  return `The best plan so far costs ${about(progress.bestPounds)}${bound}.`
}
