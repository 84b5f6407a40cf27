import { request as ask } from 'node:http'

const mark = 'x-not-found-of'

/**
 * Where a page says that its record is not to be found, the framework answers 404 with an empty document which only a script
 * fills: a reader without JavaScript would see nothing. Then the page of an address that nobody has is given in its place, whose
 * text stands in the document. Asked of ourselves, as the same reader; the answer keeps its own nonce and headers.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} port where we answer
 */
export function notFoundInFull(request, response, port) {
  if (request.method !== 'GET' || request.headers[mark] || request.headers.rsc) return
  const own = {
    writeHead: response.writeHead,
    write: response.write,
    end: response.end,
    flushHeaders: response.flushHeaders,
  }
  const isEmptyPage = () =>
    response.statusCode === 404 && String(response.getHeader('content-type')).startsWith('text/html')
  response.writeHead = (status, ...headers) => {
    response.statusCode = status
    return isEmptyPage() ? response : own.writeHead.call(response, status, ...headers)
  }
  response.flushHeaders = () => {
    if (!isEmptyPage()) own.flushHeaders.call(response)
  }
  response.write = (...text) => isEmptyPage() || own.write.apply(response, text)
  response.end = (...text) => {
    if (!isEmptyPage()) return own.end.apply(response, text)
    Object.assign(response, own)
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    const headers = { ...request.headers, [mark]: request.url }
    const inFull = ask({ host: '127.0.0.1', port, path: '/page-not-found', headers }, (answer) => {
      response.writeHead(404, answer.rawHeaders)
      answer.pipe(response)
    })
    inFull.on('error', () => response.destroy())
    inFull.end()
    return response
  }
}
