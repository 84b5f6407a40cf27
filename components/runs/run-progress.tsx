'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ProgressBar } from '@/components/ui/progress-bar'
import { isRunning, isUnderWay, runStateWords } from '@/lib/assurance/runs/run'
import { type RunProgressView, runProgress } from './queries'
import { resultWords } from './result-words'

/** The live progress of a run; without script the link shows the page again as it then stands. */
export function RunProgress({ run }: { run: RunProgressView }) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <LiveProgress key={run.state} run={run} />
    </QueryClientProvider>
  )
}

function LiveProgress({ run }: { run: RunProgressView }) {
  const router = useRouter()
  const { data } = useQuery(runProgress(run))
  const ended = !isUnderWay(data)
  useEffect(() => {
    if (ended) router.refresh()
  }, [ended, router])
  const progress = data.progress
  return (
    <>
      <ProgressBar
        label={isRunning(data) && data.state !== 'queued' ? 'Checks done' : runStateWords[data.state]}
        done={progress?.done ?? 0}
        total={progress?.of ?? 0}
      />
      <p aria-live="polite">{progress?.now ? `Trying ${progress.now}` : ''}</p>
      {progress && progress.results.length > 0 ? (
        <ul className="nhsuk-list">
          {progress.results.map(({ check, result }) => (
            <li key={check}>
              {check}: {resultWords[result].words}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={`/runs/${run.id}`}>Show how far it is now</a>
      </p>
    </>
  )
}
