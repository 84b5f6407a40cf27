import { apiHeaders } from './api-headers'
import { jsonAnswer } from './json-answer'
import { type Page, readPaging } from './page-of'

/** Public data that is passed on bears its licence. */
export const openGovernmentNotice =
  'Contains information from NHS England, licensed under the Open Government Licence v3.0.'

/** RFC 9457 problem details as an answer. */
export function problemAnswer(status: number, title: string, detail: string): Response {
  return Response.json(
    { type: 'about:blank', title, status, detail },
    { status, headers: { ...apiHeaders(), 'content-type': 'application/problem+json' } },
  )
}

/** A public list: one page, the next one in `Link`, an ETag; a bad cursor or limit is a problem with words. */
export async function listAnswer<T>(
  request: Request,
  list: (after: string, limit: number) => Promise<Page<T>>,
): Promise<Response> {
  const address = new URL(request.url)
  const paging = readPaging(address.searchParams)
  if ('wrong' in paging) return problemAnswer(400, 'Bad request', paging.wrong)
  const page = await list(paging.after, paging.limit)
  const answer = jsonAnswer(request, { ...page, notice: openGovernmentNotice })
  if (page.next)
    answer.headers.set('link', `<${address.pathname}?limit=${paging.limit}&cursor=${page.next}>; rel="next"`)
  return answer
}
