/** One thing that is not as a standard wants it. */
export interface Objection {
  standard: 'PDF/UA-1' | 'PDF/A-2'
  /** Clause of ISO 14289-1 and, behind the dash, number of the test in veraPDF's public profile (`7.4.2-1`); or clause of ISO 19005-2 (`6.2.11.4`). */
  clause: string
  /** What is wrong, in English; for the report and for people who make banben. */
  fault: string
}

export function ua(clause: string, fault: string): Objection {
  return {standard: 'PDF/UA-1', clause, fault}
}

export function archive(clause: string, fault: string): Objection {
  return {standard: 'PDF/A-2', clause, fault}
}
