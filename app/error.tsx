'use client'

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">Sorry, something went wrong</h1>
      <p>The fault is ours, not yours. What you had not saved may be lost; what was saved is safe.</p>
      <p>
        <button type="button" className="nhsuk-button" onClick={reset}>
          Try again
        </button>
      </p>
      <p>
        If it happens again, go back to <a href="/">the home page</a>.
      </p>
    </>
  )
}
