import pino from 'pino'

/**
 * One JSON line an entry. What may be secret is cut out wherever it stands. Written at once: a process whose reader was killed
 * would try for ever to write at its end what it still held, and would not end.
 */
export const logger = pino(
  {
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
  },
  pino.destination({ fd: 1, sync: true }),
)
