import { describe, expect, it } from 'vitest'
import { facts, finding, met, observation } from '@/lib/testing/reconciliation-findings'
import { JsonNumber } from '../../json/json'
import { judge } from './judge'

describe('C13 to C15: values of any type, at any depth', () => {
  const said = (before: unknown, after: unknown, key = 'text') =>
    met(
      finding(
        'altered',
        { resourceType: 'Zettel', a: [{ [key]: before }] },
        { resourceType: 'Zettel', a: [{ [key]: after }] },
      ),
    )
  it.each<[string, string, string | undefined]>([
    ['a lost letter', 'One daily', 'One dail'],
    ['a replacement character', 'Café', 'Caf\ufffd'],
    ['double encoding', 'Café – “so”', 'CafÃ© â€“ â€œsoâ€\u009d'],
    ['a lost accent', 'Zoë', 'Zoe'],
    ['a text that is gone', 'Zoë', undefined],
    ['a lost emoji', 'ok 🙂', 'ok '],
    ['letters in another order', 'form', 'from'],
    ['an entity', 'A & E', 'A &amp; E'],
    ['an escape', 'one\ntwo', 'one\\ntwo'],
    ['letters taken apart', 'é', 'e\u0301'],
  ])('C13: counts %s', (_, before, after) => {
    expect(said(before, after)).toMatchObject({ C13: 'S2', C05: 'S2' })
  })
  it('C13: counts damage even where a machine reads it, and no text that only grew', () => {
    expect(said('Café', 'CafÃ©', 'code')).toMatchObject({ C13: 'S2' })
    expect(said('One', 'One daily')).not.toHaveProperty('C13')
    expect(said('active', 'stopped', 'status')).not.toHaveProperty('C13')
  })
  it.each<[string, object, object, string]>([
    ['a value', { value: new JsonNumber('7.10') }, { value: new JsonNumber('71.0') }, 'S1'],
    ['a unit alone', { unit: 'mmol/L' }, { unit: 'mg/dL' }, 'S1'],
    ["a unit's code", { code: 'mmol/L' }, { code: 'mg/dL' }, 'S1'],
    ['a comparator put in', {}, { comparator: '<' }, 'S1'],
    ['a number that became a text', { value: new JsonNumber('7') }, { value: '7' }, 'S1'],
    [
      'digits beyond any float',
      { value: new JsonNumber('0.12345678901234567890') },
      { value: new JsonNumber('0.12345678901234567891') },
      'S1',
    ],
    ['the literal only', { value: new JsonNumber('7.10') }, { value: new JsonNumber('7.1') }, 'S3'],
  ])('C14: counts %s', (_, before, after, severity) => {
    const quantity = { value: new JsonNumber('5'), system: 'u', code: 'kg' }
    const f = finding(
      'altered',
      { ...observation, valueQuantity: { ...quantity, ...before } },
      { ...observation, valueQuantity: { ...quantity, ...after } },
    )
    expect(met(f)).toMatchObject({ C14: severity })
  })
  it('C14: a pair that differs in literals only is listed, nowhere worse than S3', () => {
    const f = finding('precision', observation, {
      ...observation,
      valueQuantity: { ...observation.valueQuantity, value: new JsonNumber('7.1') },
    })
    expect(judge(f, facts)).toMatchObject({ severity: 'S3' })
  })
  it.each<[string, unknown, unknown]>([
    ['another instant', '2020-01-02T10:00:00Z', '2020-01-02T11:00:00Z'],
    ['another offset of the same instant', '2020-01-02T10:00:00+01:00', '2020-01-02T09:00:00Z'],
    ['another precision', '2020-01-02', '2020-01'],
    ['a bare year', '2020-01-02', '2020'],
    ['seconds', '2020-01-02T10:00:00Z', '2020-01-02T10:00:00.000Z'],
    ['a date that is gone', '2020-01-02', undefined],
  ])('C15: counts %s', (_, before, after) => {
    expect(said(before, after, 'whenRecorded')).toMatchObject({ C15: 'S2' })
  })
})
