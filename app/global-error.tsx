'use client'

/** Where even the frame of a page could not be drawn, for example because the database is gone: a page that needs nothing. */
export default function GlobalError() {
  return (
    <html lang="en-GB">
      <head>
        <title>Sorry, something went wrong</title>
      </head>
      <body>
        <main>
          <h1>Sorry, something went wrong</h1>
          <p>The fault is ours, not yours. What was saved is safe. Try again in a few minutes.</p>
          <p>
            <a href="/">Go to the home page</a>
          </p>
        </main>
      </body>
    </html>
  )
}
