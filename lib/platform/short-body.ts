/** The text of a request's body; undefined where it has more bytes than that, and then nothing beyond them is read. */
export async function shortBody(request: Request, most: number): Promise<string | undefined> {
  const reader = request.body?.getReader()
  if (!reader) return ''
  const parts: Uint8Array[] = []
  let length = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength
    if (length > most) {
      await reader.cancel()
      return undefined
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts).toString('utf8')
}
