/** Buying frameworks as of October 2024. id | name | short name | owner | funding types | expired | longest term in months. */
export const frameworkLines = [
  'NHSDGP001|NHS Digital GP IT Futures Framework 1|GP IT Futures|NHS Digital|1,2|1|36',
  'DFOCVC001|Digital First Online Consultation and Video Consultation Framework 1|DFOCVC|NHS England|2|0|36',
  'TIF001|Tech Innovation Framework|Tech Innovation|NHS Digital|1,2|0|36',
  'ATP001|Advanced Telephony Framework|Advanced Telephony|NHS England|2|0|36',
]
