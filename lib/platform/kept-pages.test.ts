import { describe, expect, it } from 'vitest'
import { keptPages, nonceOf, packedPage, withNonce } from './kept-pages'

const page = (text: string) => packedPage(text, 'old')
const sized = (length: number) => ({ packed: Buffer.alloc(0), length })

describe('kept pages', () => {
  it('give every answer its own nonce', () => {
    const drawn = page('<script nonce="old">1</script><script nonce="old">2</script>')
    expect(withNonce(drawn, 'n1')).toBe('<script nonce="n1">1</script><script nonce="n1">2</script>')
    const long = `<p>Dr O’Neill’s £5</p><script nonce="old"></script>`.repeat(500)
    expect(withNonce(page(long), 'n2')).toBe(long.replaceAll('old', 'n2'))
    expect(page(long).length).toBeLessThan(long.length / 10)
    expect(nonceOf("script-src 'self' 'nonce-abc=' 'strict-dynamic'")).toBe('abc=')
    expect(nonceOf(null)).toBeUndefined()
  })

  it('are all gone when what they show has changed', () => {
    const kept = keptPages(100)
    kept.keep('/a', '1', page('a'))
    expect(kept.find('/a', '1')).toBeDefined()
    expect(kept.find('/a', '2')).toBeUndefined()
    expect(kept.find('/a', '1')).toBeUndefined()
  })

  it('take no more room than they may: the one unused for longest goes first', () => {
    const kept = keptPages(10)
    kept.keep('/a', '1', sized(4))
    kept.keep('/b', '1', sized(4))
    kept.find('/a', '1')
    kept.keep('/c', '1', sized(4))
    expect(['/a', '/b', '/c'].map((at) => kept.find(at, '1') !== undefined)).toEqual([true, false, true])
    kept.keep('/d', '1', sized(11))
    expect(kept.find('/d', '1')).toBeUndefined()
  })
})
