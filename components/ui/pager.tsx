/** Which page of a list this is, and the way to the others. `hrefOf` keeps everything else of the address. */
export function Pager({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  if (pages <= 1) return null
  return (
    <nav className="pager" aria-label="Pages of this list">
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev">
          Previous page
        </a>
      ) : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={hrefOf(page + 1)} rel="next">
          Next page
        </a>
      ) : null}
    </nav>
  )
}
