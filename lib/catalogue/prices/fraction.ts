/** An exact fraction with a positive denominator: months and money stay exact until the one rounding of a line (PRC-9). */
export type Fraction = { numerator: bigint; denominator: bigint }

export const whole = (n: bigint): Fraction => ({ numerator: n, denominator: 1n })

/** a + b in lowest terms, so that long sums stay small. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return lowest({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  })
}

/** a × b in lowest terms. */
export function times(a: Fraction, b: Fraction): Fraction {
  return lowest({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator })
}

/** The fractions brought to one denominator, their numerators alone: weights for sharing. */
export function numeratorsOverOne(fractions: Fraction[]): bigint[] {
  const common = fractions.reduce((c, f) => (c / gcd(c, f.denominator)) * f.denominator, 1n)
  return fractions.map((f) => f.numerator * (common / f.denominator))
}

function lowest({ numerator, denominator }: Fraction): Fraction {
  const g = gcd(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: numerator / g, denominator: denominator / g }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}
