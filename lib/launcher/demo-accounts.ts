/** What a demonstration prints at its start (the names are part of the outside contract). */
export const demoAccounts = `
Demonstration accounts, password "demonstration" for all:
  manager@riverside.example      practice manager, Riverside Surgery
  partner@riverside.example      GP partner and clinical lead, Riverside Surgery
  manager@hillside.example       practice manager, Hillside Medical Centre
  requester@northbank.example    commissioning manager, North Bank CCG
  approver@northbank.example     funding approver, North Bank CCG, up to £100,000
  director@northbank.example     funding approver, North Bank CCG, up to £5,000,000
  recommender@northbank.example  funding recommender, North Bank CCG
  finance@northbank.example      finance officer, North Bank CCG
  safety@northbank.example       clinical safety officer
  privacy@northbank.example      data protection officer
  delivery@northbank.example     IT delivery partner
  approver@southbank.example     funding approver, South Bank CCG
  editor@meridian.example, signatory@meridian.example     Meridian Health Systems
  editor@openpath.example, signatory@openpath.example     OpenPath Clinical
  author@, assessor@, reviewer@, officer1@, officer2@, curator@authority.example     the authority`
