'use client'

import { type FormEvent, lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { modulesAddress, parseAddress } from '@/lib/catalogue/module-filter-rules'
import { SavedFilterLinks } from '../comparison/saved-filter-links'
import { HistoricExamples } from './historic-examples'
import { ModuleFilterForm } from './module-filter-form'
import { ModuleResults, resultWords } from './module-results'
import type { Shown } from './queries'

const LiveSearch = lazy(() => import('./live-search'))
const page = '/modules'

/**
 * The list with its filters. It is a plain form and plain links; with script a tick shows its results at once. The address
 * is the whole state all the same: each tick is a step in the browser's history, and going back asks for what stood there.
 */
export function ModuleFinder({ sizeHint, mayKeep, ...first }: Shown & { sizeHint: string; mayKeep: boolean }) {
  const [shown, setShown] = useState<Shown>(first)
  const [query, setQuery] = useState<string | null>(null)
  const [announced, announce] = useState('')
  const [ticked, setTicked] = useState<string[]>([])
  const [visit, setVisit] = useState(0)
  const wentBack = useRef(false)
  const onShown = useCallback((of: string, next: Shown) => {
    if (of !== window.location.search) return
    setShown(next)
    // The boxes hold what was ticked last; going back unticks it, so the form is drawn anew.
    if (wentBack.current) setVisit((n) => n + 1)
    wentBack.current = false
    announce(resultWords(next.found.total))
  }, [])
  useEffect(() => {
    function onPopState() {
      if (window.location.pathname !== page) return
      setQuery(window.location.search)
      wentBack.current = true
    }
    window.addEventListener('popstate', onPopState)
    return () => window.removeEventListener('popstate', onPopState)
  }, [])

  function onChange(event: FormEvent<HTMLFormElement>) {
    const control = event.target as HTMLInputElement | HTMLSelectElement
    if (control.type !== 'checkbox' && control.type !== 'select-one') return
    const typed = new URLSearchParams([...new FormData(event.currentTarget)].map(([k, v]) => [k, String(v)]))
    const address = modulesAddress(parseAddress(`${window.location.origin}${page}?${typed}`).filter)
    setTicked((values) => [...values, control.value])
    window.history.pushState(null, '', address)
    setQuery(window.location.search)
  }
  return (
    <>
      <p>
        <a href="#results">Go to the {resultWords(shown.found.total)}</a>
      </p>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-one-third">
          <ModuleFilterForm key={visit} found={shown.found} sizeHint={sizeHint} ticked={ticked} onChange={onChange} />
        </div>
        <div className="nhsuk-grid-column-two-thirds">
          {mayKeep ? <SavedFilterLinks filter={shown.found.filter} /> : null}
          <ModuleResults found={shown.found} ignored={[...shown.ignored, ...shown.found.ignored]} />
          {shown.found.filter.historic ? <HistoricExamples examples={shown.historic} /> : null}
        </div>
      </div>
      <div className="nhsuk-u-visually-hidden" role="status">
        {announced}
      </div>
      {query === null ? null : (
        <Suspense>
          <LiveSearch query={query} onShown={onShown} />
        </Suspense>
      )}
    </>
  )
}
