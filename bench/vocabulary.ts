/** The words of which the generated modules are made: common ones first, so that the frequencies fall as in real text. */
export const words =
  `patient practice record appointment letter result referral prescription message clinician staff booking
consultation document reminder report triage care list search code note problem allergy medicine repeat request online form
phone video queue task workflow template audit export import register recall vaccination screening pathway summary history
test sample laboratory image scan file folder share consent access login identity role rota leave room resource clinic slot
waiting arrival check visit home community nurse pharmacist doctor receptionist manager carer child family proxy language
interpreter accessibility reading letterhead signature invoice payment claim target indicator dashboard chart trend forecast
population segment risk frailty diabetes asthma hypertension dementia cancer pregnancy travel smoking weight alcohol exercise
diet wellbeing mood sleep pain wound dressing catheter spirometry electrocardiogram blood pressure oxygen temperature
questionnaire survey feedback complaint incident learning protocol guideline formulary interaction dosage dispensing collection
delivery barcode label printer scanner microphone headset telephone voicemail callback transcript dictation translation
terminology mapping interface connector gateway certificate encryption backup restore migration archive retention deletion
training support helpdesk rollout pilot measurement benchmark evidence safety hazard security privacy standard conformance`
    .split(/\s+/)
    .filter((word) => word !== '')

export const brands =
  'Alder Birch Cedar Dunlin Elm Fennel Grebe Heron Ivy Juniper Kestrel Linden Maple Nettle Oak Plover Quince Rowan Sorrel Teal'.split(
    ' ',
  )
export const trades = 'Health Clinical Care Records Systems Software Practice Digital Pathways Labs'.split(' ')
